import { buildAdminNotes } from "../../../apps-schema/payload/admin-notes.ts";
import { buildAppActions } from "../../../apps-schema/payload/app-actions.ts";
import { buildFieldPermissions } from "../../../apps-schema/payload/field-permissions.ts";
import { buildGeneralNotifications } from "../../../apps-schema/payload/general-notifications.ts";
import { buildPerRecordNotifications } from "../../../apps-schema/payload/per-record-notifications.ts";
import type { ResolvePrincipals } from "../../../apps-schema/payload/principals.ts";
import { buildRecordPermissions } from "../../../apps-schema/payload/record-permissions.ts";
import { buildReminderNotifications } from "../../../apps-schema/payload/reminder-notifications.ts";
import { buildReports } from "../../../apps-schema/payload/reports.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { actionsArea } from "../areas/actions.ts";
import type { AreaDescriptor } from "../areas/area.ts";
import { fieldPermissionsArea } from "../areas/field-permissions.ts";
import { generalNotificationsArea } from "../areas/general-notifications.ts";
import { notesArea } from "../areas/notes.ts";
import { recordNotificationsArea } from "../areas/record-notifications.ts";
import { recordPermissionsArea } from "../areas/record-permissions.ts";
import { remindersArea } from "../areas/reminders.ts";
import { reportsArea } from "../areas/reports.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, objectOf, textOf } from "../client/json.ts";
import { isAsThere } from "./is-as-there.ts";
import type { LeftOut, Names, PulledApp } from "./pulled-app.ts";
import { readTold } from "./read-told.ts";
import { toAppActions } from "./to-app-action.ts";
import { toGeneralNotices, toRecordNotices, toReminders } from "./to-notices.ts";
import { toReports } from "./to-report.ts";
import { toFieldPermissions, toRecordPermissions } from "./to-rights.ts";

type Parts = {
  readonly names: Names;
  /** Declared fields that a record has outside of tables. */
  readonly codes: ReadonlySet<string>;
  readonly leftOut: LeftOut[];
};

type Attempt = {
  readonly area: AreaDescriptor;
  readonly path: string;
  /** Where the area's list or items are. */
  readonly member: string;
  readonly say: (body: JsonObject) => Partial<AppSchema> | null;
  readonly build: (schema: AppSchema) => object | null;
};

/** The app with rights to records and fields, notices, graphs, buttons and notes: each area whole as it is there, or left out. */
export function addOtherAreas(schema: AppSchema, app: PulledApp, { names, codes, leftOut }: Parts): AppSchema {
  const resolve: ResolvePrincipals = (role) => names.principals[role];
  const hasProcess = schema.process !== undefined;
  let whole = schema;
  const notices = (part: AppSchema["notifications"] | null): Partial<AppSchema> | null =>
    part === null ? null : { notifications: { ...whole.notifications, ...part } };
  const attempts: readonly Attempt[] = [
    {
      area: recordPermissionsArea,
      path: "recordPermissions",
      member: "rights",
      say: (body) => wrap(toRecordPermissions(body, names), (recordPermissions) => ({ recordPermissions })),
      build: (each) => buildRecordPermissions(each, resolve),
    },
    {
      area: fieldPermissionsArea,
      path: "fieldPermissions",
      member: "rights",
      say: (body) => wrap(toFieldPermissions(body, names), (fieldPermissions) => ({ fieldPermissions })),
      build: (each) => buildFieldPermissions(each, resolve),
    },
    {
      area: generalNotificationsArea,
      path: "notifications.general",
      member: "notifications",
      say: (body) => notices(wrap(toGeneralNotices(body, names), (general) => ({ general }))),
      build: (each) => buildGeneralNotifications(each, resolve),
    },
    {
      area: recordNotificationsArea,
      path: "notifications.perRecord",
      member: "notifications",
      say: (body) => notices(wrap(toRecordNotices(body, names), (perRecord) => ({ perRecord }))),
      build: (each) => buildPerRecordNotifications(each, resolve),
    },
    {
      area: remindersArea,
      path: "notifications.reminder",
      member: "notifications",
      say: (body) => notices(wrap(toReminders(body, names), (reminder) => ({ reminder }))),
      build: (each) => buildReminderNotifications(each, resolve),
    },
    {
      area: reportsArea,
      path: "reports",
      member: "reports",
      say: (body) => wrap(toReports(body, codes), (reports) => ({ reports })),
      build: buildReports,
    },
    {
      area: actionsArea,
      path: "actions",
      member: "actions",
      say: (body) => wrap(toAppActions(body, { names, codes }), (actions) => ({ actions })),
      build: (each) => buildAppActions(each, names.toId, resolve),
    },
  ];
  for (const { area, path, member, say, build } of attempts) {
    const observed = app.areas[area.area] ?? {};
    if (isEmpty(observed, member)) {
      continue;
    }
    const said = say(observed);
    const tried = said === null ? null : { ...whole, ...said };
    const built = tried === null ? null : build(tried);
    if (tried !== null && built !== null && isAsThere(area, built, { key: schema.key, observed, hasProcess })) {
      whole = tried;
    } else {
      leftOut.push({ path, value: observed });
    }
  }
  return addNotes(whole, app, leftOut);
}

function wrap<Value, Wrapped>(value: Value | null, into: (value: Value) => Wrapped): Wrapped | null {
  return value === null ? null : into(value);
}

function isEmpty(body: JsonObject, member: string): boolean {
  return listOf(body[member]).length === 0 && Object.keys(objectOf(body[member])).length === 0;
}

/** What notes of ours say of states and graphs goes back to them; other notes are declared as they are. */
function addNotes(schema: AppSchema, app: PulledApp, leftOut: LeftOut[]): AppSchema {
  const observed = app.areas.notes ?? {};
  const content = textOf(observed["content"]);
  const told = readTold(content);
  const { process, reports } = schema;
  const withWords: AppSchema = {
    ...schema,
    ...(process === undefined
      ? {}
      : {
          process: { ...process, states: process.states.map((each) => ({ ...each, todo: told.get(each.name) ?? "" })) },
        }),
    ...(reports === undefined
      ? {}
      : { reports: reports.map((each) => ({ ...each, answers: told.get(each.name) ?? "" })) }),
  };
  const hasProcess = process !== undefined;
  for (const tried of [withWords, { ...withWords, notes: content }]) {
    const built = buildAdminNotes(tried);
    const isSame =
      built === null ? content === "" : isAsThere(notesArea, built, { key: schema.key, observed, hasProcess });
    if (isSame) {
      return tried;
    }
  }
  leftOut.push({ path: "notes", value: observed });
  return { ...withWords, leaves: [...(withWords.leaves ?? []), "notes"] };
}
