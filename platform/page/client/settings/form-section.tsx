import type { ReactElement } from "react";
import type { BootstrapApp, DeclaredSettings } from "../../bootstrap.ts";
import type { Message } from "../../message.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, readLookup, readOptions, readReference, readSetting } from "../field/field-settings.ts";
import { fieldTypeMessages } from "../messages/field-type-messages.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { FactTable, type FactRow } from "./fact-table.tsx";
import { joinWords } from "../shell/join-words.ts";

/** The fields of the form with their rules. */
export function FormSection({
  app,
  declared,
}: {
  readonly app: BootstrapApp;
  readonly declared: DeclaredSettings;
}): ReactElement {
  const rows = app.settings.fields
    .filter(({ type }) => !["LABEL", "HR", "SPACER"].includes(type))
    .flatMap((field) => [
      toRow(field, null, declared),
      ...(field.fields ?? []).map((inner) => toRow(inner, field, declared)),
    ]);
  return (
    <FactTable
      name={translate(text.form)}
      heads={[translate(text.name), translate(text.type), translate(text.code), translate(text.rules)]}
      rows={rows}
    />
  );
}

function toRow(field: StoredField, table: StoredField | null, declared: DeclaredSettings): FactRow {
  const rules = listRules(field, declared);
  return {
    key: String(field.id),
    cells: [
      fieldLabel(field),
      nameType(field.type),
      <code key="code" className="kp-code">
        {field.code}
      </code>,
      [...(table === null ? [] : [translate(text.inTable, { table: fieldLabel(table) })]), ...rules].join("\n"),
    ],
  };
}

/** The type of a field in words. */
function nameType(type: string): string {
  const known = Object.entries(fieldTypeMessages).find(([name]) => name === type);
  return known === undefined ? type : translate(known[1]);
}

function listRules(field: StoredField, { appNames }: DeclaredSettings): string[] {
  const { property } = field;
  const limit = (name: string): string => readSetting(field, name);
  const lookup = readLookup(field);
  const reference = readReference(field);
  const options = readOptions(field).map(({ label }) => label);
  return [
    ...(property["required"] === true ? [translate(text.required)] : []),
    ...(property["unique"] === true ? [translate(text.unique)] : []),
    ...listBounds(limit("minLength"), limit("maxLength"), text.length),
    ...listBounds(limit("minValue"), limit("maxValue"), text.range),
    ...(options.length === 0 ? [] : [translate(text.options, { options: joinWords(options) })]),
    ...(limit("expression") === "" ? [] : [translate(text.expression, { text: limit("expression") })]),
    ...(limit("defaultValue") === "" ? [] : [translate(text.defaultValue, { text: limit("defaultValue") })]),
    ...(lookup === null ? [] : [translate(text.lookup, { app: appNames[lookup.app] ?? lookup.app })]),
    ...(reference === null ? [] : [translate(text.related, { app: appNames[reference.app] ?? reference.app })]),
  ];
}

function listBounds(min: string, max: string, message: Message): string[] {
  return min === "" && max === "" ? [] : [translate(message, { min, max })];
}
