import { describe, expect, it } from "vitest";
import { mergeLayout } from "./layout.ts";

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code });
const row = (...fields: object[]) => ({ type: "ROW", fields: fields.map((field) => ({ ...field })) });

describe("mergeLayout", () => {
  it("keeps what only the domain has below the declared form, and drops decorations that are not declared any more", () => {
    const declared = [row(text("name")), { type: "GROUP", code: "more", layout: [row(text("note"))] }];
    const observed = [
      row({ type: "LABEL", label: "old" }),
      row(text("name"), text("extra")),
      { type: "SUBTABLE", code: "own_table", fields: [text("a")] },
      { type: "GROUP", code: "own_group", layout: [row(text("b"), text("note"))] },
      row({ type: "SPACER", elementId: "own-space" }),
    ];
    expect(mergeLayout(declared, observed)).toEqual([
      ...declared,
      row(text("extra")),
      { type: "SUBTABLE", code: "own_table", fields: [text("a")] },
      { type: "GROUP", code: "own_group", layout: [row(text("b"))] },
      row({ type: "SPACER", elementId: "own-space" }),
    ]);
  });

  it("keeps a column that only the domain has behind a table's own", () => {
    const declared = [{ type: "SUBTABLE", code: "phases", fields: [text("ph_kind")] }];
    const observed = [{ type: "SUBTABLE", code: "phases", fields: [text("own"), text("ph_kind")] }];
    expect(mergeLayout(declared, observed)).toEqual([
      { type: "SUBTABLE", code: "phases", fields: [text("ph_kind"), text("own")] },
    ]);
  });

  it("is the declared form when there is nothing else", () => {
    const declared = [row(text("name")), { type: "SUBTABLE", code: "phases", fields: [text("ph_kind")] }];
    expect(mergeLayout(declared, declared)).toEqual(declared);
  });
});
