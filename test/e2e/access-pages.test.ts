import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppKey, appKeys, type Role, roles } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { Condition } from "../../apps-schema/schema/view.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import { listOf, memberOf, textOf } from "../../scripts/deploy/client/json.ts";
import { addFoundations, addRecord, secret, type Section, valuesOf } from "../access/add-records.ts";
import { expectedAccess, expectedRights, findRule, hasSection } from "../access/expected-rights.ts";
import { type Offer, readList, readPortal, readRecordPage } from "../access/read-page.ts";
import { type RunningSuite, startSuite } from "../access/start-suite.ts";
import { allApps, appId } from "../access/suite-seed.ts";
import { listAssignees, walkTo } from "../access/walk-to.ts";
import { openBrowser, openPage, phone } from "./open-browser.ts";

// The cells of docs/permissions.md as pages show them, against the same expected rights as test/access.test.ts; no plugin is there.

type Sample = {
  readonly app: AppSchema;
  readonly id: string;
  readonly section: Section;
  /** What the rules for records ask for. */
  readonly values: Readonly<Record<string, string>>;
  /** As the server answers it to its maker. */
  readonly record: unknown;
  readonly assignees: readonly string[];
};

/** For each process a state that one role has to act in; writing is open to the section, to its manager or to nobody. */
const walked = [
  ["plan_version", "B", "委員会審議"],
  ["action", "A", "下書き"],
  ["action", "A", "所属長確認"],
  ["kpi_value", "A", "確定"],
  ["progress", "B", "記入中"],
  ["homework", "A", "対応中"],
] as const;

/** Of the apps without a process. */
const named = [
  ["dept", 'dept_code = "D-A"', {}],
  ["kpi", 'kpi_id = "K-A"', { is_public: "公開" }],
  ["kpi", 'kpi_id = "K-9"', { is_public: "庁内のみ" }],
  ["issue", 'issue_id = "P1"', {}],
  ["initiative", 'initiative_id = "J1"', {}],
  ["sub_item", 'sub_item_id = "J1-1"', {}],
  ["meeting", 'meeting_key = "M-1"', {}],
  ["revision", 'rev_key = "R-1"', {}],
  ["deadline", 'dl_key = "L-1"', {}],
  ["glossary", 'term = "用語"', {}],
] as const;

let suite: RunningSuite;
let browser: Browser;
const samples: Sample[] = [];

beforeAll(async () => {
  [suite, browser] = await Promise.all([startSuite({ now: "2026-10-01T00:00:00Z" }), openBrowser()]);
  await addFoundations(suite);
  await addRecord(suite, "kpi", { kpi_id: "K-9", kpi_name: "庁内の指標", is_public: "庁内のみ", dept_code: "D-A" });
  await addRecord(suite, "revision", { rev_key: "R-1", rev_title: "改定", note_internal: secret });
  await addRecord(suite, "deadline", { dl_key: "L-1", dl_title: "期限" });
  for (const [key, section, state] of walked) {
    const id = await addRecord(suite, key, valuesOf(key, section, `${key}-${section}-${state}`));
    await walkTo(suite, key, id, state);
    await addSample(key, id, section, { data_status: "確定", is_public: "公開", ステータス: state });
  }
  for (const [key, query, values] of named) {
    const { records } = await suite.client("admin").record.getRecords({ app: appId(key), query });
    await addSample(key, textOf(memberOf(memberOf(records[0], "$id"), "value")), "A", values);
  }
});

afterAll(async () => {
  await Promise.all([browser.close(), suite.close()]);
});

async function addSample(
  key: AppKey,
  id: string,
  section: Section,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const app: AppSchema = suiteApps[key];
  const { record } = await suite.client("admin").record.getRecord({ app: appId(key), id });
  const assignees = app.process === undefined ? [] : await listAssignees(suite, key, id);
  samples.push({ app, id, section, values, record, assignees });
}

/** The texts of a field, or the codes of the people in it. */
function readTexts({ record }: Sample, field: string): string[] {
  const value = memberOf(memberOf(record, field), "value");
  if (typeof value === "string") {
    return [value];
  }
  const people = Array.isArray(value) ? listOf(value) : [value];
  return people.map((each) => textOf(memberOf(each, "code")));
}

function meets(sample: Sample, condition: Condition, account: string): boolean {
  const texts = readTexts(sample, condition.field).filter((text) => text !== "");
  if ("call" in condition) {
    return texts.includes(account) === (condition.operator === "in");
  }
  if ("values" in condition) {
    const isEmpty = texts.length === 0 && condition.values.includes("");
    const isIn = isEmpty || texts.some((text) => condition.values.includes(text));
    return isIn === (condition.operator === "in");
  }
  // The steps ask otherwise only whether something was entered.
  return texts.length > 0;
}

function listSteps(sample: Sample, role: Role): string[] {
  const steps = (sample.app.process?.actions ?? []).filter(({ from, byFields = [], byRoles = [], where = [] }) => {
    const isForOthers = byFields.length > 0 || byRoles.length > 0;
    const people = isForOthers
      ? [...byRoles, ...byFields.flatMap((field) => readTexts(sample, field))]
      : sample.assignees;
    const isTurn = from === sample.values["ステータス"] && people.includes(role);
    return isTurn && where.every((condition) => meets(sample, condition, role));
  });
  return steps.map(({ name }) => `「${name}」`);
}

type Place = "list" | "create" | "edit" | "detail";

type Cell = {
  readonly sample: Sample;
  /** `null`: without any. */
  readonly role: Role | null;
  readonly device?: "desktop" | "phone";
  /** Whether the settings of apps are open to the account. */
  readonly manages?: boolean;
};

function choose(offers: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(offers).filter((word) => offers[word]);
}

/** What each page of a record has to offer a role; to somebody without one, nothing. */
function expectActs({ sample, role, device = "desktop", manages = false }: Cell): Record<Place, readonly string[]> {
  const { app, section, values } = sample;
  const appRights: readonly string[] = role === null ? [] : app.permissions[role];
  const relation = role !== null && hasSection(role) && section === "A" ? "own" : "other";
  const rights = role === null ? [] : expectedRights(app, findRule(app, values), role, relation);
  const [mayView, mayEdit, mayDelete] = [rights.includes("view"), rights.includes("edit"), rights.includes("delete")];
  const mayAdd = appRights.includes("add");
  const isDesktop = device === "desktop";
  const detail = mayView
    ? [
        ...choose({ レコード: true, 編集: mayEdit, 削除: mayDelete, 複製: mayAdd && isDesktop }),
        ...(role === null ? [] : listSteps(sample, role)),
      ]
    : [];
  return {
    list: choose({
      一覧: appRights.includes("view"),
      設定: manages && isDesktop,
      追加: mayAdd,
      書き出し: isDesktop && appRights.includes("export"),
      読み込み: isDesktop && appRights.includes("import"),
      行: mayView,
      行の編集: isDesktop && mayEdit,
      行の削除: isDesktop && mayDelete,
    }),
    detail,
    // Who may only read is shown the record instead.
    edit: mayEdit ? ["フォーム"] : detail,
    create: mayAdd ? ["フォーム"] : [],
  };
}

/** The list is the one of all records, which every app has. */
function addressesOf({ app, id }: Sample, device: "desktop" | "phone"): Record<Place, string> {
  const root = `${device === "phone" ? "/k/m" : "/k"}/${appId(app.key)}/`;
  const detail = device === "phone" ? `${root}show?record=${id}` : `${root}show#record=${id}`;
  const edit = device === "phone" ? `${root}edit?record=${id}` : `${detail}&mode=edit`;
  return { list: `${root}?view=20`, create: `${root}edit`, detail, edit };
}

/** What is shown beside what was expected: `+` shown in vain, `-` missing. */
function compare(found: readonly string[], meant: readonly string[]): string[] {
  return [
    ...found.filter((each) => !meant.includes(each)).map((each) => `+${each}`),
    ...meant.filter((each) => !found.includes(each)).map((each) => `-${each}`),
  ];
}

/** The fields that are not open to everyone; what stays inside is nowhere in a page's document. */
function compareFields({ app }: Sample, role: Role | null, place: Place, { acts, labels, hasSecret }: Offer): string[] {
  const accessTo = (field: string): string => (role === null ? "none" : expectedAccess(app, field, role));
  const fields = (app.fieldPermissions ?? []).map(({ field }) => ({
    label: app.fields[field]?.label ?? field,
    isOpen: accessTo(field) !== "none",
  }));
  const shown = fields.filter(({ label }) => labels.includes(label)).map(({ label }) => label);
  const open = fields.filter(({ isOpen }) => isOpen).map(({ label }) => label);
  const isShown = acts.includes("レコード") || acts.includes("フォーム");
  const leaks = accessTo("note_internal") === "none" && hasSecret ? [`+${secret}`] : [];
  return [...(place === "list" ? [] : compare(shown, isShown ? open : [])), ...leaks];
}

async function visit(page: Page, cell: Cell, place: Place): Promise<string[]> {
  const { sample, role, device = "desktop" } = cell;
  const path = addressesOf(sample, device)[place];
  const offer = await (place === "list" ? readList(page, path, sample.id) : readRecordPage(page, path));
  const wrong = [...compare(offer.acts, expectActs(cell)[place]), ...compareFields(sample, role, place, offer)];
  const words = [role ?? "nobody", device, sample.app.name, sample.section, ...Object.values(sample.values), place];
  return wrong.length === 0 ? [] : [`${words.join(" ")}: ${wrong.join(" ")}`];
}

type Round = { readonly cell: Cell; readonly places: readonly Place[] };

async function visitAll(page: Page, rounds: readonly Round[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { cell, places } of rounds) {
    // Each round begins with a page loaded anew.
    await page.goto("about:blank");
    for (const place of places) {
      wrong.push(...(await visit(page, cell, place)));
    }
  }
  return wrong;
}

/** Two tabs of one session, side by side. */
async function visitInTabs(page: Page, rounds: readonly Round[]): Promise<string[]> {
  const other = await page.context().newPage();
  const found = await Promise.all([
    visitAll(
      page,
      rounds.filter((_, index) => index % 2 === 0),
    ),
    visitAll(
      other,
      rounds.filter((_, index) => index % 2 === 1),
    ),
  ]);
  return found.flat();
}

/** The first record of each app. */
function listFirst(): Sample[] {
  return appKeys.flatMap((key) => samples.find(({ app }) => app.key === key) ?? []);
}

async function comparePortal(page: Page, meant: readonly AppSchema[]): Promise<string[]> {
  const found = await readPortal(page, "/k/");
  return compare(
    found,
    meant.map(({ name }) => name),
  ).map((each) => `portal: ${each}`);
}

describe("the pages of every app", () => {
  it.each([...roles])("offer %s what the matrix says, and nothing else", async (role) => {
    const page = await openPage(browser, { account: role, path: "/k/", baseURL: suite.url });
    const portal = await comparePortal(
      page,
      allApps.filter(({ permissions }) => permissions[role].includes("view")),
    );
    const desktop = await visitInTabs(page, [
      ...listFirst().map((sample) => ({ cell: { sample, role }, places: ["list", "create"] }) as const),
      ...samples.map((sample) => ({ cell: { sample, role }, places: ["edit", "detail"] }) as const),
    ]);
    await page.setViewportSize(phone);
    const action = listFirst().filter(({ app }) => app.key === "action");
    const places = ["list", "detail", "edit", "create"] as const;
    const onPhone = await visitAll(
      page,
      action.map((sample) => ({ cell: { sample, role, device: "phone" }, places })),
    );
    await page.context().close();
    expect([...portal, ...desktop, ...onPhone]).toEqual([]);
    expect([listFirst().length, action.length]).toEqual([appKeys.length, 1]);
  });

  it.each([
    ["somebody without a role", "nanashi", false],
    ["a system administrator without a role, beside the apps' settings,", "kanri", true],
  ] as const)("offer %s nothing", async (_, account, manages) => {
    const page = await openPage(browser, { account, path: "/k/", baseURL: suite.url });
    const portal = await comparePortal(page, manages ? allApps : []);
    const desktop = await visitInTabs(
      page,
      listFirst().map((sample) => {
        const places: readonly Place[] = sample.app.key === "action" ? ["list", "create", "edit"] : ["list"];
        return { cell: { sample, role: null, manages }, places };
      }),
    );
    await page.context().close();
    expect([...portal, ...desktop]).toEqual([]);
  });
});
