import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildViews } from "../apps-schema/payload/views.ts";
import { type AppKey, appKeys } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { createPlatform, type Platform } from "../platform/server.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { appId, buildSuiteSeed } from "./access/suite-seed.ts";

// Every list of every app over what a town keeps: MACHI_DX_SCALE_YEARS=20 is the full size, a smaller one runs by itself.

const years = Number(process.env["MACHI_DX_SCALE_YEARS"] ?? "2");
const actionsAYear = 200;
const valuesAYear = 250;

/** What kintone's pages show at once at most, and how far they page. */
const pageSize = 100;
const greatestOffset = 10_000;

/** Lists that are meant to hold every year, or all of one's section: newest first, or for looking things up. */
const registers: Readonly<Partial<Record<AppKey, readonly string[]>>> = {
  action: ["工程表", "一覧", "終わった事業", "所管課か担当が未定"],
  progress: ["年度別", "自分の課"],
  kpi_value: ["指標と年度の一覧", "年度別", "公表できる値", "自分の課"],
};

/** What is over: everything but the last year. */
const closed = { action: "終了", progress: "公表済", kpi_value: "公表" } as const;

type Values = Readonly<Record<string, unknown>>;

function fyOf(index: number, perYear: number): string {
  return String(2026 + Math.floor(index / perYear));
}

const made: Readonly<Partial<Record<AppKey, readonly Values[]>>> = {
  dept: [
    { dept_code: "D-A", dept_name: "課A", dept_org: [{ code: "mihon-a" }], dept_head: [{ code: "kachou" }] },
    { dept_code: "D-B", dept_name: "課B", dept_org: [{ code: "mihon-b" }], dept_head: [{ code: "kachou2" }] },
  ],
  kpi: numbers(valuesAYear).map((n) => ({ kpi_id: `K-${n}`, kpi_name: `指標${n}`, dept_code: sectionOf(n) })),
  initiative: [{ initiative_id: "J1", initiative_name: "取組" }],
  sub_item: [{ sub_item_id: "J1-1", sub_text: "実施事項", initiative_id: "J1" }],
  action: numbers(years * actionsAYear).map((n) => ({
    action_id: `A-${n}`,
    action_name: `事業${n}`,
    sub_item_id: "J1-1",
    dept_code: sectionOf(n),
    owner: [{ code: n % 2 === 0 ? "tantou" : "tantou2" }],
    budget_request: "要求する",
    direction_next: "継続",
  })),
  kpi_value: numbers(years * valuesAYear).map((n) => ({
    kpi_fy_key: `V-${n}`,
    kpi_id: `K-${n % valuesAYear}`,
    fy: fyOf(n, valuesAYear),
    seq: "1",
    actual_value: String(n),
    due_on: "2026-05-31",
  })),
  progress: numbers(years * actionsAYear * 2).map((n) => ({
    progress_key: `R-${n}`,
    action_id: `A-${Math.floor(n / 2)}`,
    fy: fyOf(n, actionsAYear * 2),
    term: n % 2 === 0 ? "上期" : "年度末",
    due_on: "2026-10-31",
    work_grade: n % 3 === 0 ? "遅れている" : "予定どおり",
    result_grade: n % 4 === 0 ? "C" : "B",
    help_needed: n % 5 === 0 ? "事務局" : "なし",
    done_text: "したこと",
  })),
};

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function sectionOf(n: number): string {
  return n % 2 === 0 ? "D-A" : "D-B";
}

let platform: Platform;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-scale-"));
  const seed = buildSuiteSeed();
  const apps = seed.apps.map((app, index) => ({ ...app, records: made[appKeys[index] ?? "dept"] ?? [] }));
  platform = await createPlatform({ dataDir: folder, port: 0, seed: { ...seed, apps } });
  const { store } = platform;
  for (const [key, state] of Object.entries(closed)) {
    const id = appKeys.findIndex((each) => each === key) + 1;
    const last = (made[appKeys[id - 1] ?? "dept"] ?? []).length / years;
    // Thousands of steps would take hours to press; where a record stands is written as the platform itself writes it.
    store.transaction(() => {
      for (let number = 1; number <= last * (years - 1); number += 1) {
        const record = store.records.find(id, number);
        if (record !== null) {
          store.records.update({ ...record, status: state, assignees: ["jimukyoku"] });
        }
      }
    });
  }
}, 900_000);

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(account: string, app: AppKey, query: string): Promise<unknown> {
  const params = new URLSearchParams({ app: appId(app), query, totalCount: "true" });
  const response = await fetch(`${platform.url}/k/v1/records.json?${params.toString()}`, {
    headers: { "X-Cybozu-Authorization": Buffer.from(`${account}:${account}`).toString("base64") },
  });
  return response.json();
}

const lists = appKeys.flatMap((key) =>
  Object.values(buildViews(suiteApps[key]).views).map((view) => ({ key, name: view.name, view })),
);

describe(`${String(years)} years of records`, () => {
  it("are all there", async () => {
    const counts = await Promise.all(
      (["action", "progress", "kpi_value"] as const).map(async (app) =>
        Number(textOf(memberOf(await ask("jimukyoku", app, "limit 1"), "totalCount"))),
      ),
    );
    expect(counts).toEqual([years * actionsAYear, years * actionsAYear * 2, years * valuesAYear]);
  });

  it("stand where years have left them", async () => {
    const found = await Promise.all(
      Object.entries(closed).map(async ([key, state]) => {
        const app = appKeys.find((each) => each === key) ?? "dept";
        return Number(
          textOf(memberOf(await ask("jimukyoku", app, `ステータス in ("${state}") limit 1`), "totalCount")),
        );
      }),
    );
    expect(found).toEqual([actionsAYear, actionsAYear * 2, valuesAYear].map((each) => each * (years - 1)));
  });

  it.each(lists)("$key: $name opens on its first page and on its last", async ({ key, name, view }) => {
    const order = view.sort === "" ? "" : `order by ${view.sort}`;
    for (const account of ["jimukyoku", "tantou"]) {
      const first = await ask(account, key, `${view.filterCond} ${order} limit ${pageSize} offset 0`);
      const total = Number(textOf(memberOf(first, "totalCount")));
      expect([memberOf(first, "message"), Number.isInteger(total)]).toEqual([null, true]);
      const offset = Math.max(0, Math.floor((total - 1) / pageSize) * pageSize);
      expect(offset).toBeLessThanOrEqual(greatestOffset);
      const last = await ask(account, key, `${view.filterCond} ${order} limit ${pageSize} offset ${offset}`);
      expect(memberOf(last, "message")).toBeNull();
      expect(listOf(memberOf(last, "records")).length).toBe(total - offset);
      const isRegister = registers[key]?.includes(name) === true;
      const atMost = (made[key] ?? []).length / (key in closed && !isRegister ? years : 1);
      expect(total).toBeLessThanOrEqual(atMost);
    }
  });
});
