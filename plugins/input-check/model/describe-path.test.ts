import { describe, expect, it } from "vitest";
import { describePath } from "./describe-path.ts";

const path = { table: "phases", row: 1, field: "ph_to" };

describe("describePath", () => {
  it("names a field by its label", () => {
    expect(describePath("action", { field: "ideal_state" }, "ja")).toBe("あるべき姿（良くなること）");
  });

  it("counts rows from one, in the reader's language", () => {
    expect(describePath("action", path, "ja")).toMatch(/^\S+ 2行目 \S/u);
    expect(describePath("action", path, "en")).toMatch(/^\S+ row 2 \S/u);
  });

  it("names a table as a whole by its label", () => {
    expect(describePath("action", { table: "phases", field: "ph_to" }, "ja")).not.toContain("行目");
  });
});
