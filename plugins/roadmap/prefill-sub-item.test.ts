import { describe, expect, it } from "vitest";
import { prefillSubItem } from "./prefill-sub-item.ts";

function event(reuse = false) {
  return {
    type: "app.record.create.show",
    reuse,
    record: { sub_item_id: { type: "SINGLE_LINE_TEXT", value: undefined as unknown, lookup: false } },
  };
}

describe("prefillSubItem", () => {
  it("fills the 実施事項 named in the address and has it looked up", () => {
    expect(prefillSubItem(event(), "?sub_item_id=J4-5").record?.["sub_item_id"]).toMatchObject({
      value: "J4-5",
      lookup: true,
    });
  });

  it.each(["", "?sub_item_id=", "?sub_item_id=%3Cb%3E", "?other=J4-5"])("leaves the form alone for %s", (search) => {
    expect(prefillSubItem(event(), search)).toEqual(event());
  });

  it("leaves a copied record alone", () => {
    expect(prefillSubItem(event(true), "?sub_item_id=J4-5")).toEqual(event(true));
  });
});
