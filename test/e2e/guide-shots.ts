import type { Page } from "playwright-core";
import { type Account, phone } from "./open-browser.ts";

/** One picture of the staff guide: who looks at what, and how much of it is shown. */
export type Shot = {
  readonly name: string;
  readonly account: Account;
  /** The app by its name; without one the inbox. */
  readonly app?: string;
  readonly view?: string;
  /** The value of the app's key field. */
  readonly record?: string;
  readonly isEdited?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the picture must show. */
  readonly shows: readonly string[];
  readonly height: number;
  /** Brings the page to the moment of the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
};

export const shots: readonly Shot[] = [
  { name: "inbox", account: "kachou", shows: ["作業が回ってきました"], height: 420 },
  {
    name: "tantou-list",
    account: "tantou",
    app: "進捗報告",
    view: "今日の宿題",
    shows: ["書かない窓口で待ち時間を短くする"],
    height: 250,
  },
  {
    name: "tantou-form",
    account: "tantou",
    app: "進捗報告",
    record: "A-001:2026:年度末",
    isEdited: true,
    shows: ["工程の進み", "成果の進み", "やったこと"],
    height: 480,
    prepare: async (page) => {
      await page.getByLabel("工程の進み", { exact: true }).selectOption("予定どおり");
      await page.getByLabel("成果の進み", { exact: true }).selectOption("B");
      await page.getByLabel("やったこと", { exact: true }).fill("新しい受付票を全部の窓口で使い始めた。");
      await page.evaluate(`{
        const heading = [...document.querySelectorAll("#record-gaia *")].find((each) => each.children.length === 0 && each.textContent.trim() === "進みぐあい");
        window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 130);
      }`);
    },
  },
  {
    name: "tantou-send",
    account: "tantou",
    app: "アクションプラン",
    record: "A-001",
    shows: ["改定中", "所属長へ送る"],
    height: 290,
  },
  {
    name: "kachou-list",
    account: "kachou",
    app: "進捗報告",
    view: "確認待ち（所属長）",
    viewport: phone,
    shows: ["遅れている", "相談の相手"],
    height: 640,
  },
  {
    name: "kachou-record",
    account: "kachou",
    app: "進捗報告",
    record: "A-002:2026:上期",
    viewport: phone,
    shows: ["確認して事務局へ送る", "差し戻す"],
    height: 640,
  },
  {
    name: "jimukyoku-late",
    account: "jimukyoku",
    app: "進捗報告",
    view: "期限を過ぎた未提出",
    shows: ["2026/10/30"],
    height: 250,
  },
  {
    name: "jimukyoku-check",
    account: "jimukyoku",
    app: "進捗報告",
    view: "確認待ち（事務局）",
    shows: ["止まっている"],
    height: 290,
  },
  { name: "iin-roadmap", account: "iin", app: "アクションプラン", shows: ["令和8年度(2026)", "表で見る"], height: 640 },
  {
    name: "iin-list",
    account: "iin",
    app: "アクションプラン",
    view: "委員会にかかるもの",
    shows: ["事故のときにすぐ動ける体制"],
    height: 300,
  },
  {
    name: "iin-record",
    account: "iin",
    app: "アクションプラン",
    record: "A-022",
    shows: ["承認する", "差し戻す"],
    height: 230,
  },
  {
    name: "etsuran-phone",
    account: "etsuran",
    app: "アクションプラン",
    viewport: phone,
    shows: ["今四半期", "取組別"],
    height: 660,
  },
  {
    name: "koukai-list",
    account: "koukai",
    app: "KPI実績",
    view: "公表を待つ値",
    shows: ["役場に来ないで済んだ手続きの割合"],
    height: 290,
  },
];
