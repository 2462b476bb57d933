import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey } from "../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { findWay } from "../scripts/data/find-way.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { addFoundations, addRecord, valuesOf } from "./access/add-records.ts";
import { type RunningSuite, startSuite } from "./access/start-suite.ts";
import { appId } from "./access/suite-seed.ts";
import { listAssignees, walkTo } from "./access/walk-to.ts";

// A whole year of notices: every process in every state, with one person in several parts of a record; no plugin is there.

const people = ["jimukyoku", "tantou", "tantou2", "kachou", "kachou2", "koukai", "iin", "etsuran"] as const;

/** Who stands in a section's and a record's fields: apart, together, and the office for itself. */
const casts = [
  { dept: "D-A", head: "kachou", owner: "tantou", sub: "tantou2" },
  { dept: "D-1", head: "tantou", owner: "tantou", sub: "tantou" },
  { dept: "D-2", head: "jimukyoku", owner: "jimukyoku", sub: "jimukyoku" },
  { dept: "D-3", head: "jimukyoku", owner: "iin", sub: "koukai" },
] as const;

type Cast = (typeof casts)[number];

const dayLength = 86_400_000;
const firstDay = Date.parse("2026-10-01T00:00:00Z");

type Told = { readonly who: string; readonly record: string; readonly kind: string; readonly at: string };

let suite: RunningSuite;
let moment = firstDay;
let told: readonly Told[] = [];
const names = new Map<string, string>();

/** Whatever happens, happens a minute after what came before it: notices of one act bear one time. */
async function tick(): Promise<void> {
  moment += 60_000;
  await suite.moveClock(new Date(moment).toISOString());
}

function toDay(days: number): string {
  return new Date(firstDay + days * dayLength).toISOString().slice(0, 10);
}

async function add(key: AppKey, name: string, values: object): Promise<string> {
  await tick();
  const id = await addRecord(suite, key, { ...values });
  names.set(`${appId(key)}/${id}`, name);
  return id;
}

/** Takes the steps to a state one by one. */
async function walk(key: AppKey, id: string, state: string): Promise<void> {
  const { process }: AppSchema = suiteApps[key];
  const way = process === undefined ? null : findWay(process, process.states[0]?.name ?? "", state);
  for (const { to } of way ?? []) {
    await tick();
    // Whoever asks for a report of one's own begins it instead.
    await walkTo(suite, key, id, to).catch(() => begin(key, id));
  }
}

async function begin(key: AppKey, id: string): Promise<void> {
  await suite.client("jimukyoku").record.updateRecordStatus({ app: appId(key), id, action: "記入を始める" });
}

beforeAll(async () => {
  suite = await startSuite({ now: new Date(firstDay).toISOString() });
  await addFoundations(suite);
  for (const [index, cast] of casts.entries()) {
    await addCast(cast, index);
  }
  await add("meeting", "meeting", {
    meeting_key: "M-9",
    meeting_name: "会議",
    held_on: toDay(200),
    chair: [{ code: "iin" }],
  });
  await add("deadline", "deadline", { dl_key: "L-9", dl_title: "期限", dl_on: toDay(240) });
  const dates = { half_request_on: toDay(30), year_request_on: toDay(150) };
  const version = await add("plan_version", "plan_version", { ...valuesOf("plan_version", "A", "Ver.9.0"), ...dates });
  await walk("plan_version", version, "施行(現行)");
  for (let day = Math.ceil((moment - firstDay) / dayLength); day <= 365; day++) {
    moment = firstDay + day * dayLength;
    await suite.moveClock(new Date(moment).toISOString());
  }
  told = (await Promise.all(people.map(readInbox))).flat();
}, 600_000);

afterAll(async () => {
  await suite.close();
});

const waiting = {
  progress: ["依頼中", "記入中", "所属長確認", "委員会報告済"],
  kpi_value: ["入力待ち", "入力済", "確定"],
  homework: ["受付", "対応中", "回答案", "完了"],
} as const;

async function addCast({ dept, head, owner, sub }: Cast, index: number): Promise<void> {
  const parts = { owner: [{ code: owner }], owner_sub: [{ code: sub }] };
  if (dept !== "D-A") {
    await addRecord(suite, "dept", { dept_code: dept, dept_name: dept, dept_head: [{ code: head }] });
  }
  const action = { ...valuesOf("action", "A", `A-9${index}`), dept_code: dept, ...parts };
  const ended = await add("action", `action ${dept}`, { ...action, co_depts: [{ code: "mihon-a" }] });
  await walk("action", ended, "終了");
  await addRecord(suite, "kpi", {
    kpi_id: `K-9${index}`,
    kpi_name: "指標",
    is_public: "公開",
    dept_code: dept,
    ...parts,
  });
  for (const [key, states] of Object.entries(waiting)) {
    for (const [at, state] of states.entries()) {
      const app = key === "progress" || key === "kpi_value" ? key : "homework";
      const own = {
        progress: { action_id: `A-9${index}`, work_grade: "止まっている" },
        kpi_value: { kpi_id: `K-9${index}` },
        homework: { dept_code: dept, owner: parts.owner },
      }[app];
      const name = `${app} ${dept} ${state}`;
      const due = toDay(40 + 11 * at + index);
      const id = await add(app, name, { ...valuesOf(app, "A", name), ...own, due_on: due });
      await walk(app, id, state);
      await remark(app, id);
    }
  }
}

/** Somebody whose turn it is asks everybody in the section at once: mention, and a comment for those who follow. */
async function remark(key: AppKey, id: string): Promise<void> {
  const [who] = await listAssignees(suite, key, id);
  if (who !== undefined) {
    await tick();
    const mentions = ["tantou", "kachou"].map((code) => ({ code, type: "USER" }) as const);
    const comment = { text: "見てください。", mentions };
    await suite.client(who).record.addRecordComment({ app: appId(key), record: id, comment });
  }
}

async function readInbox(who: string): Promise<Told[]> {
  const found: Told[] = [];
  for (let before = ""; ;) {
    const { body } = await suite.call(who, "GET", `/k/platform/inbox.json${before === "" ? "" : `?before=${before}`}`);
    const notices = listOf(memberOf(body, "notices"));
    for (const notice of notices) {
      before = textOf(memberOf(notice, "id"));
      const place = [memberOf(notice, "app"), memberOf(notice, "record")].map((part) => textOf(memberOf(part, "id")));
      const [kind = "", at = ""] = ["kind", "createdAt"].map((part) => textOf(memberOf(notice, part)));
      found.push({ who, record: names.get(place.join("/")) ?? place.join("/"), kind, at });
    }
    if (memberOf(body, "more") !== true || notices.length === 0) {
      return found;
    }
  }
}

function listTwice(notices: readonly Told[], toMoment: (told: Told) => string): string[] {
  const seen = new Map<string, number>();
  for (const each of notices) {
    const thing = `${each.who}: ${each.record} ${toMoment(each)}`;
    seen.set(thing, (seen.get(thing) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([thing]) => thing);
}

/** The day in Japan. */
function dayOf({ at }: Told): string {
  return new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10);
}

describe("a year of notices", () => {
  it("reminds nobody twice a day of one thing, however many parts a person has in it", () => {
    const reminders = told.filter(({ kind }) => kind === "reminder");
    expect(listTwice(reminders, dayOf)).toEqual([]);
    const reminded = new Set(reminders.map(({ record }) => record.split(" ")[0]));
    expect(reminded).toEqual(new Set(["progress", "kpi_value", "homework", "meeting", "deadline", "plan_version"]));
  });

  it("says one act once to each, whether by turn, state, condition, comment or name", () => {
    expect(listTwice(told, ({ at }) => at)).toEqual([]);
    const kinds = new Set(told.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(
      ["assigned", "commentAdded", "mention", "perRecord", "reminder", "statusChanged"].toSorted(),
    );
  });

  it("says what a condition asks for once in the year", () => {
    const byCondition = told.filter(({ kind }) => kind === "perRecord");
    expect(listTwice(byCondition, () => "")).toEqual([]);
  });
});
