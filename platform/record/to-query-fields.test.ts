import { describe, expect, it } from "vitest";
import { toQueryFields } from "./to-query-fields.ts";
import { createTestApp, createTestStore } from "./testing/test-app.ts";

describe("the fields that a query may name", () => {
  it("are sorted by where one value stands for itself, and not by long texts, lists, people and files", () => {
    const sorted = ["SINGLE_LINE_TEXT", "LINK", "NUMBER", "DATE", "TIME", "DATETIME", "RADIO_BUTTON", "DROP_DOWN"];
    const others = ["MULTI_LINE_TEXT", "RICH_TEXT", "CHECK_BOX", "MULTI_SELECT", "USER_SELECT", "GROUP_SELECT", "FILE"];
    const types = [...others, ...sorted];
    const app = createTestApp(
      createTestStore(),
      types.map((type) => ({ code: type, type })),
    );
    const fields = toQueryFields(app.settings);
    expect(types.filter((type) => fields.get(type)?.sortable)).toEqual(sorted);
  });
});
