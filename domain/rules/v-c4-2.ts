import { actionFields } from "../../apps-schema/apps/action-fields.ts";
import { kpiFields } from "../../apps-schema/apps/kpi-fields.ts";
import { kpiValueFields } from "../../apps-schema/apps/kpi-value-fields.ts";
import type { FieldSet } from "../../apps-schema/schema/field-declaration.ts";
import { defineMessages, fillMessage } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import type { Rule, RuleFinding } from "./rule.ts";

const messages = defineMessages({
  notANumber: {
    ja: "数字だけを入れてください。単位や「約」は付けません。（今の入力：「{typed}」）",
    en: "Enter the number only, without a unit or “about”. (You entered “{typed}”.)",
  },
  over100: {
    ja: "{value}%は100をこえています。けたを確かめてください。100をこえてよい指標なら「100を超えることがある」に✓を入れてください。",
    en: "{value}% is more than 100. Check the digits. If this indicator may exceed 100, tick 100を超えることがある.",
  },
  below0: {
    ja: "{value}%は0より小さい値です。割合そのものを入れてください（増減の差なら、単位が「ポイント」の指標に入れます）。",
    en: "{value}% is less than 0. Enter the share itself; a difference belongs to an indicator whose unit is ポイント.",
  },
});

const kpiShares = ["base_value", "target_value", "range_min", "range_max"] as const;
const kpiValueShares = ["target_fy_value", "forecast_value", "actual_value"] as const;

/** 課題4: a value is a plain number, and a percentage lies between 0 and 100 unless the indicator may exceed it. */
export const valuesAreNumbers: Rule = {
  id: "V-C4-2",
  name: { ja: "値が数字だけで、%は0〜100", en: "Values are numbers, percentages between 0 and 100" },
  says: fillMessage(messages.notANumber, { typed: "50人" }),
  level: "stop",
  canBeRelaxed: true,
  // A draft is always saveable, so what is wrong at saving is refused at the next step.
  moments: ["submit", "proceed", "batch"],
  judges: {
    action: (record) => judgeNumbers(actionFields, record),
    kpi: (record) => [
      ...judgeNumbers(kpiFields, record),
      ...kpiShares.flatMap((field) => judgePercent(record, field, record[field])),
    ],
    kpi_value: (record) => [
      ...judgeNumbers(kpiValueFields, record),
      ...kpiValueShares.flatMap((field) => judgePercent(record, field, record[field])),
    ],
  },
};

function judgeNumbers(fields: FieldSet, record: Readonly<Record<string, unknown>>): RuleFinding[] {
  return Object.entries(fields).flatMap(([code, field]) => {
    if (field.type === "NUMBER") {
      return judgeNumber(record[code], { field: code });
    }
    const rows: unknown = record[code];
    if (field.type !== "SUBTABLE" || !Array.isArray(rows)) {
      return [];
    }
    const cells = Object.entries(field.fields).flatMap(([cell, { type }]) => (type === "NUMBER" ? [cell] : []));
    return rows.flatMap((row: Readonly<Record<string, unknown>>, index) =>
      cells.flatMap((cell) => judgeNumber(row[cell], { table: code, row: index, field: cell })),
    );
  });
}

function judgeNumber(typed: unknown, path: RuleFinding["path"]): RuleFinding[] {
  if (typeof typed !== "string" || typed.trim() === "" || normalizeNumber(typed) !== null) {
    return [];
  }
  // kintone refuses text in a number field, so this is said before it does.
  return [{ path, message: fillMessage(messages.notANumber, { typed }), blocksSave: true }];
}

function judgePercent(
  { unit, may_exceed_100 }: { readonly unit: string; readonly may_exceed_100: readonly string[] },
  field: string,
  typed: string,
): RuleFinding[] {
  const plain = normalizeNumber(typed);
  const value = Number(plain);
  if (unit !== "%" || plain === null || may_exceed_100.length > 0 || (value >= 0 && value <= 100)) {
    return [];
  }
  const message = value < 0 ? messages.below0 : messages.over100;
  return [{ path: { field }, message: fillMessage(message, { value: plain }) }];
}
