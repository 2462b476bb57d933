import { describe, expect, it } from "vitest";
import { buildAdminNotes } from "../apps-schema/payload/admin-notes.ts";
import { buildAppActions } from "../apps-schema/payload/app-actions.ts";
import { buildFieldProperties } from "../apps-schema/payload/field-properties.ts";
import { buildLayout } from "../apps-schema/payload/layout.ts";
import { buildProcess } from "../apps-schema/payload/process.ts";
import { buildReports } from "../apps-schema/payload/reports.ts";
import { buildViews } from "../apps-schema/payload/views.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { type AppKey, appKeys } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { buildSuiteSettings } from "../apps-schema/build-suite-settings.ts";

/** Half of each limit is left for what a town adds itself in the coming years. */
const share = 0.5;

const resolveApp = (key: AppKey): string => String(appKeys.indexOf(key) + 1);
const resolvePrincipal = (role: string) => ({ type: "GROUP", code: role }) as const;

/** What an app uses of each number that kintone limits, with the limit (fact sheet of kintone's documents; names are counted apart). */
function measure(app: AppSchema): Readonly<Record<string, { readonly used: number; readonly limit: number }>> {
  const { plain, referring } = buildFieldProperties(app, resolveApp);
  const cells = Object.values(app.fields).map((field) =>
    field.type === "SUBTABLE" ? Object.keys(field.fields).length : 0,
  );
  const process = buildProcess(app, resolvePrincipal);
  const reports = Object.values(buildReports(app)?.reports ?? {});
  const actions = buildAppActions(app, resolveApp, resolvePrincipal)?.actions ?? {};
  const candidates = process.enable
    ? Object.values(process.states).map(({ assignee }) => assignee.entities.length)
    : [];
  return {
    "fields, cells of tables included": {
      used: Object.keys({ ...plain, ...referring }).length + cells.reduce((sum, count) => sum + count, 0),
      limit: 500,
    },
    lists: { used: app.views.length, limit: 1000 },
    graphs: { used: reports.length, limit: 1000 },
    "figures of a graph": { used: most(reports.map(({ aggregations }) => aggregations.length)), limit: 10 },
    "app actions (limit of our platform)": { used: Object.keys(actions).length, limit: 100 },
    "people of a state": { used: most(candidates), limit: 100 },
    plugins: { used: app.plugins.length, limit: 20 },
    "letters of the description": { used: app.description.length, limit: 10_000 },
    "letters of the administrators' notes": { used: buildAdminNotes(app)?.content.length ?? 0, limit: 10_000 },
  };
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}

/** Names are as long as they have to be to be understood, so they only have to fit. */
function listNames(app: AppSchema): { readonly name: string; readonly limit: number }[] {
  const process = buildProcess(app, resolvePrincipal);
  const { plain, referring } = buildFieldProperties(app, resolveApp);
  const steps = process.enable ? [...Object.keys(process.states), ...process.actions.map(({ name }) => name)] : [];
  const graphs = Object.keys(buildReports(app)?.reports ?? {});
  return [
    ...[app.name, ...Object.keys(buildViews(app).views), ...graphs, ...steps].map((name) => ({ name, limit: 64 })),
    ...(app.actions ?? []).map(({ name }) => ({ name, limit: 32 })),
    ...Object.entries({ ...plain, ...referring })
      .flatMap(([code, { label }]) => [code, label])
      .map((name) => ({ name, limit: 128 })),
  ];
}

const apps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);

describe.each(apps.map((app) => [app.key, app] as const))("%s in kintone", (_, app) => {
  it("uses no more than half of what kintone allows", () => {
    const tight = Object.entries(measure(app)).filter(([, { used, limit }]) => used > limit * share);
    expect(tight).toEqual([]);
  });

  it("has names that fit", () => {
    expect(listNames(app).filter(({ name, limit }) => name === "" || name.length > limit)).toEqual([]);
  });

  it("groups a graph by three levels at most, and sums up one figure in a pivot table", () => {
    const reports = app.reports ?? [];
    expect(reports.filter(({ groups }) => groups.length > 3 || groups.length === 0)).toEqual([]);
    expect(reports.filter(({ chart, figures = [] }) => chart === "PIVOT_TABLE" && figures.length > 1)).toEqual([]);
  });

  it("fills by its buttons only fields that the other app has and that people may fill", () => {
    const wrong = (app.actions ?? []).flatMap(({ name, to, copies }) => {
      const target: AppSchema = suiteApps[to];
      return Object.entries(copies).flatMap(([into, from]) => {
        const field = target.fields[into];
        const fits = field !== undefined && !["SUBTABLE", "REFERENCE_TABLE", "FILE"].includes(field.type);
        return fits && Object.hasOwn(app.fields, from) ? [] : [`${name}: ${into}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("says at each state what to do, on the record itself and in the administrators' notes", () => {
    const states = app.process?.states ?? [];
    const form = JSON.stringify(buildLayout(app).layout);
    const notes = buildAdminNotes(app)?.content ?? "";
    expect(states.filter(({ todo }) => todo === "" || !form.includes(todo) || !notes.includes(todo))).toEqual([]);
  });
});

describe("the suite in kintone", () => {
  it("keeps a plugin's settings far below 256 KB", () => {
    expect(JSON.stringify(buildSuiteSettings()).length).toBeLessThan(256 * 1024 * share);
  });

  it("needs few of the apps that a domain may have", () => {
    expect(appKeys.length).toBeLessThan(1000 * share);
  });
});
