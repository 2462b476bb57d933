import { type CsvField, startHeading } from "./csv-field.ts";

/** What a column of a file is taken for: a field by its code, the mark where records begin, or nothing. */
export type ColumnTarget = { readonly kind: "field"; readonly code: string } | { readonly kind: "start" | "none" };

/** Finds each column's field by its heading: the code first, then the label. A field is taken once. */
export function mapColumns(headings: readonly string[], fields: readonly CsvField[]): readonly ColumnTarget[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const name = heading.trim();
    if (index === 0 && (name === "*" || name === startHeading.ja || name === startHeading.en)) {
      return { kind: "start" };
    }
    const free = fields.filter(({ code }) => !taken.has(code));
    const field = free.find(({ code }) => code === name) ?? free.find(({ label }) => label === name);
    if (field === undefined) {
      return { kind: "none" };
    }
    taken.add(field.code);
    return { kind: "field", code: field.code };
  });
}
