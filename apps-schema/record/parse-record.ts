import * as v from "valibot";
import type { CellField, LookupField, SubtableField } from "../schema/field-declaration.ts";
import type { RecordOf, RecordShape } from "../schema/record-of.ts";
import type { Issue } from "./issue.ts";
import { type ParsedValue, parseValue } from "./parse-value.ts";

type Context = { readonly path: string; readonly issues: Issue[] };
type ParsedRow = { id: string | null } & Record<string, ParsedValue | null>;

const recordShape = v.pipe(
  v.unknown(),
  v.check((raw) => !Array.isArray(raw)),
  v.record(v.string(), v.unknown()),
);
const fieldShape = v.looseObject({ value: v.optional(v.unknown()), type: v.optional(v.string()) });
const rowShape = v.object({
  id: v.nullish(v.union([v.string(), v.number()])),
  value: recordShape,
});

/**
 * Parses a record as kintone's REST and JavaScript APIs give it, `{code: {type, value}}`. Keys that are missing,
 * undefined or null are empty values; what does not fit its declaration is empty too and named in `issues`, so a
 * caller that writes a field back must first see that no issue lies on its path.
 */
export function parseRecord<Schema extends RecordShape>(
  schema: Schema,
  raw: unknown,
): { record: RecordOf<Schema>; issues: Issue[] } {
  const issues: Issue[] = [];
  const parsed = v.safeParse(recordShape, raw);
  if (!parsed.success) {
    issues.push({ path: "", code: "type", message: "expected a kintone record" });
  }
  const source = parsed.success ? parsed.output : {};
  const record: Record<string, unknown> = {};
  for (const [code, field] of Object.entries(schema.fields)) {
    if (field.type !== "REFERENCE_TABLE") {
      const value = valueOf(source[code], { path: code, issues });
      record[code] =
        field.type === "SUBTABLE"
          ? parseRows(field, value, { path: code, issues })
          : parseField(field, value, { path: code, issues });
    }
  }
  for (const code of ["$id", "$revision"]) {
    const value = textOf(source[code]);
    if (value !== null) {
      record[code] = value;
    }
  }
  const status = Object.values(source).find((field) => typeOf(field) === "STATUS");
  const state = textOf(status);
  if (state !== null) {
    record["status"] = state;
  }
  return { record: trustAsRecordOf<Schema>(record), issues };
}

function parseField(field: CellField | LookupField, value: unknown, context: Context): ParsedValue {
  return parseValue(field, value, context);
}

function parseRows(table: SubtableField, value: unknown, { path, issues }: Context): ParsedRow[] {
  const rows = v.safeParse(v.nullish(v.array(v.unknown())), value);
  if (!rows.success) {
    issues.push({ path, code: "type", message: "expected the rows of a table" });
    return [];
  }
  return (rows.output ?? []).flatMap((raw, index) => {
    const rowPath = `${path}[${index}]`;
    const parsed = v.safeParse(rowShape, raw);
    if (!parsed.success) {
      issues.push({ path: rowPath, code: "type", message: "expected a row {id, value}" });
      return [];
    }
    const { id, value: cells } = parsed.output;
    const row: ParsedRow = { id: id === null || id === undefined || id === "" ? null : String(id) };
    for (const [code, field] of Object.entries(table.fields)) {
      const context = { path: `${rowPath}.${code}`, issues };
      row[code] = parseValue(field, valueOf(cells[code], context), context);
    }
    return [row];
  });
}

function valueOf(raw: unknown, { path, issues }: Context): unknown {
  if (raw === undefined || raw === null) {
    return null;
  }
  const parsed = v.safeParse(fieldShape, raw);
  if (!parsed.success) {
    issues.push({ path, code: "type", message: "expected {value}" });
    return null;
  }
  return parsed.output.value;
}

function typeOf(raw: unknown): string | undefined {
  const parsed = v.safeParse(fieldShape, raw);
  return parsed.success ? parsed.output.type : undefined;
}

function textOf(raw: unknown): string | null {
  const parsed = v.safeParse(v.object({ value: v.union([v.string(), v.number()]) }), raw);
  return parsed.success ? String(parsed.output.value) : null;
}

/** The loop above has put a value of the declared type under every code of the schema; TypeScript cannot follow it. */
function trustAsRecordOf<Schema extends RecordShape>(record: Record<string, unknown>): RecordOf<Schema> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return record as RecordOf<Schema>;
}
