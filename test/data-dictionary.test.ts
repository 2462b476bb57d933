import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { appKeys } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { rules } from "../domain/rules/rules.ts";
import { describeFields } from "../scripts/dictionary/describe-fields.ts";
import { appPurposes, commonPurposes } from "../scripts/dictionary/purposes.ts";
import { renderDictionaryCsv, renderDictionaryMarkdown } from "../scripts/dictionary/render-dictionary.ts";
import { ruleFields } from "../scripts/dictionary/rule-fields.ts";

const rows = describeFields();

function readDocument(name: string): string {
  return readFileSync(join(import.meta.dirname, "../docs", name), "utf8");
}

function codesOf(app: AppSchema): string[] {
  return Object.entries(app.fields).flatMap(([code, field]) => [
    code,
    ...(field.type === "SUBTABLE" ? Object.keys(field.fields) : []),
  ]);
}

describe("the data dictionary", () => {
  it("is written as the declarations say (node scripts/bootstrap.mjs dictionary)", () => {
    expect(readDocument("data-dictionary.csv")).toBe(renderDictionaryCsv());
    expect(readDocument("data-dictionary.md")).toBe(renderDictionaryMarkdown());
  });

  it("names every field of every app once, with what it is for and where it comes from", () => {
    const declared = appKeys.flatMap((key) => codesOf(suiteApps[key]).map((code) => `${key}.${code}`));
    expect(rows.map(({ appKey, code }) => `${appKey}.${code}`)).toEqual(declared);
    expect(rows.filter(({ purpose, source }) => purpose === "" || source === "")).toEqual([]);
  });

  it("keeps no purpose for a field that is not there", () => {
    const stray = appKeys.flatMap((key) => {
      const codes = new Set(codesOf(suiteApps[key]));
      return Object.keys(appPurposes[key] ?? {}).filter((code) => !codes.has(code));
    });
    expect(stray).toEqual([]);
    const known = new Set(rows.map(({ code }) => code));
    expect(Object.keys(commonPurposes).filter((code) => !known.has(code))).toEqual([]);
  });

  it("names for every rule fields that are there", () => {
    expect([...Object.keys(ruleFields), "V-C4-2"].toSorted((a, b) => a.localeCompare(b))).toEqual(
      rules.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b)),
    );
    const stray = Object.values(ruleFields).flatMap((apps) =>
      appKeys.flatMap((key) => (apps[key] ?? []).filter((code) => !codesOf(suiteApps[key]).includes(code))),
    );
    expect(stray).toEqual([]);
  });

  it("has no line break inside a record of the CSV, which begins with a byte order mark", () => {
    const csv = renderDictionaryCsv();
    expect(csv.startsWith("\u{FEFF}")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(rows.length + 2);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });
});
