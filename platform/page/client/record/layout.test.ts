import { describe, expect, it } from "vitest";
import { fieldsByCode } from "./form-record.ts";
import { buildLayout, findGroup } from "./layout.ts";
import { sampleFields, buildField } from "./testing-fields.ts";

const fields = fieldsByCode([...sampleFields, buildField("inside", "GROUP")]);

describe("buildLayout", () => {
  it("joins rows with their fields and leaves out what is gone", () => {
    const nodes = buildLayout(
      [
        {
          type: "ROW",
          fields: [
            { type: "SINGLE_LINE_TEXT", code: "title" },
            { type: "NUMBER", code: "gone" },
          ],
        },
        { type: "ROW", fields: [{ type: "NUMBER", code: "gone" }] },
      ],
      fields,
    );
    expect(nodes).toMatchObject([{ kind: "row", items: [{ kind: "field", field: { code: "title" } }] }]);
  });

  it("knows labels, lines and spaces", () => {
    const [row] = buildLayout(
      [
        {
          type: "ROW",
          fields: [
            { type: "LABEL", label: "<b>案内</b>" },
            { type: "HR", elementId: "line" },
            { type: "SPACER", elementId: "here", size: { width: "120" } },
          ],
        },
      ],
      fields,
    );
    expect(row).toMatchObject({
      items: [
        { kind: "label", markup: "<b>案内</b>" },
        { kind: "line", elementId: "line" },
        { kind: "space", elementId: "here", width: 120, height: null },
      ],
    });
  });

  it("puts a table's columns in the order of the layout", () => {
    const layout = [
      {
        type: "SUBTABLE" as const,
        code: "rows",
        fields: [
          { type: "SINGLE_LINE_TEXT", code: "note" },
          { type: "DROP_DOWN", code: "kind" },
        ],
      },
    ];
    const [table] = buildLayout(layout, fields);
    expect(table?.kind === "table" && table.field.fields?.map((field) => field.code)).toEqual([
      "note",
      "kind",
      "price",
    ]);
  });

  it("shows only what the page shows, and finds the group around a field", () => {
    const nodes = buildLayout(
      [
        {
          type: "GROUP",
          code: "inside",
          layout: [
            {
              type: "ROW",
              fields: [
                { type: "RECORD_NUMBER", code: "レコード番号" },
                { type: "NUMBER", code: "cost" },
              ],
            },
          ],
        },
      ],
      fields,
      (field) => field.type !== "RECORD_NUMBER",
    );
    expect(nodes).toMatchObject([{ kind: "group", nodes: [{ items: [{ field: { code: "cost" } }] }] }]);
    expect([findGroup(nodes, "cost"), findGroup(nodes, "title")]).toEqual(["inside", null]);
  });
});
