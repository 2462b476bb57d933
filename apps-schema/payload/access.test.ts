import { describe, expect, it } from "vitest";
import type { Role } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import { namedIn } from "../schema/whom.ts";
import { suiteApps } from "../suite.ts";
import { buildFieldPermissions } from "./field-permissions.ts";
import { buildGeneralNotifications } from "./general-notifications.ts";
import { buildPerRecordNotifications } from "./per-record-notifications.ts";
import type { Principal } from "./principals.ts";
import { buildRecordPermissions } from "./record-permissions.ts";
import { buildReminderNotifications } from "./reminder-notifications.ts";

const asGroup = (role: Role): Principal => ({ type: "GROUP", code: `g-${role}` });
const asOneGroup = (): Principal => ({ type: "GROUP", code: "dx" });
const bare: AppSchema = { ...suiteApps.glossary };

describe("the builders of permissions and notices", () => {
  it("answer null where an app declares nothing, so that a town's own settings stay", () => {
    const { recordPermissions: _, fieldPermissions: __, notifications: ___, ...rest } = bare;
    const plain: AppSchema = rest;
    expect([
      buildRecordPermissions(plain, asGroup),
      buildFieldPermissions(plain, asGroup),
      buildGeneralNotifications(plain, asGroup),
      buildPerRecordNotifications(plain, asGroup),
      buildReminderNotifications(plain, asGroup),
    ]).toEqual([null, null, null, null, null]);
  });

  it("write every rule of records in order of priority, everyone last and with nothing unless a line says so", () => {
    const schema: AppSchema = {
      ...suiteApps.action,
      recordPermissions: [
        {
          title: "終わったもの",
          where: [{ field: "ステータス", operator: "in", values: ["承認", "終了"] }],
          lines: [
            { whom: "everyone", may: ["view"] },
            { whom: "administrators", may: ["view", "edit", "delete"] },
          ],
        },
        { title: "ほか", where: [], lines: [{ whom: namedIn("co_depts"), may: ["view", "edit"] }] },
      ],
    };
    expect(buildRecordPermissions(schema, asGroup)).toEqual({
      rights: [
        {
          filterCond: 'ステータス in ("承認", "終了")',
          entities: [
            {
              entity: { type: "GROUP", code: "Administrators" },
              includeSubs: false,
              viewable: true,
              editable: true,
              deletable: true,
            },
            {
              entity: { type: "GROUP", code: "everyone" },
              includeSubs: false,
              viewable: true,
              editable: false,
              deletable: false,
            },
          ],
        },
        {
          filterCond: "",
          entities: [
            {
              entity: { type: "FIELD_ENTITY", code: "co_depts" },
              includeSubs: true,
              viewable: true,
              editable: true,
              deletable: false,
            },
            {
              entity: { type: "GROUP", code: "everyone" },
              includeSubs: false,
              viewable: false,
              editable: false,
              deletable: false,
            },
          ],
        },
      ],
    });
  });

  it("keep the first, wider line where an environment puts one group behind two roles", () => {
    const schema: AppSchema = {
      ...bare,
      fieldPermissions: [
        {
          field: "term",
          reason: "",
          lines: [
            { whom: "jimukyoku", access: "write" },
            { whom: "tantou", access: "read" },
          ],
        },
      ],
    };
    expect(buildFieldPermissions(schema, asOneGroup)?.rights[0]?.entities).toEqual([
      { accessibility: "WRITE", entity: { type: "GROUP", code: "dx" }, includeSubs: false },
      { accessibility: "NONE", entity: { type: "GROUP", code: "everyone" }, includeSubs: false },
    ]);
  });

  it("write notices with their conditions, and reminders in Japan's time", () => {
    const where = [{ field: "ステータス", operator: "in", values: ["下書き"] }] as const;
    const schema: AppSchema = {
      ...suiteApps.action,
      notifications: {
        general: [{ to: namedIn("owner"), on: ["status", "comment"] }],
        perRecord: [{ title: "題", where, to: ["iin"] }],
        reminder: [{ title: "期限", field: "due_on", daysLater: -14, time: "8:30", where, to: [namedIn("owner")] }],
      },
    };
    const owner = { entity: { type: "FIELD_ENTITY", code: "owner" }, includeSubs: false };
    expect(buildGeneralNotifications(schema, asGroup)).toEqual({
      notifications: [
        {
          ...owner,
          recordAdded: false,
          recordEdited: false,
          commentAdded: true,
          statusChanged: true,
          fileImported: false,
        },
      ],
      notifyToCommenter: true,
    });
    expect(buildPerRecordNotifications(schema, asGroup)).toEqual({
      notifications: [
        {
          filterCond: 'ステータス in ("下書き")',
          title: "題",
          targets: [{ entity: { type: "GROUP", code: "g-iin" }, includeSubs: false }],
        },
      ],
    });
    expect(buildReminderNotifications(schema, asGroup)).toEqual({
      notifications: [
        {
          timing: { code: "due_on", daysLater: "-14", time: "08:30" },
          filterCond: 'ステータス in ("下書き")',
          title: "期限",
          targets: [owner],
        },
      ],
      timezone: "Asia/Tokyo",
    });
  });
});
