import { describe, expect, it } from "vitest";
import { roadmapElement } from "../apps/action-views.ts";
import { type AppKey, appKeys } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { LookupField } from "../schema/field-declaration.ts";
import { suiteApps } from "../suite.ts";
import { buildFieldProperties } from "./field-properties.ts";
import { buildGeneralSettings } from "./general-settings.ts";
import { buildLayout, type LayoutFieldPayload } from "./layout.ts";
import { buildProcess } from "./process.ts";
import { buildViews } from "./views.ts";

const apps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);
const resolvePrincipal = (role: string) => ({ type: "GROUP", code: `g-${role}` }) as const;
const resolveApp = (key: AppKey): string => String(appKeys.indexOf(key) + 1);

function allProperties(app: AppSchema): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { plain, referring } = buildFieldProperties(app, resolveApp);
  return { ...plain, ...referring };
}

function innerCodes(app: AppSchema): readonly string[] {
  return Object.values(app.fields).flatMap((field) => (field.type === "SUBTABLE" ? Object.keys(field.fields) : []));
}

function laidOut(app: AppSchema): readonly LayoutFieldPayload[] {
  return buildLayout(app).layout.flatMap((item) =>
    item.type === "GROUP" ? item.layout.flatMap((row) => row.fields) : item.fields,
  );
}

function lookupsOf(app: AppSchema): readonly LookupField[] {
  return Object.values(app.fields).flatMap((field) => (field.type === "LOOKUP" ? field : []));
}

describe.each(apps.map((app) => [app.key, app] as const))("payloads of %s", (key, app) => {
  it("stay inside kintone's limits", () => {
    const properties = allProperties(app);
    const codes = [...Object.keys(properties), ...innerCodes(app)];
    expect(codes.length).toBeLessThanOrEqual(500);
    expect(codes.filter((code) => code.length > 128 || !/^[a-z][a-z0-9_]*$/.test(code))).toEqual([]);
    expect(new Set(codes).size, "a code stands for one field of an app, also inside tables").toBe(codes.length);
    expect(app.name.length).toBeLessThanOrEqual(64);
    expect(app.description.length).toBeLessThanOrEqual(10_000);
    expect(Object.keys(buildViews(app).views).filter((name) => name.length > 64)).toEqual([]);
    expect(Object.values(properties).filter(({ label }) => String(label).length > 128)).toEqual([]);
  });

  it("lay out every field exactly once", () => {
    const tables = Object.entries(app.fields).filter(([, field]) => field.type === "SUBTABLE");
    const expected = [
      ...Object.keys(app.fields).filter((code) => app.fields[code]?.type !== "SUBTABLE"),
      ...innerCodes(app),
    ];
    const placed = laidOut(app).flatMap(({ code }) => code ?? []);
    expect(placed.toSorted()).toEqual(expected.toSorted());
    const placedTables = buildLayout(app).layout.flatMap((item) => (item.type === "SUBTABLE" ? item.code : []));
    expect(placedTables.toSorted()).toEqual(tables.map(([code]) => code).toSorted());
  });

  it("never put more than four fields, or more than 1,000 pixels, side by side", () => {
    const rows = buildLayout(app).layout.flatMap((item) =>
      item.type === "GROUP" ? item.layout : item.type === "ROW" ? item : [],
    );
    const wide = rows.filter(
      ({ fields }) => fields.length > 4 || fields.reduce((sum, { size }) => sum + Number(size?.width ?? 0), 0) > 1000,
    );
    expect(wide).toEqual([]);
  });

  it("have a required and unique key, and lists for the ordinary work", () => {
    expect(app.key).toBe(key);
    expect(allProperties(app)[app.keyField]).toMatchObject({ required: true, unique: true, type: "SINGLE_LINE_TEXT" });
    expect(app.views.length).toBeGreaterThanOrEqual(2);
    expect(new Set(app.views.map(({ name }) => name)).size).toBe(app.views.length);
    expect(buildGeneralSettings(app)).toMatchObject({ name: app.name, enableBulkDeletion: false });
  });

  it("copy by lookup only from keys, and between fields of one type and one set of choices", () => {
    const misfits = lookupsOf(app).flatMap(({ app: from, relatedField, copies }) => {
      const source = suiteApps[from];
      const pairs = Object.entries(copies).map(([target, origin]) => [
        allProperties(app)[target],
        allProperties(source)[origin],
      ]);
      return [
        ...(relatedField === source.keyField ? [] : [relatedField]),
        ...pairs.filter(
          ([target, origin]) =>
            target?.["type"] !== origin?.["type"] ||
            JSON.stringify(target?.["options"]) !== JSON.stringify(origin?.["options"]),
        ),
      ];
    });
    expect(misfits).toEqual([]);
  });

  it("offer choices without repetition", () => {
    const cells = Object.values(app.fields).flatMap((field) =>
      field.type === "SUBTABLE" ? Object.values(field.fields) : [field],
    );
    const repeated = cells.filter((cell) => "options" in cell && new Set(cell.options).size !== cell.options.length);
    expect(repeated).toEqual([]);
  });
});

describe("the order of apps", () => {
  it("puts every app after those it looks up", () => {
    const early = apps.flatMap((app) =>
      lookupsOf(app).filter((field) => appKeys.indexOf(field.app) >= appKeys.indexOf(app.key)),
    );
    expect(early).toEqual([]);
  });
});

describe("buildFieldProperties", () => {
  it("keeps what names another app apart from what does not", () => {
    const { plain, referring } = buildFieldProperties(suiteApps.sub_item, resolveApp);
    expect(Object.keys(referring)).toEqual(["initiative_id", "actions", "deadlines"]);
    expect(plain).toHaveProperty("initiative_name");
    expect(referring["initiative_id"]).toEqual({
      type: "SINGLE_LINE_TEXT",
      code: "initiative_id",
      label: "取組",
      noLabel: false,
      required: true,
      lookup: {
        relatedApp: { app: resolveApp("initiative") },
        relatedKeyField: "initiative_id",
        fieldMappings: [
          { field: "initiative_name", relatedField: "initiative_name" },
          { field: "group_kind", relatedField: "group_kind" },
        ],
        lookupPickerFields: ["initiative_id", "initiative_name", "group_kind"],
        filterCond: "",
        sort: "initiative_id asc",
      },
    });
  });

  it("numbers options as strings and marks groups open or closed", () => {
    const { plain } = buildFieldProperties(suiteApps.action, resolveApp);
    expect(plain["group_kind"]).toMatchObject({
      options: { 重点: { label: "重点", index: "0" }, 強化: { index: "1" }, 追加: { index: "2" } },
    });
    expect(plain["g_basic"]).toEqual({
      type: "GROUP",
      code: "g_basic",
      label: "基本",
      noLabel: false,
      openGroup: true,
    });
    expect(plain["g_cost"]).toMatchObject({ openGroup: false });
  });

  it("requires only what a record cannot be identified without", () => {
    const required = Object.fromEntries(
      apps.map((app) => [
        app.key,
        Object.entries(allProperties(app)).flatMap(([code, property]) => (property["required"] === true ? code : [])),
      ]),
    );
    expect(required).toEqual({
      dept: ["dept_code", "dept_name"],
      plan_version: ["version_no"],
      kpi: ["kpi_id", "kpi_name"],
      issue: ["issue_id", "issue_title"],
      initiative: ["initiative_id", "initiative_name"],
      sub_item: ["sub_item_id", "sub_text", "initiative_id"],
      action: ["action_id", "action_name", "sub_item_id"],
      kpi_value: ["kpi_fy_key", "fy", "kpi_id"],
      progress: ["progress_key", "fy", "term", "action_id"],
      meeting: ["meeting_key", "meeting_name"],
      homework: ["fu_key", "fu_title"],
      revision: ["rev_key", "rev_title"],
      deadline: ["dl_key", "dl_title"],
      glossary: ["term"],
    });
  });
});

describe("buildViews", () => {
  it("opens the action plan with the road map, on phones too and over all records", () => {
    expect(buildViews(suiteApps.action).views["工程表"]).toEqual({
      index: "0",
      name: "工程表",
      type: "CUSTOM",
      html: `<div id="${roadmapElement}"></div>`,
      pager: false,
      device: "ANY",
      filterCond: "",
      sort: "sub_item_id asc, action_id asc",
    });
  });

  it("renders conditions in kintone's query language", () => {
    expect(buildViews(suiteApps.initiative).views["重点"]).toMatchObject({
      filterCond: 'group_kind in ("重点")',
      sort: "item_no asc",
    });
    expect(buildViews(suiteApps.dept).views["今ある課"]).toMatchObject({ filterCond: 'valid_to = ""' });
  });
});

describe("buildProcess", () => {
  it("gives the first state to the creator and the others to people of a field of the record or of a role", () => {
    const process = buildProcess(suiteApps.action, resolvePrincipal);
    expect(process).toMatchObject({
      enable: true,
      states: {
        下書き: {
          index: "0",
          assignee: {
            type: "ONE",
            entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" }, includeSubs: false }],
          },
        },
        所属長確認: {
          index: "1",
          assignee: {
            type: "ANY",
            entities: [{ entity: { type: "FIELD_ENTITY", code: "dept_head" }, includeSubs: false }],
          },
        },
        委員会付議: {
          index: "3",
          assignee: { type: "ANY", entities: [{ entity: { type: "GROUP", code: "g-iin" }, includeSubs: false }] },
        },
      },
    });
  });

  it("turns the process off where an app has none", () => {
    expect(buildProcess(suiteApps.dept, resolvePrincipal)).toEqual({ enable: false });
  });

  it("offers no two steps of one name in one state, and reaches every state", () => {
    const processes = apps.flatMap(({ process }) => process ?? []);
    for (const { states, actions } of processes) {
      const steps = actions.map(({ from, name }) => `${from}/${name}`);
      expect(new Set(steps).size).toBe(steps.length);
      expect(states.slice(1).filter(({ name }) => !actions.some(({ to }) => to === name))).toEqual([]);
    }
    expect(processes).toHaveLength(5);
  });

  it("offers a step only while its conditions hold, and to those whom a field names", () => {
    const process = buildProcess(suiteApps.action, resolvePrincipal);
    expect(process).toMatchObject({
      actions: expect.arrayContaining([
        {
          name: "所属長へ送る",
          from: "下書き",
          to: "所属長確認",
          filterCond: 'dept_head not in ("")',
          type: "PRIMARY",
        },
        {
          name: "主担当から所属長へ送る",
          from: "下書き",
          to: "所属長確認",
          filterCond: '作成者 not in (LOGINUSER()) and dept_head not in ("")',
          type: "SECONDARY",
          executableUser: {
            entities: ["owner", "owner_sub"].map((code) => ({
              entity: { type: "FIELD_ENTITY", code },
              includeSubs: false,
            })),
          },
        },
      ]),
    });
  });

  it("leaves no state without somebody whose turn it is, and no step into a field's state while that field may be empty", () => {
    for (const { states, actions } of apps.flatMap(({ process }) => process ?? [])) {
      const ownerless = states.filter(
        ({ assignees, assigneeFields = [] }) =>
          assignees !== "creator" && assignees.length + assigneeFields.length === 0,
      );
      expect(ownerless).toEqual([]);
      const fieldsOnly = states.filter(({ assignees }) => assignees !== "creator" && assignees.length === 0);
      const unguarded = fieldsOnly.flatMap(({ name, assigneeFields = [] }) =>
        actions.filter(
          ({ from, to, where = [], byFields = [] }) =>
            to === name &&
            // Sent back, or sent by one whom the field names, the record has that person already.
            states.findIndex((state) => state.name === from) < states.findIndex((state) => state.name === to) &&
            !byFields.some((field) => assigneeFields.includes(field)) &&
            !where.some(({ field, operator }) => assigneeFields.includes(field) && operator === "not in"),
        ),
      );
      expect(unguarded).toEqual([]);
    }
  });
});
