import { add } from "../../formula/arithmetic.ts";
import { findReadable, toReadable } from "../../permission/read-records.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import { type Decimal, parseDecimal, printDecimal } from "../../record/decimal.ts";
import { parseQuery } from "../../query/parse-query.ts";
import type { Operation } from "../operation.ts";
import { readOptionalText, readTexts } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/**
 * `GET /k/platform/list/totals.json`: app, query?, fields → {count, totals: {code: {sum, count}}}: the figures under a list's number
 * columns, over all records of its condition and not only the page's. Ours: kintone's lists have no such line. `count` of a field is
 * how many records have a number there.
 */
export const getTotals: Operation = {
  method: "GET",
  path: "/k/platform/list/totals.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    requireAppRight(scope, "recordViewable");
    const codes = new Set(readTexts(context.params, "fields"));
    const { condition, order } = parseQuery(readOptionalText(context.params, "query") ?? "");
    const numeric = scope.access.settings.fields.filter(
      ({ code, type }) => codes.has(code) && (type === "NUMBER" || type === "CALC"),
    );
    const wanted = new Set(numeric.map(({ code }) => code));
    const records = findReadable(scope, { condition, order }).map((record) => toReadable(scope, record, wanted));
    const totals = numeric.map(({ code }) => {
      const numbers = records.flatMap((record): Decimal[] => {
        const value = record[code]?.value;
        const number = typeof value === "string" ? parseDecimal(value) : null;
        return number === null ? [] : [number];
      });
      const sum = numbers.reduce<Decimal>((total, number) => add(total, number), { units: 0n, scale: 0 });
      return [code, { sum: printDecimal(sum), count: numbers.length }] as const;
    });
    return { count: records.length, totals: Object.fromEntries(totals) };
  },
};
