import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { actionFields } from "../../../apps-schema/apps/action-fields.ts";
import { kpiFields } from "../../../apps-schema/apps/kpi-fields.ts";
import { kpiValueFields } from "../../../apps-schema/apps/kpi-value-fields.ts";
import type { FieldDeclaration, FieldSet } from "../../../apps-schema/schema/field-declaration.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";

/** What this plugin needs of the apps that the rules judge: lists, steps and rights of their declarations stay out of its file. */
export const judgedSchemas = {
  action: { name: "アクションプラン", keyField: "action_id", fields: actionFields },
  kpi: { name: "成果指標", keyField: "kpi_id", fields: kpiFields },
  kpi_value: { name: "KPI実績", keyField: "kpi_fy_key", fields: kpiValueFields },
} as const satisfies Record<JudgedApp, { readonly name: string; readonly keyField: string; readonly fields: FieldSet }>;

const judgedApps = ["action", "kpi", "kpi_value"] as const satisfies readonly JudgedApp[];

/** Which apps this page may belong to: one that the settings file names, all of them without a file, none elsewhere. */
export function listPossibleApps(app: AppKey | null): readonly JudgedApp[] {
  return app === null ? judgedApps : judgedApps.filter((judged) => judged === app);
}

/** Which of the possible apps a record belongs to, told by its key field; null when it is none of them. */
export function findAppOfRecord(
  possible: readonly JudgedApp[],
  record: Readonly<Record<string, unknown>>,
): JudgedApp | null {
  // KPI実績 carries the indicator's id too, so its own key is looked for first.
  const order = possible.toSorted((a, b) => Number(b === "kpi_value") - Number(a === "kpi_value"));
  return order.find((app) => judgedSchemas[app].keyField in record) ?? null;
}

/** kintone fires change events for these types only (fact sheet §3.3); naming another one does nothing. */
const changing = new Set([
  "RADIO_BUTTON",
  "DROP_DOWN",
  "CHECK_BOX",
  "MULTI_SELECT",
  "DATE",
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "SUBTABLE",
]);

/** Codes whose change events exist, those inside tables included. */
export function listChangingCodes(apps: readonly JudgedApp[]): string[] {
  const codes = apps.flatMap((app) =>
    listFields(judgedSchemas[app]).flatMap(([code, field]) => [
      ...(changing.has(field.type) ? [code] : []),
      ...(field.type === "SUBTABLE"
        ? Object.entries(field.fields).flatMap(([cell, { type }]) => (changing.has(type) ? [cell] : []))
        : []),
    ]),
  );
  return [...new Set(codes)];
}

function listFields({ fields }: { readonly fields: FieldSet }): [string, FieldDeclaration][] {
  return Object.entries(fields);
}
