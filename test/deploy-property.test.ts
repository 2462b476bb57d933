import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { checkBox, dropDown } from "../apps-schema/schema/choice-fields.ts";
import type { CellField, FieldSet } from "../apps-schema/schema/field-declaration.ts";
import { subtable } from "../apps-schema/schema/relation-fields.ts";
import { date, file, multiLineText, number, text } from "../apps-schema/schema/value-fields.ts";
import { listView } from "../apps-schema/schema/view.ts";
import { defineProcess } from "../apps-schema/schema/process.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { smallApp } from "./deploy/small-suite.ts";

let domain: Domain;

beforeAll(async () => {
  domain = await openDomain();
});

afterAll(() => domain.close());

const label = fc.constantFrom("名前", "備考", "金額 & <税>", '"引用"', "長い\u3000名前");
const options = fc.uniqueArray(fc.constantFrom("道路", "水道", "その他", "未定"), { minLength: 1, maxLength: 4 });

/** The type goes with the code: kintone cannot change the type of a field. */
const cells: Readonly<Record<string, fc.Arbitrary<CellField>>> = {
  t: fc.record({ label, unique: fc.boolean() }).map((each) => text(each.label, { unique: each.unique })),
  m: label.map((each) => multiLineText(each)),
  n: fc.record({ label, unit: fc.constantFrom("", "円") }).map((each) => number(each.label, { unit: each.unit })),
  d: label.map((each) => date(each)),
  s: fc.tuple(label, options).map(([each, choices]) => dropDown(each, choices)),
  c: fc.tuple(label, options).map(([each, choices]) => checkBox(each, choices)),
  f: label.map((each) => file(each)),
};

const fieldSet: fc.Arbitrary<FieldSet> = fc
  .subarray(Object.keys(cells))
  .chain((codes) =>
    fc.tuple(...codes.map((code) => (cells[code] ?? fc.constant(text(""))).map((cell) => [code, cell] as const))),
  )
  .map((entries) => Object.fromEntries(entries));

const columns: fc.Arbitrary<FieldSet> = fc.tuple(label, label, fc.boolean()).map(([first, second, both]) => ({
  rows: subtable("明細", both ? { ct: text(first), cn: number(second) } : { ct: text(first) }),
}));

const view = fc.tuple(fc.constantFrom("一覧", "別の一覧", "三つめ"), fc.constantFrom("asc" as const, "desc" as const));

const app: fc.Arbitrary<AppSchema> = fc
  .record({
    fields: fieldSet,
    table: fc.oneof(fc.constant<FieldSet>({}), columns),
    views: fc.uniqueArray(view, { minLength: 1, maxLength: 3, selector: ([name]) => name }),
    // kintone cannot put another state before the first one, only rename it, so the first is always the same.
    states: fc.oneof(
      fc.constant<string[]>([]),
      fc
        .uniqueArray(fc.constantFrom("確認", "済み", "保留"), { minLength: 1, maxLength: 3 })
        .map((names): string[] => ["下書き", ...names]),
    ),
    looksUp: fc.boolean(),
  })
  .map(({ fields, table, views, states, looksUp }) => {
    const own: FieldSet = { ...fields, ...table, ...(looksUp ? { to_dept: lookupOfDept } : {}) };
    const process = defineProcess<string>(
      states.map((name, index) => ({
        name,
        assignees: index === 0 ? ("creator" as const) : (["jimukyoku"] as const),
        todo: "",
      })),
      states.slice(1).map((to, index) => ({ name: `${to}へ`, from: states[index] ?? "", to })),
    );
    return smallApp("issue", own, {
      views: views.map(([name, direction]) => listView(name, { columns: ["code"], sort: [["code", direction]] })),
      ...(states.length === 0 ? {} : { process }),
    });
  });

const lookupOfDept = {
  type: "LOOKUP",
  label: "課",
  app: "dept",
  relatedField: "code",
  copies: {},
  picker: ["code"],
  sort: "code asc",
} as const;

const dept = smallApp("dept", {});

/** As an administrator who answers every question with its name. */
async function applyAll(schema: AppSchema, mode: "merge" | "mirror"): Promise<void> {
  const { plan } = await domain.plan([dept, schema], { mode });
  const allowed = plan.consents.map(({ code }) => code);
  await domain.apply([dept, schema], { mode, allowed, check: "trust" });
}

/** A bounded number of pairs: each is two deployments; MACHI_DX_PAIRS tries more. */
const numRuns = Number(process.env["MACHI_DX_PAIRS"] ?? "8");

describe("any app definition after any other", () => {
  it.each(["merge", "mirror"] as const)(
    "is planned and applied so that nothing is left to plan (%s)",
    async (mode) => {
      await fc.assert(
        fc.asyncProperty(app, async (schema) => {
          await applyAll(schema, mode);
          const allowed = (await domain.plan([dept, schema], { mode })).plan.consents.map(({ code }) => code);
          const remembered = await domain.plan([dept, schema], { mode, allowed });
          expect(remembered.plan.steps).toEqual([]);
          // Once more from what the domain itself answers, so that the memory is not taken for the truth.
          const { state } = domain.deployment([]);
          for (const key of ["dept", "issue"] as const) {
            state.saveApp(key, { id: state.appId(key) ?? "", hasDraft: true });
          }
          const read = await domain.plan([dept, schema], { mode, allowed });
          expect(read.plan.steps).toEqual([]);
          expect(read.plan.hazards.filter(({ level }) => level === "stop")).toEqual([]);
        }),
        { numRuns },
      );
    },
    240_000,
  );
});
