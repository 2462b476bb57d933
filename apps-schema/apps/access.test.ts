import { describe, expect, it } from "vitest";
import { buildReminderNotifications } from "../payload/reminder-notifications.ts";
import { appKeys, roles } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { ReminderNotice } from "../schema/notifications.ts";
import type { RecordRight } from "../schema/record-permissions.ts";
import type { Condition } from "../schema/view.ts";
import { statusField } from "../schema/view.ts";
import type { Whom } from "../schema/whom.ts";
import { suiteApps } from "../suite.ts";

const apps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);
const byKey = apps.map((app) => [app.key, app] as const);
const peopleTypes = new Set(["USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"]);

function listWhom({ recordPermissions = [], fieldPermissions = [], notifications = {} }: AppSchema): Whom[] {
  const { general = [], perRecord = [], reminder = [] } = notifications;
  return [
    ...recordPermissions.flatMap(({ lines }) => lines.map(({ whom }) => whom)),
    ...fieldPermissions.flatMap(({ lines }) => lines.map(({ whom }) => whom)),
    ...general.map(({ to }) => to),
    ...[...perRecord, ...reminder].flatMap(({ to }) => to),
  ];
}

function listConditions({ recordPermissions = [], notifications = {} }: AppSchema): Condition[] {
  const { perRecord = [], reminder = [] } = notifications;
  return [...recordPermissions, ...perRecord, ...reminder].flatMap(({ where }) => where);
}

function valuesOf(condition: Condition): readonly string[] {
  return "values" in condition ? condition.values : [];
}

function isNarrower(before: readonly RecordRight[], after: readonly RecordRight[]): boolean {
  return after.every((right) => before.includes(right));
}

function mayMeetTogether(one: ReminderNotice, other: ReminderNotice): boolean {
  return one.where.every((left) => {
    const right = other.where.find(({ field }) => field === left.field);
    return right === undefined || valuesOf(left).some((value) => valuesOf(right).includes(value));
  });
}

describe("what the apps declare about rights and notices", () => {
  it.each(byKey)("names people by fields of %s that hold people", (_, app) => {
    const fields = listWhom(app).flatMap((whom) => (typeof whom === "object" ? whom.field : []));
    const unfit = fields.filter((code) => code !== "作成者" && !peopleTypes.has(app.fields[code]?.type ?? ""));
    expect(unfit).toEqual([]);
  });

  it.each(byKey)("asks %s only for fields, options and states that there are", (_, app) => {
    const states = new Set(app.process?.states.map(({ name }) => name));
    const unknown = listConditions(app).flatMap((condition) => {
      const field = app.fields[condition.field];
      const known =
        condition.field === statusField ? states : new Set(field && "options" in field ? field.options : []);
      return valuesOf(condition).filter((value) => !known.has(value));
    });
    expect(unknown).toEqual([]);
  });

  it.each(byKey)("ends the rules for records of %s with one for all others, and the office sees each", (_, app) => {
    const rules = app.recordPermissions ?? [];
    expect(rules.map(({ where }) => where.length === 0)).toEqual(rules.map((__, index) => index === rules.length - 1));
    const blind = rules.filter(
      ({ lines }) => !lines.some(({ whom, may }) => whom === "jimukyoku" && may.includes("view")),
    );
    expect(blind).toEqual([]);
  });

  it.each(byKey)("takes nothing in %s from who has a second role", (_, app) => {
    for (const { lines } of app.recordPermissions ?? []) {
      const named = lines.filter(({ whom }) => typeof whom === "string");
      expect(named.every(({ may }, index) => isNarrower(named[index - 1]?.may ?? may, may))).toBe(true);
    }
    const order = ["none", "read", "write"];
    for (const { lines } of app.fieldPermissions ?? []) {
      const levels = lines.map(({ access }) => order.indexOf(access));
      expect(levels).toEqual(levels.toSorted((left, right) => right - left));
    }
  });

  it.each(byKey)("closes each field of %s once, and only fields that there are", (_, app) => {
    const codes = (app.fieldPermissions ?? []).map(({ field }) => field);
    expect(codes.filter((code) => app.fields[code] === undefined)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(byKey)("hides no field of %s that a view or a graph asks for: the view would not open", (_, app) => {
    const hiding = (app.fieldPermissions ?? []).filter(({ lines }) => {
      const seen = new Set(lines.flatMap(({ whom, access }) => (access === "none" ? [] : whom)));
      return !seen.has("everyone") && roles.some((role) => app.permissions[role].includes("view") && !seen.has(role));
    });
    const asked = JSON.stringify([
      ...app.views.flatMap(({ where, sort }) => [...where.map(({ field }) => field), ...sort.map(([field]) => field)]),
      ...(app.reports ?? []),
    ]);
    expect(hiding.map(({ field }) => field).filter((field) => asked.includes(`"${field}"`))).toEqual([]);
  });

  it("keeps every internal note from those who publish or only read", () => {
    const noted = apps.filter(({ fields }) => "note_internal" in fields);
    const open = noted.filter(({ fieldPermissions = [] }) => {
      const lines = fieldPermissions.find(({ field }) => field === "note_internal")?.lines;
      return !lines || lines.some(({ whom }) => whom === "koukai" || whom === "etsuran" || whom === "everyone");
    });
    expect(noted.length).toBeGreaterThan(6);
    expect(open.map(({ key }) => key)).toEqual([]);
  });
});

describe("reminders", () => {
  const reminders = apps.flatMap((app) => (app.notifications?.reminder ?? []).map((each) => [app, each] as const));

  it("count from dates, say what to do in one line, and come before the counters open", () => {
    const notices = apps.flatMap(({ notifications = {} }) => [
      ...(notifications.perRecord ?? []),
      ...(notifications.reminder ?? []),
    ]);
    expect(notices.filter(({ title }) => title.length > 100 || !/(?:ください|しましょう)。$/u.test(title))).toEqual([]);
    expect(reminders.filter(([app, { field }]) => app.fields[field]?.type !== "DATE")).toEqual([]);
    const times = apps.flatMap((app) =>
      (buildReminderNotifications(app, (role) => ({ type: "GROUP", code: role }))?.notifications ?? []).map(
        ({ timing }) => timing.time,
      ),
    );
    expect(new Set(times)).toEqual(new Set(["08:30"]));
  });

  it("tell nobody twice a day of one date", () => {
    const twice = reminders.flatMap(([app, one], index) =>
      reminders
        .slice(index + 1)
        .filter(
          ([otherApp, other]) =>
            app === otherApp &&
            one.field === other.field &&
            one.daysLater === other.daysLater &&
            mayMeetTogether(one, other),
        )
        .map(([, other]) => [one.title, other.title]),
    );
    expect(twice).toEqual([]);
  });
});
