import { describe, expect, it } from "vitest";
import type { Role } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import { suiteApps } from "../suite.ts";
import { buildAppActions } from "./app-actions.ts";
import { buildFieldPermissions } from "./field-permissions.ts";
import { buildGeneralNotifications } from "./general-notifications.ts";
import { buildPerRecordNotifications } from "./per-record-notifications.ts";
import { buildAppPermissions } from "./permissions.ts";
import type { Principal } from "./principals.ts";
import { buildProcess } from "./process.ts";
import { buildRecordPermissions } from "./record-permissions.ts";
import { buildReminderNotifications } from "./reminder-notifications.ts";

const group = (code: string): Principal => ({ type: "GROUP", code });
const several: readonly Principal[] = [
  group("g-1"),
  { type: "ORGANIZATION", code: "o-1" },
  { type: "USER", code: "u-1" },
];
const resolve = (role: Role): Principal | readonly Principal[] => (role === "tantou" ? several : group(role));

const named = [
  { entity: { type: "GROUP", code: "g-1" }, includeSubs: false },
  { entity: { type: "ORGANIZATION", code: "o-1" }, includeSubs: true },
  { entity: { type: "USER", code: "u-1" }, includeSubs: false },
];

describe("a role that several stand behind", () => {
  const { process: _, ...plain } = suiteApps.action;
  const schema: AppSchema = {
    ...plain,
    process: {
      states: [
        { name: "始め", todo: "", assignees: "creator" },
        { name: "次", todo: "", assignees: ["tantou", "kachou"] },
      ],
      actions: [{ name: "進める", from: "始め", to: "次" }],
    },
    actions: [{ name: "作る", to: "progress", copies: {}, roles: ["tantou"] }],
    recordPermissions: [{ title: "全部", where: [], lines: [{ whom: "tantou", may: ["view"] }] }],
    fieldPermissions: [{ field: "action_name", reason: "", lines: [{ whom: "tantou", access: "write" }] }],
    notifications: {
      general: [{ to: "tantou", on: ["added"] }],
      perRecord: [{ title: "題", where: [], to: ["tantou"] }],
      reminder: [{ title: "題", field: "due_on", daysLater: 0, time: "8:30", where: [], to: ["tantou"] }],
    },
  };

  it("gives each of them the rights of the role, in the app, its records and its fields", () => {
    const ofApp = buildAppPermissions(schema, resolve).filter(({ recordAddable }) => recordAddable);
    expect(ofApp).toEqual(expect.arrayContaining(named.map((each) => expect.objectContaining(each))));
    expect(buildRecordPermissions(schema, resolve)?.rights[0]?.entities.slice(0, 3)).toMatchObject(named);
    expect(buildFieldPermissions(schema, resolve)?.rights[0]?.entities.slice(0, 3)).toMatchObject(named);
  });

  it("makes each of them an assignee, tells each of them and shows each of them the button", () => {
    const process = buildProcess(schema, resolve);
    const state = process.enable ? process.states["次"] : undefined;
    expect(state?.assignee.entities.map(({ entity }) => entity.code)).toEqual(["g-1", "o-1", "u-1", "kachou"]);
    expect(buildGeneralNotifications(schema, resolve)?.notifications).toMatchObject(named);
    expect(buildPerRecordNotifications(schema, resolve)?.notifications[0]?.targets).toEqual(named);
    expect(buildReminderNotifications(schema, resolve)?.notifications[0]?.targets).toEqual(named);
    expect(buildAppActions(schema, (key) => key, resolve)?.actions["作る"]?.entities).toEqual(several);
  });

  it("names a group once that stands behind two roles, with the notices of both", () => {
    const general = [
      { to: "tantou", on: ["added"] },
      { to: "kachou", on: ["status"] },
    ] as const;
    const one = buildGeneralNotifications({ ...schema, notifications: { general } }, () => [group("dx")]);
    expect(one?.notifications).toMatchObject([
      { entity: { code: "dx" }, recordAdded: true, statusChanged: true, recordEdited: false },
    ]);
    const process = buildProcess(schema, () => group("dx"));
    expect(process.enable ? process.states["次"]?.assignee.entities : []).toHaveLength(1);
  });
});
