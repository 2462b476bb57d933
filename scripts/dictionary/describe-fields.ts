import { planRecords } from "../../apps-schema/plan/plan-records.ts";
import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { FieldDeclaration } from "../../apps-schema/schema/field-declaration.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import { appPurposes, commonPurposes } from "./purposes.ts";
import { appsOfNumberRule, ruleFields } from "./rule-fields.ts";

export type DictionaryRow = {
  readonly appKey: AppKey;
  readonly app: string;
  /** The table in which the field stands; "" for a field of the record itself. */
  readonly table: string;
  readonly code: string;
  readonly label: string;
  readonly type: FieldDeclaration["type"];
  readonly required: boolean;
  readonly options: readonly string[];
  readonly rules: readonly string[];
  readonly purpose: string;
  readonly source: string;
};

type Place = { readonly schema: AppSchema; readonly table: string; readonly code: string };

/** Describes every field of every app, cells of tables behind their table. Throws where nobody has said what a field is for. */
export function describeFields(): DictionaryRow[] {
  return appKeys.flatMap((key) => {
    const schema: AppSchema = suiteApps[key];
    return Object.entries(schema.fields).flatMap(([code, field]) => [
      describe({ schema, table: "", code }, field),
      ...(field.type === "SUBTABLE"
        ? Object.entries(field.fields).map(([cell, declared]) =>
            describe({ schema, table: code, code: cell }, declared),
          )
        : []),
    ]);
  });
}

function describe(place: Place, field: FieldDeclaration): DictionaryRow {
  const { schema, table, code } = place;
  return {
    appKey: schema.key,
    app: schema.name,
    table,
    code,
    label: field.label,
    type: field.type,
    required: "required" in field && (field.required ?? false),
    options: "options" in field ? field.options : [],
    rules: rulesOf(place, field),
    purpose: purposeOf(place, field),
    source: sourceOf(place, field),
  };
}

function rulesOf({ schema: { key }, code }: Place, { type }: FieldDeclaration): string[] {
  const named = Object.entries(ruleFields).flatMap(([id, apps]) => (apps[key]?.includes(code) === true ? [id] : []));
  return type === "NUMBER" && appsOfNumberRule.includes(key) ? [...named, "V-C4-2"] : named;
}

function purposeOf(place: Place, field: FieldDeclaration): string {
  const { schema, code } = place;
  const copy = findCopy(place);
  const own = field.purpose ?? appPurposes[schema.key]?.[code] ?? field.help ?? commonPurposes[code];
  if (own !== undefined) {
    return own;
  }
  if (field.type === "REFERENCE_TABLE") {
    return `「${suiteApps[field.reference.app].name}」の関係する記録を並べて見る。`;
  }
  if (copy !== null) {
    return `「${copy.lookup}」で選んだ記録を、その場で読めるようにする。`;
  }
  throw new Error(`${schema.key}.${code} (${field.label}): nobody has said what it is for; add it to purposes.ts`);
}

/** Where a value comes from, as far as the declarations and the loaded records tell. */
function sourceOf(place: Place, field: FieldDeclaration): string {
  const { schema, table, code } = place;
  const copy = findCopy(place);
  if (field.type === "REFERENCE_TABLE") {
    return `「${suiteApps[field.reference.app].name}」から自動で表示`;
  }
  if (copy !== null) {
    return `「${copy.from}」から写る（${copy.lookup}を選んだとき）`;
  }
  if (field.type === "SINGLE_LINE_TEXT" && field.expression !== undefined) {
    return "kintoneの自動計算";
  }
  if (field.label.includes("（自動）")) {
    return "集計が書く";
  }
  if (filledAtStart().has(`${schema.key}.${table === "" ? code : table}`)) {
    return schema.key === "deadline"
      ? "初期データ（出典は各記録）。あとは事務局"
      : "初期データ（計画書 Ver.5.0）。あとは事務局";
  }
  return schema.permissions.tantou.includes("edit") ? "担当課・事務局が入力" : "事務局が入力";
}

function findCopy({ schema, table, code }: Place): { readonly lookup: string; readonly from: string } | null {
  for (const field of table === "" ? Object.values(schema.fields) : []) {
    if (field.type === "LOOKUP" && Object.hasOwn(field.copies, code)) {
      return { lookup: field.label, from: suiteApps[field.app].name };
    }
  }
  return null;
}

let filled: ReadonlySet<string> | null = null;

function filledAtStart(): ReadonlySet<string> {
  filled ??= new Set(
    planRecords().flatMap(({ app, records }) =>
      records.flatMap((record) =>
        Object.entries(record).flatMap(([code, { value }]) => (isEmpty(value) ? [] : [`${app}.${code}`])),
      ),
    ),
  );
  return filled;
}

function isEmpty(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}
