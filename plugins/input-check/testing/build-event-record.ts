import type { FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";
import type { EventRecord, EventRow } from "../../core/kintone/kintone-event.ts";
import { judgedSchemas } from "../model/judged-app.ts";

type Values = Readonly<Record<string, unknown>>;

/** A record as kintone's events carry it: every field with its type, empty as on a new form unless given; rows as values. */
export function buildEventRecord(app: JudgedApp, values: Values = {}): EventRecord {
  const fields: Readonly<Record<string, FieldDeclaration>> = judgedSchemas[app].fields;
  const record: EventRecord = {};
  for (const [code, field] of Object.entries(fields)) {
    if (field.type === "SUBTABLE") {
      const rows: unknown = values[code] ?? [];
      record[code] = {
        type: "SUBTABLE",
        value: Array.isArray(rows) ? rows.map((row: Values) => buildRow(field.fields, row)) : [],
      };
    } else if (field.type !== "REFERENCE_TABLE") {
      record[code] = buildField(field, values[code]);
    }
  }
  return record;
}

function buildRow(fields: Readonly<Record<string, FieldDeclaration>>, values: Values): EventRow {
  const cells = Object.entries(fields).map(([code, field]) => [code, buildField(field, values[code])] as const);
  return { id: null, value: Object.fromEntries(cells) };
}

function buildField({ type }: FieldDeclaration, value: unknown) {
  const holdsMany = type === "CHECK_BOX" || type === "MULTI_SELECT" || type.endsWith("_SELECT") || type === "FILE";
  return { type: type === "LOOKUP" ? "SINGLE_LINE_TEXT" : type, value: value ?? (holdsMany ? [] : undefined) };
}
