import { beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../../record/testing/refusal-of.ts";
import { createTestStore, findTestUser, testNow } from "../../record/testing/test-app.ts";
import { firstPreference } from "../../store/user-preference.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { getPreference, putPreference } from "./preference-operations.ts";

let store: Store;

beforeEach(() => {
  store = createTestStore();
});

function call(operation: Operation, params: Record<string, unknown>, login = "tantou"): unknown {
  const caller = findTestUser(store, login);
  return store.transaction(() =>
    operation.run({ params, caller, language: "ja", preview: false, store, now: testNow }),
  );
}

describe("what people set for themselves", () => {
  it("is as on a new account first, and keeps what is not changed", () => {
    expect(call(getPreference, {})).toEqual(firstPreference);
    call(putPreference, { emailNotifications: { enabled: "true", condition: "ALL" } });
    call(putPreference, { timeFormat: "TWELVE" });
    expect(call(getPreference, {})).toEqual({
      timeFormat: "TWELVE",
      desktopNotifications: { enabled: false },
      emailNotifications: { enabled: true, condition: "ALL", format: "TEXT" },
    });
    expect(findTestUser(store, "admin").preference).toEqual(firstPreference);
  });

  it("stays when the account changes otherwise", () => {
    call(putPreference, { desktopNotifications: { enabled: true } });
    store.users.update("tantou", { name: "別名", usesKintone: true }, testNow);
    expect(call(getPreference, {})).toMatchObject({ desktopNotifications: { enabled: true } });
  });

  it("is nobody else's business, administrators aside", () => {
    expect(refusalOf(() => call(getPreference, { code: "admin" }))).toMatchObject({ code: "CB_NO02" });
    expect(refusalOf(() => call(putPreference, { code: "admin", timeFormat: "TWELVE" }))).toMatchObject({
      code: "CB_NO02",
    });
    call(putPreference, { code: "tantou", timeFormat: "TWELVE" }, "admin");
    expect(call(getPreference, {})).toMatchObject({ timeFormat: "TWELVE" });
    expect(refusalOf(() => call(getPreference, { code: "nobody" }, "admin"))).toMatchObject({ code: "GAIA_IL26" });
  });

  it.each([
    [{ timeFormat: "12" }, "timeFormat"],
    [{ emailNotifications: { condition: "NONE" } }, "emailNotifications.condition"],
    [{ emailNotifications: { format: "PDF" } }, "emailNotifications.format"],
    [{ desktopNotifications: { enabled: "perhaps" } }, "enabled"],
  ])("is refused with a word that kintone does not have: %o", (sent, path) => {
    expect(refusalOf(() => call(putPreference, sent))).toMatchObject({
      code: "CB_VA01",
      errors: { [path]: expect.anything() },
    });
    expect(call(getPreference, {})).toEqual(firstPreference);
  });
});
