import { describe, expect, it } from "vitest";
import { openPage, phone } from "../open-browser.ts";
import { listPath, openRecord, pressStep, writeReport } from "./pages.ts";
import { person, type Year } from "./year.ts";

const first = { "A-001": "A-001:2026:上期", "A-002": "A-002:2026:上期", "A-003": "A-003:2026:上期" } as const;
const written = { work_grade: "予定どおり", result_grade: "B", done_text: "したこと" };

/** The first half: reports asked for, one late, one sent back; then the committee and what it gives as homework. */
export function playAutumn(year: Year): void {
  describe("October to December", () => {
    it("the office is told on its day, and asks each section through the action plan's own button", async () => {
      const { play } = year;
      await play.comes("2026-10-01");
      expect(await play.told()).toEqual(["jimukyoku: plan_version Ver.5.0 上期の進捗報告を依頼する日です"]);
      expect(await play.tries.add("kachou", "progress", { action_id: "A-001", fy: "2026", term: "上期" })).toBe(
        "CB_NO02",
      );
      for (const [action, key] of Object.entries(first)) {
        const typed = { progress_key: key, fy: "2026", term: "上期", due_on: "2026-10-30" };
        await play.press("jimukyoku", "action", action, { button: "進捗報告をつくる", typed });
        await play.act("jimukyoku", "progress", key, "担当者へ依頼する");
      }
      expect(await play.told()).toEqual([
        `tantou: progress ${first["A-001"]} assigned`,
        `tantou: progress ${first["A-003"]} assigned`,
        `tantou2: progress ${first["A-002"]} assigned`,
      ]);
      expect(await play.sees("progress", "今日の宿題", ["tantou", "tantou2", "kachou", "jimukyoku"])).toEqual({
        tantou: [first["A-001"], first["A-003"]],
        tantou2: [first["A-002"]],
        kachou: [],
        jimukyoku: [],
      });
      expect(await play.sees("progress", "未提出", ["jimukyoku", "etsuran"])).toEqual({
        jimukyoku: [first["A-003"], first["A-001"], first["A-002"]],
        etsuran: [],
      });
      expect(await play.sees("progress", "期限を過ぎた未提出", ["jimukyoku"])).toEqual({ jimukyoku: [] });
    });

    it("a report is not sent unwritten; written, it waits on the manager's phone, who sends one back", async () => {
      const { play, town, browser } = year;
      await play.comes("2026-10-08");
      expect(await play.told()).toEqual(["jimukyoku: plan_version Ver.5.0 上期の進捗報告を依頼する日から1週間です"]);
      const [one, three] = [first["A-001"], first["A-003"]];
      expect(await play.tries.act("tantou", "progress", one, "所属長へ送る")).toBe("GAIA_IL03");
      expect(await play.tries.change("tantou2", "progress", one, written)).toBe("CB_NO02");
      const help = { help_needed: "事務局", help_text: "相談の文" };
      await play.change("tantou", "progress", one, help);
      await writeReport(await openRecord(year, "tantou", ["progress", one]));
      await play.change("tantou", "progress", three, { ...written, ...help });
      await play.act("tantou", "progress", three, "所属長へ送る");
      expect(await play.told()).toEqual([`kachou: progress ${one} assigned`, `kachou: progress ${three} assigned`]);
      const waiting = () => play.sees("progress", "確認待ち（所属長）", ["kachou", "kachou2", "tantou"]);
      expect(await waiting()).toEqual({ kachou: [three, one], kachou2: [], tantou: [] });
      expect(await play.tries.act("kachou2", "progress", one, "確認して事務局へ送る")).toBe("GAIA_NT01");

      const page = await openPage(browser, {
        account: "kachou",
        path: listPath(town, "progress", "確認待ち（所属長）", "m/"),
        baseURL: town.url,
        viewport: phone,
      });
      await page.getByText("見本の事業3").first().click();
      await pressStep(page, "差し戻す");
      await page.close();
      await play.act("kachou", "progress", one, "確認して事務局へ送る");
      expect(await play.told()).toEqual([
        `jimukyoku: progress ${one} assigned`,
        `tantou: progress ${three} assigned`,
        `tantou: progress ${one} statusChanged`,
      ]);
      expect(await waiting()).toEqual({ kachou: [], kachou2: [], tantou: [] });
      expect(await play.sees("progress", "今日の宿題", ["tantou"])).toEqual({ tantou: [three] });
      expect(await play.sees("progress", "相談がある", ["jimukyoku", "koukai"])).toEqual({
        jimukyoku: [three, one],
        koukai: [],
      });
      await play.change("tantou", "progress", three, { done_text: "数字を足しました" });
      await play.act("tantou", "progress", three, "所属長へ送る");
      await play.act("kachou", "progress", three, "確認して事務局へ送る");
      await play.told();
    });

    it("the late one is reminded of to its writer, then to the manager, then to the office, and nobody else", async () => {
      const { play } = year;
      const late = first["A-002"];
      const lines = async (moment: string) => {
        await play.comes(moment);
        return play.told();
      };
      expect(await lines("2026-10-16")).toEqual([`tantou2: progress ${late} 進捗報告の提出期限まで2週間です`]);
      expect(await lines("2026-10-27")).toEqual([`tantou2: progress ${late} 進捗報告の提出期限まで3日です`]);
      expect(await lines("2026-10-30")).toEqual([`tantou2: progress ${late} 今日が進捗報告の提出期限です`]);
      expect(await lines("2026-10-31")).toEqual(
        ["tantou2", "kachou2"].map((who) => `${who}: progress ${late} 進捗報告の提出期限が昨日で過ぎました`),
      );
      expect(await play.sees("progress", "期限を過ぎた未提出", ["jimukyoku", "kachou2", "koukai"])).toEqual({
        jimukyoku: [late],
        kachou2: [late],
        koukai: [],
      });
      expect(await lines("2026-11-06")).toEqual(
        ["jimukyoku", "tantou2", "kachou2"].map(
          (who) => `${who}: progress ${late} 進捗報告の提出期限を1週間過ぎました`,
        ),
      );
      expect(await play.tries.change("tantou", "progress", late, written)).toBe("CB_NO02");
      await play.change("tantou2", "progress", late, {
        ...written,
        work_grade: "止まっている",
        result_grade: "D",
        blocker_kind: ["人手"],
        blocker_text: "人が足りません",
      });
      await play.act("tantou2", "progress", late, "所属長へ送る");
      await play.act("kachou2", "progress", late, "確認して事務局へ送る");
      await play.told();
      expect(await lines("2026-11-08")).toEqual([]);
      expect(await play.sees("progress", "未提出", ["jimukyoku"])).toEqual({ jimukyoku: [] });
      expect(await play.sees("progress", "遅れ・止まり", ["jimukyoku", "kachou2", "iin", "etsuran"])).toEqual({
        jimukyoku: [late],
        kachou2: [late],
        iin: [late],
        etsuran: [],
      });
      expect(await play.sees("progress", "確認待ち（事務局）", ["jimukyoku"])).toEqual({
        jimukyoku: [first["A-003"], late, first["A-001"]],
      });
    });

    it("a meeting is called: the office and the committee are told in time", async () => {
      const { play } = year;
      await play.comes("2026-11-09");
      await play.add("jimukyoku", "meeting", {
        meeting_key: "M-2026-11-26",
        meeting_name: "第1回 見本の委員会",
        meeting_kind: "情報化推進委員会",
        held_on: "2026-11-26",
        held_how: "対面",
        chair: person("iin"),
        agenda: [
          {
            value: {
              ag_no: { value: "1" },
              ag_title: { value: "上期の報告" },
              ag_ref_app: { value: "進捗報告" },
              ag_ref_id: { value: first["A-002"] },
            },
          },
        ],
      });
      expect(await play.tries.add("iin", "meeting", { meeting_key: "M-x", meeting_name: "勝手な会議" })).toBe(
        "CB_NO02",
      );
      await play.comes("2026-11-12");
      expect(await play.told()).toEqual(["jimukyoku: meeting M-2026-11-26 会議まで2週間です"]);
      await play.comes("2026-11-19");
      expect(await play.told()).toEqual(["iin: meeting M-2026-11-26 会議まで1週間です"]);
      const who = ["iin", "etsuran", "koukai", "nanashi"] as const;
      expect(await play.sees("meeting", "これからの会議", who)).toEqual({
        iin: ["M-2026-11-26"],
        etsuran: ["M-2026-11-26"],
        koukai: ["M-2026-11-26"],
        nanashi: ["CB_NO02"],
      });
    });

    it("the reports are before the committee; it is told of the one at a standstill, and the public part follows", async () => {
      const { play } = year;
      const keys = Object.values(first);
      await play.comes("2026-11-26");
      expect(await play.told()).toEqual([]);
      expect(await play.tries.act("iin", "progress", keys[0] ?? "", "委員会に報告した")).toBe("GAIA_NT01");
      for (const key of keys) {
        await play.act("jimukyoku", "progress", key, "委員会に報告した");
      }
      expect(await play.told()).toEqual([
        `tantou: progress ${first["A-001"]} statusChanged`,
        `tantou: progress ${first["A-003"]} statusChanged`,
        `tantou2: progress ${first["A-002"]} statusChanged`,
        ...keys.map((key) => `koukai: progress ${key} assigned`),
        `iin: progress ${first["A-002"]} 「止まっている」事業の報告が委員会に出ました`,
      ]);
      expect(await play.sees("progress", "遅れ・止まり", ["etsuran", "koukai"])).toEqual({
        etsuran: [first["A-002"]],
        koukai: [first["A-002"]],
      });
      expect(await play.tries.change("jimukyoku", "progress", first["A-001"], written)).toBe("CB_NO02");
    });

    it("a decision becomes homework through the meeting's own button, on the page", async () => {
      const { play, town, browser } = year;
      await play.comes("2026-11-27");
      expect(await play.told()).toEqual(["jimukyoku: meeting M-2026-11-26 会議が終わりました"]);
      expect(await play.sees("meeting", "これからの会議", ["iin"])).toEqual({ iin: [] });
      expect(await play.tries.add("tantou2", "homework", { fu_key: "H-x", fu_title: "勝手な宿題" })).toBe("CB_NO02");
      const path = `/k/${town.appId("meeting")}/show#record=${await play.idOf("meeting", "M-2026-11-26")}`;
      const page = await openPage(browser, { account: "jimukyoku", path, baseURL: town.url });
      await page.locator(".kp-app-actions").getByText("宿題をつくる").click();
      await page.waitForURL((url) => url.pathname === `/k/${town.appId("homework")}/edit`);
      await expect.poll(() => page.getByLabel("もとの会議", { exact: true }).inputValue()).toBe("M-2026-11-26");
      await page.getByLabel("宿題の番号").fill("H-2026-01");
      await page.getByLabel("件名").fill("止まっている事業の見通し");
      await page.getByRole("button", { name: "保存" }).click();
      await page.waitForURL((url) => url.pathname === `/k/${town.appId("homework")}/show`);
      await page.close();
      const made = await play.read("homework", "H-2026-01");
      expect([made["meeting_name"], made["raised_on"]]).toEqual(["第1回 見本の委員会", "2026-11-26"]);
      expect(await play.tries.act("jimukyoku", "homework", "H-2026-01", "担当課へ渡す")).toBe("GAIA_IL03");
      await play.change("jimukyoku", "homework", "H-2026-01", {
        origin_kind: "委員会",
        dept_code: "D-B",
        owner: person("tantou2"),
        related_action_id: "A-002",
        due_on: "2026-12-18",
      });
      await play.act("jimukyoku", "homework", "H-2026-01", "担当課へ渡す");
      const people = ["tantou2", "kachou2"];
      expect(await play.told()).toEqual(people.map((who) => `${who}: homework H-2026-01 assigned`));
      const asked = await play.sees("homework", "今日の宿題", ["tantou2", "kachou2", "tantou", "jimukyoku"]);
      expect(asked).toEqual({ tantou2: ["H-2026-01"], kachou2: ["H-2026-01"], tantou: [], jimukyoku: [] });
    });

    it("the homework is answered before its day, and read by all when it is finished", async () => {
      const { play } = year;
      await play.comes("2026-12-11");
      expect(await play.told()).toEqual(
        ["tantou2", "kachou2"].map((who) => `${who}: homework H-2026-01 指摘・宿題に答える期限まで1週間です`),
      );
      expect(await play.tries.change("tantou", "homework", "H-2026-01", { answer_text: "よその課" })).toBe("CB_NO02");
      expect(await play.tries.act("tantou2", "homework", "H-2026-01", "答えを出す")).toBe("GAIA_IL03");
      await play.change("tantou2", "homework", "H-2026-01", { answer_text: "来年度に人をふやします。" });
      await play.act("tantou2", "homework", "H-2026-01", "答えを出す");
      expect(await play.told()).toEqual(["jimukyoku: homework H-2026-01 assigned"]);
      expect(await play.sees("homework", "確認待ち（事務局）", ["jimukyoku", "etsuran"])).toEqual({
        jimukyoku: ["H-2026-01"],
        etsuran: [],
      });
      await play.change("jimukyoku", "homework", "H-2026-01", { answered_on: "2026-12-11" });
      await play.act("jimukyoku", "homework", "H-2026-01", "完了にする");
      expect(await play.told()).toEqual(["tantou2: homework H-2026-01 statusChanged"]);
      await play.comes("2026-12-26");
      expect(await play.told()).toEqual([]);
      expect(await play.sees("homework", "すべての宿題", ["etsuran", "koukai"])).toEqual({
        etsuran: ["H-2026-01"],
        koukai: ["H-2026-01"],
      });
      expect(await play.sees("homework", "期限を過ぎた宿題", ["jimukyoku"])).toEqual({ jimukyoku: [] });
    });
  });
}
