import { describe, expect, it } from "vitest";
import { SuiteError } from "../../../domain/suite-error.ts";
import { toSuiteError } from "./to-suite-error.ts";

describe("toSuiteError", () => {
  it.each([
    ["GAIA_CO02", "conflict", "ほかの人が先に保存しました"],
    ["GAIA_UN03", "conflict", "読み込み直して"],
    ["CB_NO02", "forbidden", "権限がありません"],
    ["GAIA_RE01", "not-found", "見つかりません"],
    ["CB_AU01", "unauthenticated", "サインイン"],
    ["GAIA_TO04", "busy", "1分ほど待って"],
  ])("answers %s as %s with words that say what to do", (code, expected, words) => {
    const error = toSuiteError({ code, id: "1", message: "…" }, "ja");
    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain(code);
  });

  it("gives the server's reason by field for input that was refused", () => {
    const refused = {
      code: "CB_VA01",
      id: "1",
      message: "入力内容が正しくありません。",
      errors: { "record.action_name.value": { messages: ["必須です。"] } },
    };
    expect(toSuiteError(refused, "ja").message).toContain("必須です。");
    expect(toSuiteError(refused, "ja").details).toMatchObject({ code: "CB_VA01" });
  });

  it("gives the server's message where there is none by field", () => {
    expect(toSuiteError({ code: "GAIA_LO04", id: "1", message: "値がありません。" }, "ja").message).toContain(
      "値がありません。",
    );
    expect(toSuiteError({ code: "GAIA_XX99", id: "1" }, "ja").message).toContain("確かめて");
  });

  it("takes a missing answer for a broken connection", () => {
    expect(toSuiteError("", "ja").code).toBe("offline");
    expect(toSuiteError({ code: "KP_OFFLINE", id: "", message: "…" }, "ja").code).toBe("offline");
    expect(toSuiteError("<html>", "ja", false).code).toBe("offline");
    expect(toSuiteError("<html>", "ja").code).toBe("unexpected");
  });

  it("does not blame the network for a fault of our own", () => {
    expect(toSuiteError(new TypeError("Cannot read properties of undefined"), "ja").code).toBe("unexpected");
  });

  it("speaks English to whoever does not read Japanese", () => {
    expect(toSuiteError({ code: "CB_NO02" }, "en").message).toMatch(/right/u);
  });

  it("leaves an error that is one already", () => {
    const error = new SuiteError("busy", "x");
    expect(toSuiteError(error, "ja")).toBe(error);
  });
});
