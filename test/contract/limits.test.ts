import { type ClientRequest, request } from "node:http";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: limits of kintone help and the developer site; 429 GAIA_TO04 was measured. The texts of settings limits are this platform's own.
let platform: TestPlatform;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  const client = platform.client();
  app = (await client.app.addApp({ name: "上限" })).app;
  await client.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

function startWaitingCall(url: string): ClientRequest {
  const sent = request(`${url}/k/v1/records.json`, {
    method: "POST",
    headers: {
      "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64"),
      "Content-Type": "application/json",
      "Content-Length": "100",
    },
  });
  sent.on("error", () => {});
  sent.flushHeaders();
  return sent;
}

const call = () => platform.call("GET", `/k/v1/records.json?app=${app}`);

const numbered = <T>(count: number, build: (index: number) => readonly [string, T]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => build(index)));

describe("limits", () => {
  fact(
    "let 100 calls run at once and answer further ones 429, with the count in a header",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "quota" },
    async () => {
      // Calls whose body has not come yet are running.
      const waiting = Array.from({ length: 100 }, () => startWaitingCall(platform.url));
      try {
        await expect.poll(async () => (await call()).status).toBe(429);
        const { body, headers } = await call();
        expect(body).toMatchObject({ code: "GAIA_TO04" });
        expect(headers.get("x-cybozu-error")).toBe("GAIA_TO04");
        expect(headers.get("x-concurrencylimit-limit")).toBe("100");
        expect(headers.get("x-concurrencylimit-running")).toBe("100");
      } finally {
        for (const started of waiting) {
          started.destroy();
        }
      }
      await expect.poll(async () => (await call()).status).toBe(200);
    },
  );

  fact(
    "take an address of 8 KB and a longer one only as a method override",
    { evidence: documented("developer site: REST API overview"), needs: "quota" },
    async () => {
      const query = encodeURIComponent(
        `レコード番号 in (${Array.from({ length: 900 }, (_, index) => `"${index}"`).join(",")})`,
      );
      const path = "/k/v1/records.json";
      await expect(platform.call("GET", `${path}?app=${app}&query=${query}`)).resolves.toMatchObject({ status: 414 });
      await expect(
        platform.call("POST", path, {
          headers: { "X-HTTP-Method-Override": "GET" },
          body: { app, query: decodeURIComponent(query) },
        }),
      ).resolves.toMatchObject({ status: 200 });
    },
  );

  fact("hold 500 fields in an app and refuse one more", { evidence: documented("help: limits") }, async () => {
    const properties = numbered(490, (index) => [
      `項${index}`,
      { type: "SINGLE_LINE_TEXT", code: `項${index}`, label: "項" },
    ]);
    const post = (body: unknown) =>
      platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties: body } });
    await expect(post(properties)).resolves.toMatchObject({ status: 200 });
    const more = (count: number) =>
      numbered(count, (index) => [`余${index}`, { type: "NUMBER", code: `余${index}`, label: "余" }]);
    await expect(post(more(20))).resolves.toMatchObject({ status: 400, body: { errors: { properties: {} } } });
    await platform.client().app.deployApp({ apps: [{ app }], revert: true });
  });

  fact(
    "hold 1,000 views and 1,000 graphs in an app and refuse one more",
    { evidence: documented("help: limits") },
    async () => {
      const views = numbered(1001, (index) => [
        `表${index}`,
        { type: "LIST", name: `表${index}`, index, fields: ["レコード番号"] },
      ]);
      const reports = numbered(1001, (index) => [
        `図${index}`,
        {
          chartType: "TABLE",
          name: `図${index}`,
          index,
          groups: [],
          aggregations: [{ type: "COUNT" }],
          sorts: [],
        },
      ]);
      await expect(
        platform.call("PUT", "/k/v1/preview/app/views.json", { body: { app, views } }),
      ).resolves.toMatchObject({ status: 400, body: { errors: { views: {} } } });
      await expect(
        platform.call("PUT", "/k/v1/preview/app/reports.json", { body: { app, reports } }),
      ).resolves.toMatchObject({ status: 400, body: { errors: { reports: {} } } });
    },
  );

  fact.each([
    [
      "POST",
      "/k/v1/preview/app/deploy.json",
      { apps: Array.from({ length: 301 }, () => ({ app: 999_999_999 })) },
      "apps",
    ],
    [
      "DELETE",
      "/k/v1/preview/app/form/fields.json",
      { app: "{app}", fields: Array.from({ length: 101 }, () => "a") },
      "fields",
    ],
    ["POST", "/k/v1/bulkRequest.json", { requests: Array.from({ length: 21 }, () => ({})) }, "requests"],
  ])(
    "refuse a list that is too long: %s %s",
    { evidence: documented("official description of the operation") },
    async (method, path, body, key) => {
      const filled: unknown = JSON.parse(JSON.stringify(body).replaceAll("{app}", app));
      await expect(platform.call(method, path, { body: filled })).resolves.toMatchObject({
        status: 400,
        body: { code: "CB_VA01", errors: { [key]: { messages: expect.any(Array) } } },
      });
    },
  );
});
