import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import {
  deployNotifications,
  field,
  kindsOf,
  readInbox,
  startNotifiedApp,
  user,
} from "./notifications/notified-app.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let tantou: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startNotifiedApp());
  tantou = platform.client("tantou");
});

afterAll(async () => {
  await platform.close();
});

const deploy = async (settings: Parameters<typeof deployNotifications>[1]): Promise<void> =>
  deployNotifications(app, settings);

function move(body: unknown, login = "admin"): ReturnType<TestPlatform["call"]> {
  return platform.call("POST", "/k/platform/clock.json", { body, login });
}

describe("the clock", () => {
  fact(
    "delivers reminders when it is moved past them, and answers follow it",
    { evidence: own("the movable clock") },
    async () => {
      await deploy({
        reminders: [
          {
            timing: { code: "期日", daysLater: -1, time: "09:00" },
            title: "明日です",
            targets: [{ entity: field("担当") }],
          },
        ],
      });
      const record = { 期日: { value: "2026-05-10" }, 担当: { value: [{ code: "kachou" }] } };
      await tantou.record.addRecord({ app, record });
      platform.platform.store.db.run("DELETE FROM inbox");
      await move({ now: "2026-05-08T23:59:59Z" });
      expect(await kindsOf("kachou")).toEqual([]);
      await move({ now: "2026-05-09T00:00:00Z" });
      expect(await readInbox("kachou")).toMatchObject([
        { kind: "reminder", title: "明日です", actor: null, createdAt: "2026-05-09T00:00:00.000Z" },
      ]);
      await move({ now: "2026-05-01T00:00:00Z" });
      await move({ offsetMs: 400 * 86_400_000 });
      expect(await kindsOf("kachou")).toEqual(["reminder"]);
      const { id } = await tantou.record.addRecord({ app, record: {} });
      const later = await tantou.record.getRecord({ app, id });
      expect(later.record["作成日時"]).toMatchObject({ value: "2027-05-06T00:00:00Z" });
      expect((await move({ now: null })).body).toEqual({ now: "2026-04-01T00:00:00.000Z", offsetMs: 0, movable: true });
    },
  );

  fact(
    "is moved by administrators only, and to a time that is one",
    { evidence: own("the movable clock") },
    async () => {
      expect(await move({ offsetMs: 1 }, "tantou")).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
      for (const body of [
        { now: "tomorrow" },
        { offsetMs: "1" },
        { offsetMs: 1e300 },
        { later: 1 },
        { now: "0001-01-01T00:00:00Z" },
      ]) {
        expect((await move(body)).status).toBe(400);
      }
    },
  );

  fact(
    "delivers after a start what came due while the platform was stopped",
    { evidence: own("reminders due while stopped") },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-reminders-"));
      const start = (now: string) => startTestPlatform({ dataDir, now: () => new Date(now) });
      const before = await start("2026-04-01T00:00:00Z");
      const client = before.client();
      const created = await client.app.addApp({ name: "期日" });
      await client.app.updateReminderNotifications({
        app: created.app,
        timezone: "Asia/Tokyo",
        notifications: [
          {
            timing: { code: "作成日時", daysLater: 0, hoursLater: 2 },
            title: "二時間後",
            targets: [{ entity: user("admin") }],
          },
        ],
      });
      await client.app.deployApp({ apps: [{ app: created.app }] });
      await client.record.addRecord({ app: created.app, record: {} });
      await before.close();
      const after = await start("2026-04-03T00:00:00Z");
      const read = async () => (await after.call("GET", "/k/platform/inbox.json")).body;
      await expect
        .poll(read)
        .toMatchObject({ notices: [{ title: "二時間後", createdAt: "2026-04-01T02:00:00.000Z" }], unread: 1 });
      await after.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  );

  fact(
    "stands where it is unless the platform was started for moving it",
    { evidence: own("the movable clock") },
    async () => {
      const fixed = await startTestPlatform();
      const { status, body } = await fixed.call("POST", "/k/platform/clock.json", { body: { offsetMs: 1 } });
      await fixed.close();
      expect([status, body]).toMatchObject([403, { code: "PLATFORM_CLOCK_FIXED" }]);
    },
  );
});
