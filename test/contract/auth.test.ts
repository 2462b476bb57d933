import { createHook } from "node:async_hooks";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { inClient, documented, observed, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
  await platform.call("POST", "/v1/users.json", {
    body: {
      users: [
        { code: "tantou", name: "担当者", password: "tantou" },
        { code: "guess", name: "当てられる人", password: "right" },
      ],
    },
  });
});

afterAll(async () => {
  await platform.close();
});

type Answer = { readonly status: number; readonly code: unknown; readonly headers: Headers };

async function get(path: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(platform.url + path, { ...init, headers, redirect: "manual" });
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return { status: response.status, code, headers: response.headers };
}

function password(login: string, secret: string): Record<string, string> {
  return { "X-Cybozu-Authorization": Buffer.from(`${login}:${secret}`).toString("base64") };
}

/** Shows the sign-in page and sends its form; returns the answer and the cookies. */
async function signIn(login: string, secret: string, returnTo = "/k/"): Promise<{ answer: Response; cookie: string }> {
  const page = await fetch(`${platform.url}/login`);
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const csrf = cookie.split("=")[1] ?? "";
  const answer = await fetch(`${platform.url}/login`, {
    method: "POST",
    headers: { Cookie: cookie },
    body: new URLSearchParams({ login, password: secret, csrf, return: returnTo }),
    redirect: "manual",
  });
  return { answer, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}

describe("password authentication", () => {
  fact(
    "answers 401 without credentials and with wrong ones, in the asked language",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "quota" },
    async () => {
      expect(await get("/k/v1/apps.json", {})).toMatchObject({ status: 401, code: "CB_AU01" });
      for (const wrong of [password("admin", "wrong"), password("admin", ""), password("nobody", "x")]) {
        expect(await get("/k/v1/apps.json", wrong)).toMatchObject({ status: 401, code: "CB_WA01" });
      }
      expect(await get("/k/v1/apps.json", { "X-Cybozu-Authorization": "%%%" })).toMatchObject({ code: "CB_WA01" });
      const response = await fetch(`${platform.url}/k/v1/apps.json`, {
        headers: { "Accept-Language": "en-US,ja;q=0.5" },
      });
      expect(await response.json()).toMatchObject({ message: "Please login." });
    },
  );

  fact("slows guessing down and lets nobody in meanwhile", { evidence: own("protection of passwords") }, async () => {
    for (let count = 0; count < 10; count += 1) {
      await get("/k/v1/apps.json", password("guess", `wrong ${count}`));
    }
    expect(await get("/k/v1/apps.json", password("guess", "right"))).toMatchObject({ code: "CB_WA01" });
    expect(await get("/k/v1/apps.json", password("tantou", "tantou"))).toMatchObject({ status: 200 });
  });

  fact(
    "does not run scrypt for each call of one caller",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      let runs = 0;
      const hook = createHook({
        init: (_, type) => {
          runs += type === "SCRYPTREQUEST" ? 1 : 0;
        },
      }).enable();
      try {
        await get("/k/v1/apps.json", password("admin", "another one"));
        expect(runs).toBe(1);
        await get("/k/v1/apps.json", password("admin", "admin"));
        const before = runs;
        for (let count = 0; count < 20; count += 1) {
          await get("/k/v1/apps.json", password("admin", "admin"));
        }
        expect(runs).toBe(before);
      } finally {
        hook.disable();
      }
    },
  );

  fact(
    "refuses tokens clearly instead of passing them over",
    { evidence: inClient("kintone/cli features: authentication") },
    async () => {
      const token = { "X-Cybozu-API-Token": "abc" };
      expect(await get("/k/v1/apps.json", token)).toMatchObject({ status: 400, code: "GAIA_IA02" });
    },
  );

  fact(
    "keeps settings for administrators",
    { evidence: observed("2026-09", "monosashi notes"), needs: "people" },
    async () => {
      const answer = await platform.call("POST", "/k/v1/preview/app.json", { login: "tantou", body: { name: "x" } });
      expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    },
  );
});

describe("sessions", () => {
  fact(
    "opens a session that scripts cannot read and returns to the page that was asked for",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      const { answer } = await signIn("admin", "admin", "/k/3/show");
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/k/3/show"]);
      expect(answer.headers.get("set-cookie")).toMatch(/^kp_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
    },
  );

  fact(
    "does not lead to another site after signing in",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      for (const target of ["//evil.example/", "https://evil.example/", "/\\evil.example"]) {
        const { answer } = await signIn("admin", "admin", target);
        expect(answer.headers.get("location")).toBe("/k/");
      }
    },
  );

  fact(
    "refuses a wrong password and a form that was not shown here",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      const { answer } = await signIn("admin", "wrong");
      expect(answer.headers.get("location")).toContain("notice=failed");
      const forged = await fetch(`${platform.url}/login`, {
        method: "POST",
        body: new URLSearchParams({ login: "admin", password: "admin", csrf: "x" }),
        redirect: "manual",
      });
      expect(forged.headers.get("location")).toContain("notice=form-expired");
      expect(forged.headers.get("set-cookie")).toBeNull();
    },
  );

  fact(
    "authenticates REST calls of a page: reads with X-Requested-With, writes with the token as well",
    { evidence: documented("developer site: csrf token usage"), needs: "doors" },
    async () => {
      const { cookie } = await signIn("admin", "admin");
      const page = { Cookie: cookie, "X-Requested-With": "XMLHttpRequest" };
      expect(await get("/k/v1/apps.json", { Cookie: cookie })).toMatchObject({ status: 401, code: "CB_AU01" });
      expect(await get("/k/v1/apps.json", page)).toMatchObject({ status: 200 });
      const write = { method: "POST", body: JSON.stringify({ name: "x" }) };
      const json = { ...page, "Content-Type": "application/json" };
      expect(await get("/k/v1/preview/app.json", json, write)).toMatchObject({ status: 403, code: "CB_JH01" });
      const wrong = { method: "POST", body: JSON.stringify({ name: "x", __REQUEST_TOKEN__: "x" }) };
      expect(await get("/k/v1/preview/app.json", json, wrong)).toMatchObject({ status: 403, code: "CB_JH01" });
      const token = await requestTokenOf(cookie);
      const right = { method: "POST", body: JSON.stringify({ name: "x", __REQUEST_TOKEN__: token }) };
      expect(await get("/k/v1/preview/app.json", json, right)).toMatchObject({ status: 200 });
      const form = new FormData();
      form.append("file", new Blob(["a"]), "a.txt");
      expect(await get("/k/v1/file.json", page, { method: "POST", body: form })).toMatchObject({ code: "CB_JH01" });
      form.append("__REQUEST_TOKEN__", token);
      expect(await get("/k/v1/file.json", page, { method: "POST", body: form })).toMatchObject({ status: 200 });
    },
  );

  fact("ends with signing out", { evidence: own("sessions and headers of the local server") }, async () => {
    const { cookie } = await signIn("admin", "admin");
    const page = { Cookie: cookie, "X-Requested-With": "XMLHttpRequest" };
    const logout = async (token: string): Promise<Response> =>
      fetch(`${platform.url}/logout`, {
        method: "POST",
        headers: { Cookie: cookie },
        body: new URLSearchParams({ __REQUEST_TOKEN__: token }),
        redirect: "manual",
      });
    await logout("forged");
    expect(await get("/k/v1/apps.json", page)).toMatchObject({ status: 200 });
    await logout(await requestTokenOf(cookie));
    expect(await get("/k/v1/apps.json", page)).toMatchObject({ status: 401 });
  });
});

/** The token that a page of this session carries. */
async function requestTokenOf(cookie: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256")
    .update(`request-token:${cookie.split("=")[1] ?? ""}`)
    .digest("base64url");
}

/** A call with headers and a body that fetch refuses to send. */
async function rawCall(headers: Record<string, string>, body = ""): Promise<{ status: number; text: string }> {
  const url = new URL(platform.url);
  return new Promise((resolve, reject) => {
    const call = request(
      { host: "127.0.0.1", port: url.port, path: "/k/v1/apps.json", method: "GET", headers },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

describe("a body that is no form", () => {
  fact.each(["/login", "/logout"])(
    "is refused by %s as a form that was not shown here",
    { evidence: own("found by test/fuzz: it was answered 500") },
    async (path) => {
      const headers = { "Content-Type": "multipart/form-data; boundary=" };
      const answer = await fetch(platform.url + path, { method: "POST", headers, body: "----", redirect: "manual" });
      expect(answer.status).toBe(303);
    },
  );
});

describe("the door", () => {
  fact(
    "answers to no other name than localhost",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      const auth = password("admin", "admin");
      expect(await rawCall({ ...auth, Host: "evil.example" })).toMatchObject({ status: 421 });
      expect(await rawCall({ ...auth, Host: "localhost.evil.example:80" })).toMatchObject({ status: 421 });
      expect(await rawCall({ ...auth, Host: "localhost:1" })).toMatchObject({ status: 200 });
    },
  );

  fact("reads the JSON body of a GET", { evidence: documented("developer site: REST API overview") }, async () => {
    const body = JSON.stringify({ limit: "x" });
    const headers = { ...password("admin", "admin"), Host: "localhost", "Content-Type": "application/json" };
    const answer = await rawCall({ ...headers, "Content-Length": String(body.length) }, body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("limit");
  });

  fact("sets safe headers on every answer", { evidence: own("sessions and headers of the local server") }, async () => {
    for (const path of ["/k/v1/apps.json", "/login", "/nowhere"]) {
      const { headers } = await get(path, {});
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
    }
  });

  fact(
    "refuses bodies that are too large or of another kind",
    { evidence: own("sessions and headers of the local server") },
    async () => {
      const headers = { ...password("admin", "admin"), "Content-Type": "application/json" };
      const large = await get("/k/v1/record.json", headers, {
        method: "POST",
        body: `"${"x".repeat(33 * 1024 * 1024)}"`,
      });
      expect(large.status).toBe(413);
      const form = await get("/k/v1/record.json", password("admin", "admin"), {
        method: "POST",
        body: new URLSearchParams({ app: "1" }),
      });
      expect(form).toMatchObject({ status: 400, code: "CB_IL02" });
    },
  );
});
