import * as v from "valibot";
import type { CellField, LookupField } from "../schema/field-declaration.ts";
import type { Attachment, Entity } from "../schema/record-of.ts";
import type { Issue } from "./issue.ts";

export type ParsedValue = string | string[] | Entity[] | Attachment[];

const scalar = v.nullish(v.union([v.string(), v.pipe(v.number(), v.finite())]));
const list = v.nullish(v.array(v.string()));
const entities = v.nullish(v.array(v.object({ code: v.string(), name: v.nullish(v.string()) })));
const attachments = v.nullish(
  v.array(
    v.object({
      fileKey: v.string(),
      name: v.nullish(v.string()),
      contentType: v.nullish(v.string()),
      size: v.nullish(v.union([v.string(), v.number()])),
    }),
  ),
);

/** kintone hands out days as YYYY-MM-DD and nothing else. */
const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

type Report = (code: string, message: string) => void;

/** Parses one value of a kintone record; what cannot be used becomes empty and is reported in `issues`. */
export function parseValue(
  field: CellField | LookupField,
  raw: unknown,
  { path, issues }: { readonly path: string; readonly issues: Issue[] },
): ParsedValue {
  const report: Report = (code, message) => {
    issues.push({ path, code, message });
  };
  if (field.type === "CHECK_BOX" || field.type === "MULTI_SELECT") {
    const choices = parseOr(list, raw, report) ?? [];
    return choices.filter((choice) => isOption(field.options, choice, report));
  }
  if (field.type === "USER_SELECT" || field.type === "ORGANIZATION_SELECT" || field.type === "GROUP_SELECT") {
    return (parseOr(entities, raw, report) ?? []).map(({ code, name }) => ({ code, name: name ?? "" }));
  }
  if (field.type === "FILE") {
    return (parseOr(attachments, raw, report) ?? []).map(({ fileKey, name, contentType, size }) => ({
      fileKey,
      name: name ?? "",
      contentType: contentType ?? "",
      size: String(size ?? ""),
    }));
  }
  const value = String(parseOr(scalar, raw, report) ?? "");
  return value === "" || isUsable(field, value, report) ? value : "";
}

function isUsable(field: CellField | LookupField, value: string, report: Report): boolean {
  if (field.type === "DROP_DOWN" || field.type === "RADIO_BUTTON") {
    return isOption(field.options, value, report);
  }
  if (field.type === "DATE" && !calendarDay.test(value)) {
    report("date", `"${value}" is not a day in the form YYYY-MM-DD`);
    return false;
  }
  return true;
}

function isOption(options: readonly string[], choice: string, report: Report): boolean {
  if (!options.includes(choice)) {
    report("option", `"${choice}" is not among the declared choices`);
    return false;
  }
  return true;
}

function parseOr<const Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown,
  report: Report,
): v.InferOutput<Schema> | null {
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) {
    report("type", parsed.issues[0].message);
    return null;
  }
  return parsed.output;
}
