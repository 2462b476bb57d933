import { describe, expect, it } from "vitest";
import type { FormRecord } from "../../record/form-record.ts";
import { mergeLatest, startDraft } from "./row-draft.ts";

const record = (revision: string, values: Record<string, unknown>): FormRecord => ({
  id: "1",
  revision,
  values,
  lookups: {},
});

describe("mergeLatest", () => {
  it("keeps what was typed here and renews the rest", () => {
    const draft = startDraft(record("1", { a: "old", b: "old", c: [] }));
    const typed = { ...draft, record: record("1", { a: "mine", b: "old", c: [] }) };
    const merged = mergeLatest(typed, record("2", { a: "theirs", b: "theirs", c: ["x"] }), []);
    expect(merged.record).toMatchObject({ revision: "2", values: { a: "mine", b: "theirs", c: ["x"] } });
    expect(merged.base.values).toEqual({ a: "theirs", b: "theirs", c: ["x"] });
  });
});
