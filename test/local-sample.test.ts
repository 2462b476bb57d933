import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey } from "../apps-schema/schema/app-key.ts";
import { appKeys } from "../apps-schema/schema/app-key.ts";
import { sampleStates } from "../apps-schema/sample/sample-states.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { removeSample } from "../scripts/data/remove-sample.ts";
import { walkSample } from "../scripts/data/walk-sample.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { buildPlanRecords, buildSampleRecords } from "../scripts/deploy/desired/desired-records.ts";
import { localAccounts } from "../scripts/local/local-accounts.ts";
import { readUpInbox } from "../scripts/local/read-up-inbox.ts";
import { type RunningSuite, startSuite } from "./access/start-suite.ts";
import { allApps, appId } from "./access/suite-seed.ts";

const sample = buildSampleRecords(true);
const apps = new Map(appKeys.map((key) => [key, appId(key)]));
let suite: RunningSuite;
beforeAll(async () => {
  suite = await startSuite({ now: "2026-11-22T00:00:00Z" });
  for (const { app, records } of [...buildPlanRecords(), ...sample]) {
    const values = records.map(({ record }) => record);
    for (let at = 0; at < values.length; at += 100) {
      const body = { app: appId(app), records: values.slice(at, at + 100) };
      await signIn("admin").write("POST", "/k/v1/records.json", body);
    }
  }
});
afterAll(() => suite.close());

const signIn = (account: string): ReturnType<typeof createKintoneClient> =>
  createKintoneClient({ baseUrl: suite.url, username: account, password: account });

const walk = (use: (account: string) => ReturnType<typeof createKintoneClient> = signIn): Promise<number> =>
  walkSample({ client: signIn("admin"), signIn: use, apps, schemas: allApps, onApp: () => {} }, sample);

function cutOffAtCommittee(account: string): ReturnType<typeof createKintoneClient> {
  if (account === "iin") {
    throw new Error("cut off");
  }
  return signIn(account);
}

async function findId(key: AppKey, record: string): Promise<string> {
  const query = `${suiteApps[key].keyField} = "${record}"`;
  const [found] = (await suite.client("admin").record.getRecords({ app: appId(key), query })).records;
  const id = found?.["$id"];
  return id?.type === "__ID__" ? id.value : "";
}

async function readStates(key: AppKey, account = "admin"): Promise<Map<string, unknown>> {
  const { keyField } = suiteApps[key];
  const { records } = await suite.client(account).record.getRecords({ app: appId(key), query: "limit 500" });
  return new Map(records.map((record) => [toText(record[keyField]?.value), record["ステータス"]?.value]));
}

async function readUnread(account: string): Promise<unknown> {
  return (await suite.call(account, "GET", "/k/platform/inbox.json?filter=unread")).body;
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

describe("the sample on the local platform", () => {
  it("walks to where it is declared, goes on after it was cut off, and leaves alone what staff touched", async () => {
    const app = appId("action");
    const id = await findId("action", "A-007");
    await suite.client("tantou").record.updateRecord({ app, id, record: { activity: { value: "自分で直した" } } });

    await expect(walk(cutOffAtCommittee)).rejects.toThrow("cut off");
    expect((await readStates("action")).get("A-003")).toBe("委員会付議");

    await walk();
    for (const { app: key, states, others } of sampleStates) {
      const found = await readStates(key);
      const wrong = [...found].filter(([record, state]) => record !== "A-007" && state !== (states[record] ?? others));
      expect(wrong).toEqual([]);
    }
    expect((await readStates("action")).get("A-007")).toBe("下書き");
  });

  it("moves nothing a second time, not even what somebody sent back", async () => {
    expect(await walk()).toBe(0);
    const app = appId("action");
    const id = await findId("action", "A-022");
    await suite.client("iin").record.updateRecordStatus({ app, id, action: "差し戻す", assignee: "tantou" });
    expect(await walk()).toBe(0);
    expect((await readStates("action")).get("A-022")).toBe("下書き");
  });

  it.each([
    ["etsuran", ["action", "kpi", "kpi_value", "progress", "homework", "plan_version", "revision"]],
    ["koukai", ["action", "kpi", "kpi_value", "progress", "homework", "plan_version", "revision"]],
    ["iin", ["action", "kpi", "kpi_value", "progress", "homework", "plan_version", "revision"]],
  ] as const)("gives %s something to read in every app", async (account, keys) => {
    for (const key of keys) {
      expect((await readStates(key, account)).size).toBeGreaterThan(0);
    }
  });

  it.each([
    ["tantou", ["action", "kpi_value", "progress", "homework"]],
    ["tantou2", ["action", "progress"]],
    ["kachou", ["action", "kpi_value", "progress"]],
    ["kachou2", ["action"]],
    ["jimukyoku", ["action", "kpi_value", "progress", "homework", "plan_version"]],
    ["koukai", ["kpi_value", "progress"]],
  ] as const)("waits for %s in the apps of its work", async (account, keys) => {
    for (const key of keys) {
      const query = "作業者 in (LOGINUSER())";
      const { records } = await suite.client(account).record.getRecords({ app: appId(key), query });
      expect(records.length).toBeGreaterThan(0);
    }
  });

  it("leaves only what waits for an account unread in its inbox, one notice a record", async () => {
    for (const { code } of localAccounts) {
      await readUpInbox(signIn(code), apps);
    }
    const notice = { record: { title: expect.stringContaining("見本") } };
    expect(await readUnread("iin")).toMatchObject({ unread: 2, notices: [notice, notice] });
    expect(await readUnread("koukai")).toMatchObject({ unread: 2 });
    expect(await readUnread("etsuran")).toMatchObject({ unread: 0 });
  });

  it("goes as a whole, wherever it has come to", async () => {
    const count = sample.reduce((sum, { records }) => sum + records.length, 0);
    expect(await removeSample({ client: signIn("admin"), apps, schemas: allApps }, sample)).toBe(count);
  });
});
