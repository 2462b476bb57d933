import type { Page } from "playwright-core";
import { secret } from "./add-records.ts";

/** What a page offers, in the words of the matrix; a page that is refused offers nothing. */
export type Offer = {
  readonly acts: readonly string[];
  /** Labels of the fields and tables that it shows. */
  readonly labels: readonly string[];
  /** Whether the words of internal notes are anywhere in its document, what the server wrote into it included. */
  readonly hasSecret: boolean;
};

/** The server's own page and the client's banner about a refusal. */
const refusals = ".kp-problem, .kp-banner-danger";

/** Opens an address as if it had been typed in, and waits until one of the places shows. */
async function visit(page: Page, path: string, places: string): Promise<void> {
  const shown = `:is(${places}, ${refusals})`;
  // Another address behind # does not load the page anew: what stands there now is not the answer.
  await page.evaluate((all) => {
    document.querySelectorAll(all).forEach((each) => each.setAttribute("data-left", ""));
  }, shown);
  await page.goto(path, { waitUntil: "commit" });
  await page.locator(`${shown}:not([data-left])`).first().waitFor({ state: "attached" });
}

/** The names of the apps on the portal. */
export async function readPortal(page: Page, path: string): Promise<string[]> {
  await visit(page, path, ".kp-portal");
  return page.locator(".kp-portal-card h2 a").allTextContents();
}

/** A list with what it offers in the app and for one record; a phone's has cards instead of rows. */
export async function readList(page: Page, path: string, record: string): Promise<Offer> {
  await visit(page, path, ".recordlist-row-gaia, .kp-mobile-card, .kp-empty-state");
  return readOffer(page, [
    ["一覧", ".kp-list:not(:has(.kp-banner-danger))", null],
    ["設定", ".kp-list-actions a", "アプリの設定"],
    ["追加", ".kp-list a", "レコードを追加"],
    ["書き出し", ".kp-list-options button", "書き出す"],
    ["読み込み", ".kp-list-options a", "CSVファイルから読み込む"],
    ["行", `.kp-list [data-kp-record="${record}"]`, null],
    ["行の編集", ".kp-list button", `レコード${record}をこの場で編集`],
    ["行の削除", ".kp-list button", `レコード${record}を削除`],
  ]);
}

/** The page of a record or the address of its form; the steps of its process are told by their names. */
export async function readRecordPage(page: Page, path: string): Promise<Offer> {
  // Which steps are offered is asked for last; a state in which nothing is offered says for whom it waits.
  await visit(page, path, ".kp-process-actions > *, .kp-detail:not(:has(.kp-process)), .gaia-ui-actionmenu-save");
  const offer = await readOffer(page, [
    ["レコード", ".kp-detail", null],
    ["編集", ".kp-toolbar-actions button", "編集"],
    ["削除", ".kp-toolbar-actions button", "削除"],
    ["複製", ".kp-toolbar-actions a", "複製"],
    ["フォーム", "button", "保存"],
  ]);
  const steps = await page.locator(".kp-process-actions button").allTextContents();
  return { ...offer, acts: [...offer.acts, ...steps.map((step) => `「${step}」`)] };
}

type Act = readonly [word: string, place: string, name: string | null];

/** One question to the page for all of it; seldom used acts are folded away, as `details` has them. */
function readOffer(page: Page, acts: readonly Act[]): Promise<Offer> {
  return page.evaluate(
    ([asked, hidden]) => {
      document.querySelectorAll("details").forEach((each) => {
        each.open = true;
      });
      const shown = asked.filter(([, place, name]) =>
        [...document.querySelectorAll(place)].some((each) => {
          const own = each.getAttribute("aria-label") ?? each.textContent.trim();
          return each.checkVisibility() && (name === null || own === name);
        }),
      );
      const labels = document.querySelectorAll(
        "#record-gaia :is(.kp-field-label, .subtable-label-gaia) .control-label-text-gaia, .subtable-row-label-text-gaia",
      );
      return {
        acts: shown.map(([word]) => word),
        labels: [...labels].map((each) => each.textContent.trim()),
        hasSecret: document.documentElement.outerHTML.includes(hidden),
      };
    },
    [acts, secret] as const,
  );
}
