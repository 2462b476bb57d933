import { describe, expect, it } from "vitest";
import { SuiteError } from "./suite-error.ts";

describe("SuiteError", () => {
  it("carries the code, what to tell people, the cause and what the other side said", () => {
    const cause = { code: "GAIA_CO02" };
    const error = new SuiteError("conflict", "読み込み直してください。", { cause, details: { id: "x" } });
    expect(error).toMatchObject({ name: "SuiteError", code: "conflict", message: "読み込み直してください。", cause });
    expect(error.details).toEqual({ id: "x" });
    expect(error).toBeInstanceOf(Error);
  });

  it("has no cause when there is none", () => {
    expect("cause" in new SuiteError("busy", "x")).toBe(false);
  });
});
