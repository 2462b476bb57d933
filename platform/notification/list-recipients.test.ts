import { beforeEach, describe, expect, it } from "vitest";
import { insertRecord } from "../record/insert-record.ts";
import { createTestApp, createTestScope, createTestStore, testNow } from "../record/testing/test-app.ts";
import type { LiveApp } from "../record/write-scope.ts";
import type { NotificationTarget } from "../store/notification-settings.ts";
import type { Store } from "../store/store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { filterViewers, listRecipients } from "./list-recipients.ts";

let store: Store;
let app: LiveApp;
let record: StoredRecord;

beforeEach(() => {
  store = createTestStore();
  for (const code of ["kachou", "iin"]) {
    store.users.add({ code, name: code, passwordHash: "no password" }, testNow);
  }
  store.groups.add({ code: "kakunin", name: "確認者", description: "" });
  store.organizations.add({ code: "bu", name: "部", description: "", parentCode: null });
  store.organizations.add({ code: "ka", name: "課", description: "", parentCode: "bu" });
  store.groups.saveOfUser("kachou", ["kakunin"]);
  store.organizations.saveOfUser("kachou", ["bu"]);
  store.organizations.saveOfUser("iin", ["ka"]);
  app = createTestApp(store, [
    { code: "担当", type: "USER_SELECT" },
    { code: "班", type: "GROUP_SELECT" },
    { code: "課", type: "ORGANIZATION_SELECT" },
    { code: "名", type: "SINGLE_LINE_TEXT" },
  ]);
  record = insertRecord(
    createTestScope(store, app, "tantou"),
    { 担当: { value: [{ code: "iin" }] }, 班: { value: [{ code: "kakunin" }] }, 課: { value: [{ code: "bu" }] } },
    "record",
  );
});

function recipientsOf(
  ...targets: readonly [NotificationTarget["entity"]["type"], string, boolean?][]
): readonly string[] {
  return listRecipients(
    store,
    app,
    record,
    targets.map(([type, code, includeSubs = false]) => ({ entity: { type, code }, includeSubs })),
  );
}

describe("recipients", () => {
  it.each<[NotificationTarget["entity"]["type"], string, boolean, readonly string[]]>([
    ["USER", "tantou", false, ["tantou"]],
    ["USER", "nobody", false, []],
    ["GROUP", "kakunin", false, ["kachou"]],
    ["GROUP", "everyone", false, ["admin", "tantou", "kachou", "iin"]],
    ["ORGANIZATION", "bu", false, ["kachou"]],
    ["ORGANIZATION", "bu", true, ["kachou", "iin"]],
    ["FIELD_ENTITY", "作成者", false, ["tantou"]],
    ["FIELD_ENTITY", "担当", false, ["iin"]],
    ["FIELD_ENTITY", "班", false, ["kachou"]],
    ["FIELD_ENTITY", "課", false, ["kachou"]],
    ["FIELD_ENTITY", "課", true, ["kachou", "iin"]],
    ["FIELD_ENTITY", "名", false, []],
    ["FIELD_ENTITY", "ない", false, []],
  ])("in %s %s (with what lies below: %s) are %j", (type, code, includeSubs, expected) => {
    expect(recipientsOf([type, code, includeSubs])).toEqual(expected);
  });

  it("come once, however many targets they are behind", () => {
    expect(recipientsOf(["USER", "kachou"], ["GROUP", "kakunin"], ["FIELD_ENTITY", "班"])).toEqual(["kachou"]);
  });

  it("are those who are there and may view the record", () => {
    store.db.run("UPDATE users SET valid = 0 WHERE code = 'iin'");
    store.users.forget();
    const codes = ["admin", "tantou", "kachou", "iin", "nobody"];
    expect(filterViewers(store, app, record, { codes, now: testNow })).toEqual(["admin", "tantou", "kachou"]);
    const entity = { type: "USER", code: "kachou" } as const;
    const line = { recordViewable: true, recordAddable: false, recordEditable: false, recordDeletable: false };
    const rights = { ...line, appEditable: false, recordImportable: false, recordExportable: false };
    const acl = { app: [{ entity, includeSubs: false, ...rights }], record: [], field: [] };
    const settings = { ...app.settings, acl };
    store.apps.replace(app.id, { live: settings, preview: settings });
    const closed = { ...app, settings };
    expect(filterViewers(store, closed, record, { codes, now: testNow })).toEqual(["kachou"]);
  });
});
