import { describe, expect, it } from "vitest";
import type { StoredField } from "../../../../store/app-settings.ts";
import { listInlineEditable } from "./inline-editable.ts";

let lastId = 0;
function field(type: string, code: string, property: Record<string, unknown> = {}): StoredField {
  lastId += 1;
  return { id: lastId, type, code, property };
}

function lock(readable: StoredField): StoredField {
  return { ...readable, locked: true };
}

describe("what can be edited in a list", () => {
  it("is every type of kintone's list, and no other", () => {
    const all =
      "SINGLE_LINE_TEXT MULTI_LINE_TEXT NUMBER RADIO_BUTTON CHECK_BOX MULTI_SELECT DROP_DOWN DATE TIME DATETIME LINK USER_SELECT ORGANIZATION_SELECT GROUP_SELECT".split(
        " ",
      );
    const others = ["RICH_TEXT", "FILE", "SUBTABLE", "CALC", "RECORD_NUMBER", "CREATOR", "UPDATED_TIME", "STATUS"];
    const fields = [...all, ...others].map((type) => field(type, type));
    expect([...listInlineEditable(fields, fields)]).toStrictEqual(all);
  });

  it("leaves out lookups, what they copy, the condition of related records, automatic texts and what the reader only reads", () => {
    const fields = [
      field("SINGLE_LINE_TEXT", "free"),
      field("SINGLE_LINE_TEXT", "key", {
        lookup: { relatedApp: { app: "2" }, fieldMappings: [{ field: "copied", relatedField: "name" }] },
      }),
      field("SINGLE_LINE_TEXT", "copied"),
      field("SINGLE_LINE_TEXT", "customer"),
      field("REFERENCE_TABLE", "orders", { referenceTable: { condition: { field: "customer", relatedField: "who" } } }),
      field("SINGLE_LINE_TEXT", "automatic", { expression: "free" }),
      lock(field("SINGLE_LINE_TEXT", "read")),
    ];
    expect([...listInlineEditable(fields, fields)]).toStrictEqual(["free"]);
  });
});
