import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { record, startNumberedApp } from "./records/numbered-app.ts";
import { observed, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let client: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startNumberedApp());
  client = platform.client();
});

afterAll(async () => {
  await platform.close();
});

type Refusal = {
  readonly path: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly code: string;
  readonly status: number;
  readonly errors?: unknown;
};

const refusals: readonly Refusal[] = [
  { path: "/k/v1/record.json", code: "CB_VA01", status: 400, errors: { app: { messages: ["必須です。"] } } },
  {
    path: "/k/v1/record.json?app=0&id=1",
    code: "CB_VA01",
    status: 400,
    errors: { app: { messages: ["最小でも1以上です。"] } },
  },
  { path: "/k/v1/record.json?app=x&id=1", code: "CB_VA01", status: 400, errors: { app: expect.anything() } },
  { path: "/k/v1/record.json?app=999999999&id=1", code: "GAIA_AP01", status: 404 },
  { path: "/k/v1/records.json?app={app}&query=%E7%84%A1%3D1", code: "GAIA_IQ11", status: 400 },
  { path: "/k/v1/record.json", method: "POST", body: [1], code: "CB_IJ01", status: 400 },
  {
    path: "/k/v1/record.json",
    method: "POST",
    body: { app: "{app}", record: { 番号: { value: {} } } },
    code: "CB_IJ01",
    status: 400,
  },
  {
    path: "/k/v1/records.json",
    method: "DELETE",
    body: { app: "{app}", ids: [] },
    code: "CB_VA01",
    status: 400,
    errors: { ids: { messages: ["必須です。", "一度に1件から100件までのレコードを削除できます。"] } },
  },
  { path: "/k/guest/987654321/v1/records.json?app={app}", code: "CB_NO02", status: 403 },
];

describe("refused calls", () => {
  fact.each(refusals)(
    "$method $path $body answers $code",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async ({ path, method = "GET", body, code, status, errors }) => {
      const filled: unknown = JSON.parse(JSON.stringify(body ?? null).replaceAll("{app}", app));
      const answer = await platform.call(
        method,
        path.replace("{app}", app),
        body === undefined ? {} : { body: filled },
      );
      expect(answer.status).toBe(status);
      expect(answer.headers.get("X-Cybozu-Error")).toBe(code);
      expect(answer.body).toMatchObject({ code, ...(errors !== undefined && { errors }) });
    },
  );

  fact("answers 501 for a path that is not there", { evidence: own("what is not there says so") }, async () => {
    const answer = await platform.call("GET", "/k/v1/nothing.json");
    expect([answer.status, answer.body]).toMatchObject([501, { code: "PLATFORM_NOT_IMPLEMENTED" }]);
  });

  fact(
    "answers malformed JSON with CB_IJ01 and nothing of its inside",
    { evidence: observed("2026-09", "monosashi notes") },
    async () => {
      const headers = {
        "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64"),
        "Content-Type": "application/json",
      };
      for (const body of ['{"app":', "null", "\u0000", '"text"', "[".repeat(50_000)]) {
        const response = await fetch(`${platform.url}/k/v1/record.json`, { method: "POST", headers, body });
        const text = await response.text();
        expect([response.status, JSON.parse(text)]).toMatchObject([400, { code: "CB_IJ01" }]);
        expect(text).not.toMatch(/\.ts|at /u);
      }
    },
  );

  fact(
    "takes DELETE by query string and by body",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const { ids } = await client.record.addRecords({ app, records: [record("I1"), record("I2")] });
      const [first = "", second = ""] = ids;
      const byQuery = await platform.call("DELETE", `/k/v1/records.json?app=${app}&ids[0]=${first}`);
      expect(byQuery.status).toBe(200);
      const byBody = await platform.call("DELETE", "/k/v1/records.json", { body: { app, ids: [second] } });
      expect(byBody.status).toBe(200);
      expect(byBody.headers.get("X-ConcurrencyLimit-Limit")).toBe("100");
    },
  );
});
