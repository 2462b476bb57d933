import { afterEach, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// The limits themselves take too long to reach; the platform is started with lower ones.
let platform: TestPlatform | null = null;

afterEach(async () => {
  await platform?.close();
  platform = null;
});

const daily = documented(
  "cybozu.dev: kintone-api-request-limit-exceeded-guide (counted by app, 9:00–8:59 JST, mail), secure-operation-of-forms-and-viewers (no error)",
);

async function readCounts({ call }: TestPlatform): Promise<readonly unknown[]> {
  const { body } = await call("GET", "/k/v1/apps/statistics.json");
  return [...JSON.stringify(body).matchAll(/"dailyRequestCount":"(\d+)"/gu)].map(([, count]) => Number(count));
}

describe("the domain", () => {
  fact(
    "holds as many apps as its course has and not one more",
    { evidence: own("help: limits gives 1,000; the code of the refusal is the platform's own"), needs: "doors" },
    async () => {
      platform = await startTestPlatform({ limits: { mostApps: 2 } });
      const client = platform.client();
      await client.app.addApp({ name: "一" });
      await client.app.addApp({ name: "二" });
      await expect(client.app.addApp({ name: "三" })).rejects.toMatchObject({ code: "PLATFORM_TOO_MANY_APPS" });
    },
  );

  fact(
    "counts the calls of each app by days that begin at 9:00 in Japan, and answers beyond the limit",
    { evidence: daily, needs: "doors" },
    async () => {
      let now = new Date("2026-04-01T23:00:00Z");
      const lines: string[] = [];
      platform = await startTestPlatform({
        now: () => now,
        limits: { dailyCalls: 4 },
        log: (line) => {
          lines.push(line);
        },
      });
      const { call } = platform;
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "多" });
      const { app: other } = await client.app.addApp({ name: "少" });
      await client.app.deployApp({ apps: [{ app }, { app: other }] });
      expect(await readCounts(platform)).toEqual([1, 1]);
      const { id } = await client.record.createCursor({ app });
      await client.record.getRecordsByCursor({ id });
      const add = { method: "POST", api: "/k/v1/record.json", payload: { app, record: {} } };
      await call("POST", "/k/v1/bulkRequest.json", { body: { requests: [add, add] } });
      expect(await readCounts(platform)).toEqual([4, 1]);
      expect(lines.filter((line) => line.includes("REST calls"))).toEqual([]);
      expect((await call("GET", `/k/v1/records.json?app=${app}`)).status).toBe(200);
      expect((await call("GET", `/k/v1/records.json?app=${app}`)).status).toBe(200);
      expect(await readCounts(platform)).toEqual([6, 1]);
      expect(lines.filter((line) => line.includes("REST calls"))).toHaveLength(1);
      now = new Date("2026-04-02T00:00:00Z");
      expect(await readCounts(platform)).toEqual([0, 0]);
    },
  );
});
