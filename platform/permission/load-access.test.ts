import { describe, expect, it } from "vitest";
import { createTestApp, createTestStore, findTestUser, testNow } from "../record/testing/test-app.ts";
import type { AclSettings } from "../store/acl-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { loadAccess } from "./load-access.ts";

const record = (id: number): StoredRecord => ({
  appId: 1,
  id,
  revision: 1,
  values: {},
  createdAt: "",
  creator: "admin",
  modifiedAt: "",
  modifier: "admin",
  status: null,
  assignees: [],
});

const all = { viewable: true, editable: true, deletable: true };

describe("what a person may do in an app", () => {
  it("reads memberships once for 500 records, and not at all when no line needs them", () => {
    const store = createTestStore();
    const { settings } = createTestApp(store, [{ code: "名", type: "SINGLE_LINE_TEXT" }]);
    let reads = 0;
    const counting = {
      ...store,
      organizations: {
        ...store.organizations,
        list: () => {
          reads += 1;
          return store.organizations.list();
        },
      },
    };
    const asker = { user: findTestUser(store, "tantou"), now: testNow };
    const evaluate = (acl: AclSettings["record"]): number => {
      const own: AppSettings = { ...settings, acl: { app: everyoneViews, record: acl, field: [] } };
      const access = loadAccess(counting, { id: 1, creator: "admin", settings: own }, asker);
      return Array.from({ length: 500 }, (_, index) => access.record(record(index + 1))).filter(
        ({ viewable }) => viewable,
      ).length;
    };
    expect(evaluate([])).toBe(500);
    expect(reads).toBe(0);
    const organization = { type: "ORGANIZATION", code: "somu" } as const;
    expect(evaluate([{ filterCond: "", entities: [{ entity: organization, includeSubs: true, ...all }] }])).toBe(0);
    expect(reads).toBe(1);
  });
});

const everyoneViews: AclSettings["app"] = [
  {
    entity: { type: "GROUP", code: "everyone" },
    includeSubs: false,
    appEditable: false,
    recordViewable: true,
    recordAddable: false,
    recordEditable: false,
    recordDeletable: false,
    recordImportable: false,
    recordExportable: false,
  },
];
