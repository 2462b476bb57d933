import { describe, expect, it } from "vitest";
import type { LayoutRow } from "../../../store/app-settings.ts";
import { fieldsByCode } from "./form-record.ts";
import { buildLayout } from "./layout.ts";
import { buildField } from "./testing-fields.ts";

const fields = fieldsByCode([
  buildField("code", "SINGLE_LINE_TEXT", { label: "番号" }),
  buildField("name", "SINGLE_LINE_TEXT", { label: "名前" }),
]);

const both: LayoutRow = {
  type: "ROW",
  fields: [
    { type: "SINGLE_LINE_TEXT", code: "code" },
    { type: "SINGLE_LINE_TEXT", code: "name" },
  ],
};

function label(markup: string, elementId?: string): LayoutRow {
  return { type: "ROW", fields: [{ type: "LABEL", label: markup, ...(elementId === undefined ? {} : { elementId }) }] };
}

describe("attachHelp", () => {
  it("puts each sentence at the field that it names", () => {
    const nodes = buildLayout([both, label("番号：A &lt; B"), label("名前：40文字まで")], fields);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ items: [{ help: "A < B" }, { help: "40文字まで" }] });
  });

  it("leaves other notes, markup and what a customization can name where they are", () => {
    const rows = [both, label("ここは全体の説明です"), label("<b>番号：</b>太字"), label("番号：説明", "note")];
    expect(buildLayout(rows, fields)).toMatchObject([
      { items: [{ kind: "field" }, { kind: "field" }] },
      { items: [{ kind: "label" }] },
      { items: [{ kind: "label" }] },
      { items: [{ kind: "label" }] },
    ]);
  });

  it("does not reach over a note to a row further up", () => {
    const nodes = buildLayout([both, label("全体"), label("番号：説明")], fields);
    expect(nodes).toHaveLength(3);
  });
});
