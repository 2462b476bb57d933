import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { everyPageSeed, listEveryPage, type PageCase } from "./every-page.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

let platform: PagePlatform;
let cases: PageCase[];
let desk: Page;
let phone: Page;
beforeAll(async () => {
  platform = await startPagePlatform(everyPageSeed);
  cases = await listEveryPage(platform);
  desk = await platform.open("/k/", { account: "iin" });
  phone = await platform.open("/k/m/", { account: "iin", onPhone: true });
});
afterAll(async () => {
  await platform.close();
});

/** Pictures of every page are written where this names a folder. */
const pictures = process.env["MACHI_DX_PICTURES"];

/** The names that kintone gives an app's own fields, which are the app's, not the page's. */
const ofTheApp = /レコード番号|作成者|作成日時|更新者|更新日時|ステータス|作業者|カテゴリー/gu;

/** What people read or hear on a page: texts, names, hints. */
const readWords = `(() => {
  const hints = ["aria-label", "title", "placeholder", "alt"].flatMap((name) =>
    [...document.querySelectorAll("[" + name + "]")].map((element) => element.getAttribute(name)));
  const texts = [...document.querySelectorAll("body *:not(script, style, template)")].flatMap((element) =>
    [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue));
  return [document.title, ...texts, ...hints].map((text) => text.trim()).filter((text) => text !== "");
})()`;

async function listFaults(page: Page, one: PageCase): Promise<string[]> {
  await page.goto("about:blank");
  await page.goto(platform.url + one.path);
  await page.locator(one.ready).first().waitFor();
  await one.act?.(page);
  const words: unknown = await page.evaluate(readWords);
  const all = Array.isArray(words) ? words.map(String) : [];
  const wide = Number(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  );
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    const device = (page.viewportSize()?.width ?? 0) < 500 ? "phone" : "desk";
    await page.screenshot({ path: join(pictures, `${device}-${one.name.replaceAll(" ", "-")}.png`) });
  }
  return [
    ...all
      .filter((text) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text.replaceAll(ofTheApp, "")))
      .map((text) => `Japanese: ${text}`),
    ...all.filter((text) => /\{\w+\}|undefined|\[object|NaN/u.test(text)).map((text) => `raw: ${text}`),
    ...(wide > 0 ? [`${wide} px too wide`] : []),
    ...(await findAccessibilityViolations(page)),
  ].map((fault) => `${one.name}: ${fault}`);
}

async function walk(page: Page, some: readonly PageCase[]): Promise<string[]> {
  const faults: string[] = [];
  for (const one of some) {
    // One page at a time, as a person walks.
    faults.push(...(await listFaults(page, one).catch((error: unknown) => [`${one.name}: ${String(error)}`])));
  }
  return faults;
}

// One walk of many pages: a slow machine takes its time for it.
const timeout = 900_000;

describe("every page in English: all words translated, nothing too wide, nothing that axe finds", { timeout }, () => {
  it("on a desktop", async () => {
    expect(
      await walk(
        desk,
        cases.filter(({ onPhone }) => onPhone !== true),
      ),
    ).toStrictEqual([]);
  });

  it("on a phone, with the pages that kintone has on the desktop only", async () => {
    expect(
      await walk(
        phone,
        cases.filter(({ onPhone, isWide }) => onPhone === true || isWide === true),
      ),
    ).toStrictEqual([]);
  });
});
