import { describe, expect, it } from "vitest";
import { toOfflineFailure, toRefusal } from "./refusal.ts";

const call = { baseUrl: "https://example.cybozu.com", username: "user", target: "PUT /k/v1/preview/app/views.json" };

function refuse(status: number, body: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return toRefusal(new Response(null, { status }), text, call);
}

describe("toRefusal", () => {
  it.each([
    [401, { code: "CB_WA01", message: "x" }, "unauthenticated"],
    [403, { code: "CB_NO02", message: "x" }, "forbidden"],
    [404, { code: "GAIA_AP01", message: "x" }, "not-found"],
    [409, { code: "GAIA_CO02", message: "x" }, "conflict"],
    [400, { code: "GAIA_CO03", message: "x" }, "conflict"],
    [429, { code: "GAIA_TO04", message: "x" }, "busy"],
    [400, { code: "GAIA_DA02", message: "x" }, "busy"],
    [503, "<html>Service Unavailable</html>", "busy"],
    [400, { code: "CB_VA01", message: "x" }, "invalid"],
    [520, { code: "GAIA_IL23", message: "x" }, "invalid"],
    [500, { code: "GAIA_CS02", message: "x" }, "unexpected"],
  ])("takes %s %j as %s", (status, body, code) => {
    expect(refuse(status, body).code).toBe(code);
  });

  it("says which field kintone minds", () => {
    const errors = { "properties[a].label": { messages: ["必須です。"] } };
    expect(refuse(400, { code: "CB_VA01", message: "入力内容が正しくありません。", errors }).message).toContain(
      "[CB_VA01] 入力内容が正しくありません。 properties[a].label: 必須です。",
    );
  });

  it("finds the one error in a failed bulkRequest", () => {
    const results = [{}, { code: "GAIA_LO04", message: "ありません", id: "x" }, {}];
    expect(refuse(400, { results }).message).toContain("[GAIA_LO04] ありません");
  });
});

describe("toOfflineFailure", () => {
  it("names the system's reason, which fetch hides in the cause", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const error = new TypeError("fetch failed", { cause: new AggregateError([refused]) });
    expect(toOfflineFailure(error, call.baseUrl).message).toContain("ECONNREFUSED");
  });

  it("keeps a call that took too long apart", () => {
    expect(toOfflineFailure(new DOMException("x", "TimeoutError"), call.baseUrl).code).toBe("timeout");
  });
});
