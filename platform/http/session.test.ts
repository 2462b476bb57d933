import { beforeEach, describe, expect, it } from "vitest";
import { createTestStore, findTestUser } from "../record/testing/test-app.ts";
import type { Store } from "../store/store.ts";
import { closeSession, isSameToken, openSession, readSession } from "./session.ts";

const start = new Date("2026-04-01T00:00:00Z");
let store: Store;

beforeEach(() => {
  store = createTestStore();
});

function requestWith(cookie: string): Request {
  return new Request("http://localhost/k/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
}

function after(hours: number): Date {
  return new Date(start.getTime() + hours * 3_600_000);
}

describe("sessions", () => {
  it("belong to the user who opened them and carry a request token of their own", () => {
    const [first, second] = [1, 2].map(() => requestWith(openSession(store, findTestUser(store, "tantou"), start)));
    const sessions = [first, second].map((request) => request && readSession(store, request, start));
    expect(sessions[0]?.user.code).toBe("tantou");
    expect(sessions[0]?.requestToken).not.toBe(sessions[1]?.requestToken);
  });

  it("end a day after the last access", () => {
    const request = requestWith(openSession(store, findTestUser(store, "admin"), start));
    expect(readSession(store, request, after(23))).not.toBeNull();
    expect(readSession(store, request, after(46))).not.toBeNull();
    expect(readSession(store, request, after(70.5))).toBeNull();
  });

  it("are found by a hash only: the data file holds no token", () => {
    const cookie = openSession(store, findTestUser(store, "admin"), start);
    const token = /=([^;]+)/u.exec(cookie)?.[1] ?? "";
    expect(JSON.stringify(store.db.all("SELECT * FROM sessions"))).not.toContain(token);
  });

  it("end with signing out and are not opened by made-up cookies", () => {
    const request = requestWith(openSession(store, findTestUser(store, "admin"), start));
    expect(closeSession(store, request)).toContain("Max-Age=0");
    expect(readSession(store, request, start)).toBeNull();
    expect(readSession(store, requestWith("kp_session=x"), start)).toBeNull();
    expect(readSession(store, requestWith("other=x"), start)).toBeNull();
  });

  it("compare tokens whole", () => {
    expect(isSameToken("abc", "abc")).toBe(true);
    for (const wrong of ["", "ab", "abcd", undefined, null, ["abc"], 1]) {
      expect(isSameToken(wrong, "abc")).toBe(false);
    }
  });
});
