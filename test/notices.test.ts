import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { addFoundations, addRecord, valuesOf } from "./access/add-records.ts";
import { type RunningSuite, startSuite } from "./access/start-suite.ts";
import { appId } from "./access/suite-seed.ts";
import { walkTo } from "./access/walk-to.ts";

// Who is told what on which day, read from every inbox while the clock goes on; no plugin is there.

let suite: RunningSuite;

const people = ["jimukyoku", "tantou", "tantou2", "kachou", "kachou2", "koukai", "iin", "etsuran", "kanri", "nanashi"];

beforeAll(async () => {
  suite = await startSuite({ now: "2026-09-30T23:00:00Z" });
  await addFoundations(suite);
});

afterAll(async () => {
  await suite.close();
});

type Told = { readonly who: string; readonly kind: string; readonly title: string; readonly at: string };

/** Everything about one record that came since the last look, and after that nothing. */
async function takeNotices(key: AppKey, id: string): Promise<Told[]> {
  const found: Told[] = [];
  for (const who of people) {
    const { body } = await suite.call(who, "GET", "/k/platform/inbox.json?filter=unread");
    for (const notice of listOf(memberOf(body, "notices"))) {
      const isThis =
        textOf(memberOf(memberOf(notice, "app"), "id")) === appId(key) &&
        textOf(memberOf(memberOf(notice, "record"), "id")) === id;
      if (isThis) {
        const [kind = "", title = "", at = ""] = ["kind", "title", "createdAt"].map((name) =>
          textOf(memberOf(notice, name)),
        );
        found.push({ who, kind, title, at });
      }
    }
    await suite.call(who, "PUT", "/k/platform/inbox.json", { all: true, read: true });
  }
  return found;
}

/** `who: kind` for each, in the order of the people. */
function brief(told: readonly Told[]): string[] {
  return told.map(({ who, kind }) => `${who}: ${kind}`);
}

/** Lets the days pass one by one and says who was told what, by Japan's day and time of each notice. */
async function tellByDay(key: AppKey, id: string, days: readonly string[]): Promise<Record<string, string[]>> {
  for (const day of days) {
    await suite.moveClock(`${day}T00:00:00Z`);
  }
  const told: Record<string, string[]> = {};
  for (const { who, title, at } of (await takeNotices(key, id)).toSorted((left, right) =>
    left.at < right.at ? -1 : 1,
  )) {
    const time = new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 16);
    told[time] = [...(told[time] ?? []), `${who}: ${title}`];
  }
  return told;
}

function daysFrom(start: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(start) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

function titlesOf(key: AppKey, daysLater: number, state: string): string[] {
  const { notifications } = suiteApps[key] as { notifications?: { reminder?: readonly unknown[] } };
  return listOf(JSON.parse(JSON.stringify(notifications?.reminder ?? [])))
    .filter(
      (each) =>
        memberOf(each, "daysLater") === daysLater && JSON.stringify(memberOf(each, "where")).includes(`"${state}"`),
    )
    .map((each) => textOf(memberOf(each, "title")));
}

describe("a report", () => {
  it("is asked for, reminded of before and after its day, and its manager is told when it waits", async () => {
    const id = await addRecord(suite, "progress", valuesOf("progress", "A", "R-1"));
    expect(brief(await takeNotices("progress", id))).toEqual([]);
    await walkTo(suite, "progress", id, "記入中");
    expect(brief(await takeNotices("progress", id))).toEqual(["tantou: assigned"]);

    const told = await tellByDay("progress", id, daysFrom("2026-11-01", 40));
    const [early, soon, today, late, week] = [-14, -3, 0, 1, 7].map((days) => titlesOf("progress", days, "記入中")[0]);
    expect(told).toEqual({
      "2026-11-06T08:30": [`tantou: ${early}`],
      "2026-11-17T08:30": [`tantou: ${soon}`],
      "2026-11-20T08:30": [`tantou: ${today}`],
      "2026-11-21T08:30": [`tantou: ${late}`, `kachou: ${late}`],
      "2026-11-27T08:30": [`jimukyoku: ${week}`, `tantou: ${week}`, `kachou: ${week}`],
    });
  });

  it("stops reminding the writer when it was sent on, and the owner learns of each step and of what comes back", async () => {
    const id = await addRecord(suite, "progress", { ...valuesOf("progress", "A", "R-2"), due_on: "2027-01-20" });
    await walkTo(suite, "progress", id, "記入中");
    await takeNotices("progress", id);
    await walkTo(suite, "progress", id, "所属長確認");
    expect(brief(await takeNotices("progress", id))).toEqual(["kachou: assigned"]);
    const told = await tellByDay("progress", id, daysFrom("2027-01-05", 25));
    const [late] = titlesOf("progress", 1, "所属長確認");
    const [week] = titlesOf("progress", 7, "所属長確認");
    expect(told).toEqual({
      "2027-01-21T08:30": [`kachou: ${late}`],
      "2027-01-27T08:30": [`jimukyoku: ${week}`, `kachou: ${week}`],
    });

    await suite.client("kachou").record.updateRecordStatus({ app: appId("progress"), id, action: "差し戻す" });
    expect(brief(await takeNotices("progress", id))).toEqual(["tantou: assigned"]);
    await walkTo(suite, "progress", id, "事務局確認");
    expect(brief(await takeNotices("progress", id))).toEqual([
      "jimukyoku: assigned",
      "tantou: statusChanged",
      "kachou: assigned",
    ]);
    await walkTo(suite, "progress", id, "委員会報告済");
    expect(brief(await takeNotices("progress", id))).toEqual(["tantou: statusChanged", "koukai: assigned"]);
  });

  it("that is at a standstill is told to the committee, once", async () => {
    const values = { ...valuesOf("progress", "B", "R-3"), work_grade: "止まっている", due_on: "" };
    const id = await addRecord(suite, "progress", values);
    await walkTo(suite, "progress", id, "委員会報告済");
    const told = await takeNotices("progress", id);
    expect(told.filter(({ who }) => who === "iin").map(({ title }) => title)).toEqual([
      "「止まっている」事業の報告が委員会に出ました。次の会議の前に、わけと相談したいことを読んでください。",
    ]);
    await suite.client("iin").record.addRecordComment({
      app: appId("progress"),
      record: id,
      comment: { text: "次の会議で聞きます。", mentions: [{ code: "kachou2", type: "USER" }] },
    });
    expect(brief(await takeNotices("progress", id))).toEqual([
      "jimukyoku: commentAdded",
      "tantou2: commentAdded",
      "kachou2: mention",
    ]);
  });
});

describe("what the office has to begin", () => {
  it("is told on the day, to the office alone, while the plan is in force", async () => {
    const values = { half_request_on: "2027-10-01", year_request_on: "2028-04-03" };
    const id = await addRecord(suite, "plan_version", { ...valuesOf("plan_version", "A", "Ver.6.0"), ...values });
    await walkTo(suite, "plan_version", id, "施行(現行)");
    const told = await takeNotices("plan_version", id);
    const published = "DX推進計画の新しい版が施行されました。自分の課の取組と実施事項を確かめてください。";
    expect(told.filter(({ title }) => title === published).map(({ who }) => who)).toEqual([
      "tantou",
      "tantou2",
      "kachou",
      "kachou2",
      "koukai",
      "iin",
    ]);
    const autumn = await tellByDay("plan_version", id, daysFrom("2027-09-29", 12));
    const spring = await tellByDay("plan_version", id, daysFrom("2028-04-01", 12));
    expect(Object.entries({ ...autumn, ...spring }).map(([at, lines]) => [at.slice(0, 10), lines.length])).toEqual([
      ["2027-10-01", 1],
      ["2027-10-08", 1],
      ["2028-04-03", 1],
      ["2028-04-10", 1],
    ]);
    expect(
      Object.values({ ...autumn, ...spring })
        .flat()
        .every((line) => line.startsWith("jimukyoku: ")),
    ).toBe(true);
  });
});

describe("a request from outside", () => {
  it("reminds those who answer, then the office, and nobody after it was answered", async () => {
    const id = await addRecord(suite, "homework", { ...valuesOf("homework", "B", "H-1"), due_on: "2028-06-20" });
    await walkTo(suite, "homework", id, "対応中");
    expect(brief(await takeNotices("homework", id))).toEqual(["tantou2: assigned", "kachou2: assigned"]);
    const told = await tellByDay("homework", id, daysFrom("2028-06-10", 13));
    expect(Object.entries(told).map(([at, lines]) => [at, lines.map((line) => line.split(":")[0])])).toEqual([
      ["2028-06-13T08:30", ["tantou2", "kachou2"]],
      ["2028-06-19T08:30", ["tantou2", "kachou2"]],
      ["2028-06-21T08:30", ["jimukyoku", "tantou2", "kachou2"]],
    ]);
    await walkTo(suite, "homework", id, "完了");
    await takeNotices("homework", id);
    expect(await tellByDay("homework", id, daysFrom("2028-06-24", 6))).toEqual({});
  });
});

describe("a national date", () => {
  it("is told to the office half a year, three months and a month before, until the town is done", async () => {
    const id = await addRecord(suite, "deadline", { dl_key: "D-99", dl_title: "期限", dl_on: "2029-03-31" });
    const moments = ["2028-10-01", "2028-12-30", "2029-02-28"];
    const told: Record<string, string[]> = {};
    for (const moment of moments) {
      Object.assign(told, await tellByDay("deadline", id, daysFrom(moment, 3)));
    }
    expect(
      Object.entries(told).map(([at, lines]) => [at.slice(0, 10), ...lines.map((line) => line.split(":")[0])]),
    ).toEqual([
      ["2028-10-02", "jimukyoku"],
      ["2028-12-31", "jimukyoku"],
      ["2029-03-01", "jimukyoku"],
    ]);
    await suite.client("jimukyoku").record.updateRecord({
      app: appId("deadline"),
      id,
      record: { town_state: { value: "対応済" } },
    });
    expect(await tellByDay("deadline", id, daysFrom("2029-03-31", 3))).toEqual({});
  });
});
