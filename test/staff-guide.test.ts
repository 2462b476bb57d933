import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { roles } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { roleNames } from "../scripts/deploy/desired/role-names.ts";
import { localAccounts, localSections } from "../scripts/local/local-accounts.ts";
import { shots } from "./e2e/guide-shots.ts";

const root = resolve(import.meta.dirname, "..");
const guide = resolve(root, "docs/guide");
const rolePages = ["tantou.md", "kachou.md", "jimukyoku.md", "iin.md", "etsuran-koukai.md"];
const pages = ["README.md", ...rolePages, "calendar.md"];
const mostLetters = 500;
const mostBytes = 150_000;
const mostPictures = 14;

const apps: readonly AppSchema[] = Object.values(suiteApps);
const textOf = (page: string): string => readFileSync(resolve(guide, page), "utf8");

type Named = { readonly label: string; readonly options?: readonly string[]; readonly fields?: object };

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && "label" in value && typeof value.label === "string";
}

/** Labels of fields, of the columns of tables, and their choices. */
function namesOfFields(fields: object): string[] {
  return Object.values(fields)
    .filter(isNamed)
    .flatMap(({ label, options = [], fields: columns = {} }) => [label, ...options, ...namesOfFields(columns)]);
}

function namesOf({ views, process, actions = [], reports = [], fields }: AppSchema): string[] {
  return [
    ...views.map(({ name }) => name),
    ...(process?.states ?? []).map(({ name }) => name),
    ...(process?.actions ?? []).map(({ name }) => name),
    ...actions.map(({ name }) => name),
    ...reports.map(({ name }) => name),
    ...namesOfFields(fields),
  ];
}

/** Words that pages of the platform and the plugins say themselves. */
function readCatalogues(folder: string): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:messages|-texts)\.ts$/u.test(file))
    .flatMap((file) => [...readFileSync(resolve(root, folder, file), "utf8").matchAll(/\bja:\s*"([^"]+)"/gu)])
    .map((match) => match[1] ?? "");
}

const ofPages = [...readCatalogues("platform/page/client/messages"), ...readCatalogues("plugins")];
const known = new Set([...apps.flatMap((app) => [app.name, ...namesOf(app)]), ...ofPages]);

/** What a page names in 「」 and nothing is called. */
function findUnknown(text: string): string[] {
  return [...text.matchAll(/「([^」]+)」/gu)].map((match) => match[1] ?? "").filter((name) => !known.has(name));
}

/** 「app」の「name」 where that app has nothing of this name. */
function findMisplaced(text: string): string[] {
  return [...text.matchAll(/「([^」]+)」の((?:「[^」]+」[と、]?)+)/gu)].flatMap((match) => {
    const app = apps.find(({ name }) => name === match[1]);
    const names = [...(match[2] ?? "").matchAll(/「([^」]+)」/gu)].map((each) => each[1] ?? "");
    // What follows a comma may be the next app.
    const own = names.filter((name, index) => index === 0 || !apps.some((each) => each.name === name));
    return app === undefined
      ? []
      : own.filter((name) => !namesOf(app).includes(name)).map((name) => `${app.name}/${name}`);
  });
}

function toProse(text: string): string {
  return text
    .replaceAll(/^!\[.*$/gmu, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/[#*\s-]/gu, "");
}

describe("the staff guide", () => {
  it.each(pages)("names only what there is: %s", (page) => {
    expect({ unknown: findUnknown(textOf(page)), misplaced: findMisplaced(textOf(page)) }).toEqual({
      unknown: [],
      misplaced: [],
    });
  });

  it("notices a name that nothing has, and one of another app", () => {
    expect(findUnknown("「進捗報告」の「明日の宿題」")).toEqual(["明日の宿題"]);
    expect(findMisplaced("「組織」の「今日の宿題」、「会議」の「これからの会議」")).toEqual(["組織/今日の宿題"]);
  });

  it.each(rolePages)("is read in one minute: %s", (page) => {
    expect(toProse(textOf(page)).length).toBeLessThanOrEqual(mostLetters);
  });

  it("leads from its first page to every role with its accounts and addresses", () => {
    const text = textOf("README.md");
    expect(rolePages.filter((page) => !text.includes(`](${page})`))).toEqual([]);
    const named = [...text.matchAll(/`([a-z]+\d?)`/gu)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(["admin", ...localAccounts.map(({ code }) => code)]));
    const shell = readdirSync(resolve(root, "platform/page"))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(resolve(root, "platform/page", file), "utf8"))
      .join("\n");
    const addresses = [...text.matchAll(/`(\/k\/[^`]*)`/gu)].map((match) => match[1] ?? "");
    expect(addresses.filter((address) => !shell.includes(`"${address}"`))).toEqual([]);
  });

  it("has the same groups and accounts for a second environment as the local one", () => {
    expect(JSON.parse(textOf("kensho-accounts.json"))).toEqual({
      organizations: localSections,
      groups: roles.map((code) => ({ code, name: roleNames[code] })),
      users: localAccounts.map((account) => ({
        code: account.code,
        name: account.name,
        groups: [account.role],
        ...("section" in account && { organizations: [account.section] }),
      })),
    });
  });

  it("has every picture that is taken, each on a page, few and small", () => {
    const used = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\(pictures\/([\w-]+)\.png\)/gu)].map((match) => match[1]),
    );
    expect(new Set(used)).toEqual(new Set(shots.map(({ name }) => name)));
    const files = readdirSync(resolve(guide, "pictures"));
    expect(new Set(files)).toEqual(new Set(shots.map(({ name }) => `${name}.png`)));
    expect(files.length).toBeLessThanOrEqual(mostPictures);
    expect(files.filter((file) => statSync(resolve(guide, "pictures", file)).size > mostBytes)).toEqual([]);
  });
});

describe("the office's year", () => {
  it("names each date about which the office is told", () => {
    const text = textOf("calendar.md");
    const missing = apps.flatMap((app) =>
      (app.notifications?.reminder ?? [])
        .filter(({ to }) => to.includes("jimukyoku"))
        .map(({ field }) => [app.name, namesOfFields({ field: app.fields[field] })[0] ?? ""] as const)
        .filter(([name, field]) => !isTold(text, name, field)),
    );
    expect(missing).toEqual([]);
  });

  it("goes through all months", () => {
    const months = [...textOf("calendar.md").matchAll(/^\| (\d+)(?:〜(\d+))?月/gmu)].flatMap(([, from, to]) => [
      from,
      to ?? from,
    ]);
    expect(new Set(months.map(Number))).toEqual(new Set([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]));
  });
});

/** Whether a line of the page is about this app and this date. */
function isTold(text: string, app: string, field: string): boolean {
  return text.split("\n").some((line) => line.startsWith(`- 「${app}」`) && line.includes(`「${field}」`));
}
