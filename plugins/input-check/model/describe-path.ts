import type { FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import { type Language, formatMessage } from "../../../domain/message.ts";
import type { FindingPath, JudgedApp } from "../../../domain/rules/rule.ts";
import { messages } from "../messages.ts";
import { judgedSchemas } from "./judged-app.ts";

/** Which field a finding is about, in the words of the form: "主担当", "工程の表 2行目 今の計画 終わり". */
export function describePath(app: JudgedApp, { field, table, row }: FindingPath, language: Language): string {
  const fields: Readonly<Record<string, FieldDeclaration>> = judgedSchemas[app].fields;
  if (table === undefined) {
    return fields[field]?.label ?? field;
  }
  const declared = fields[table];
  const tableLabel = declared?.label ?? table;
  if (row === undefined || declared?.type !== "SUBTABLE") {
    return tableLabel;
  }
  return formatMessage(messages.fieldInRow, language, {
    table: tableLabel,
    row: row + 1,
    field: declared.fields[field]?.label ?? field,
  });
}
