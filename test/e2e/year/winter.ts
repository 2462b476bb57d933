import { describe, expect, it } from "vitest";
import { appsWithTurns } from "./play.ts";
import { person, type Year } from "./year.ts";

const last = { "A-002": "A-002:2026:年度末", "A-003": "A-003:2026:年度末" } as const;

/** A text of the plan is revised, the new version comes into force, projects go on or end, and the year is closed. */
export function playWinter(year: Year): void {
  describe("January to March, and the close", () => {
    it("a text is revised with old and new side by side, and waits for the meeting", async () => {
      const { play } = year;
      await play.comes("2027-01-12");
      await play.told();
      await play.add("jimukyoku", "plan_version", {
        version_no: "Ver.5.1",
        revision_kind: "年次更新",
        fy_from: "2027",
        half_request_on: "2027-10-01",
        year_request_on: "2028-04-05",
      });
      const { sub_text: text } = await play.read("sub_item", "J1-1");
      await play.press("jimukyoku", "sub_item", "J1-1", {
        button: "改定履歴をつくる",
        typed: {
          rev_key: "R-5.1-01",
          from_version: "Ver.5.0",
          to_version: "Ver.5.1",
          rev_app: "実施事項",
          rev_field: "実施事項",
          old_text: text,
          new_text: "見本の新しい文",
          rev_reason: "評価の結果によるものです。",
          rev_cause: "評価結果",
        },
      });
      const made = await play.read("revision", "R-5.1-01");
      expect([made["rev_id"], made["rev_title"], made["old_text"]]).toEqual(["J1-1", text, text]);
      const who = ["jimukyoku", "iin", "nanashi"] as const;
      expect(await play.sees("revision", "まだ決まっていない改定", who)).toEqual({
        jimukyoku: ["R-5.1-01"],
        iin: ["R-5.1-01"],
        nanashi: ["CB_NO02"],
      });
      expect(await play.tries.change("iin", "revision", "R-5.1-01", { new_text: "勝手な文" })).toBe("CB_NO02");
      expect(await play.told()).toEqual([]);
    });

    it("sections are asked, the committee decides, and the text of the plan changes", async () => {
      const { play } = year;
      await play.comes("2027-02-10");
      await play.act("jimukyoku", "plan_version", "Ver.5.1", "庁内に照会する");
      expect(await play.told()).toEqual(
        ["kachou", "kachou2"].map((who) => `${who}: plan_version Ver.5.1 statusChanged`),
      );
      await play.add("jimukyoku", "meeting", {
        meeting_key: "M-2027-02-10",
        meeting_name: "第2回 見本の委員会",
        meeting_kind: "情報化推進委員会",
        held_on: "2027-02-10",
        held_how: "書面",
        quorum_ok: "満たす",
      });
      await play.act("jimukyoku", "plan_version", "Ver.5.1", "委員会に諮る");
      expect(await play.told()).toEqual([
        "kachou: plan_version Ver.5.1 statusChanged",
        "kachou2: plan_version Ver.5.1 statusChanged",
        "iin: plan_version Ver.5.1 assigned",
      ]);
      expect(await play.tries.act("kachou", "plan_version", "Ver.5.1", "決裁に回す")).toBe("GAIA_NT01");
      await play.act("iin", "plan_version", "Ver.5.1", "決裁に回す");
      await play.change("jimukyoku", "revision", "R-5.1-01", { decided_at: "M-2027-02-10" });
      expect((await play.read("revision", "R-5.1-01"))["decided_name"]).toBe("第2回 見本の委員会");
      expect(await play.sees("revision", "まだ決まっていない改定", ["jimukyoku"])).toEqual({ jimukyoku: [] });
      expect(await play.sees("meeting", "書面で開いた会議", ["iin"])).toEqual({ iin: ["M-2027-02-10"] });
      expect(await play.tries.change("tantou", "sub_item", "J1-1", { sub_text: "見本の新しい文" })).toBe("CB_NO02");
      await play.change("jimukyoku", "sub_item", "J1-1", { sub_text: "見本の新しい文" });
      await play.comes("2027-02-12");
      await play.told();
    });

    it("the new version takes the place of the old, and everybody sees one plan in force", async () => {
      const { play } = year;
      await play.comes("2027-03-25");
      await play.change("jimukyoku", "plan_version", "Ver.5.1", { approved_on: "2027-03-25" });
      expect(await play.tries.act("kachou", "plan_version", "Ver.5.0", "旧版にする")).toBe("GAIA_NT01");
      await play.act("jimukyoku", "plan_version", "Ver.5.0", "旧版にする");
      await play.told();
      await play.act("jimukyoku", "plan_version", "Ver.5.1", "施行する");
      const isOut = "plan_version Ver.5.1 DX推進計画の新しい版が施行されました";
      expect(await play.told()).toEqual(
        ["tantou", "tantou2", "kachou", "kachou2", "koukai", "iin"].map((who) => `${who}: ${isOut}`),
      );
      expect(await play.sees("plan_version", "今の版", ["etsuran", "koukai", "jimukyoku"])).toEqual({
        etsuran: ["Ver.5.1"],
        koukai: ["Ver.5.1"],
        jimukyoku: ["Ver.5.1"],
      });
      expect(await play.sees("revision", "版別", ["etsuran"])).toEqual({ etsuran: ["R-5.1-01"] });
    });

    it("one project ends, one is revised for the new year and approved anew", async () => {
      const { play } = year;
      expect(await play.tries.act("jimukyoku", "action", "A-001", "事業を終える")).toBe("GAIA_IL03");
      await play.change("jimukyoku", "action", "A-001", { direction_next: "終了" });
      expect(await play.tries.act("tantou", "action", "A-001", "事業を終える")).toBe("GAIA_NT01");
      await play.act("jimukyoku", "action", "A-001", "事業を終える");
      expect(await play.told()).toEqual([
        "tantou: action A-001 statusChanged",
        "tantou2: action A-001 関係課になっている事業が終わりました",
        "kachou2: action A-001 関係課になっている事業が終わりました",
      ]);
      expect(await play.sees("action", "終わった事業", ["etsuran", "tantou2"])).toEqual({
        etsuran: ["A-001"],
        tantou2: ["A-001"],
      });

      await play.act("jimukyoku", "action", "A-002", "改定を始める");
      expect(await play.told()).toEqual(["tantou2: action A-002 assigned"]);
      expect(await play.sees("action", "今日の宿題", ["tantou2", "jimukyoku", "tantou"])).toEqual({
        tantou2: ["A-002"],
        jimukyoku: ["A-002"],
        tantou: [],
      });
      expect(await play.tries.change("tantou", "action", "A-002", { activity: "よその課" })).toBe("CB_NO02");
      await play.change("tantou2", "action", "A-002", { activity: "来年度は人をふやす", owner_sub: person("kachou2") });
      await play.act("tantou2", "action", "A-002", "所属長へ送る");
      await play.act("kachou2", "action", "A-002", "事務局へ送る");
      await play.act("jimukyoku", "action", "A-002", "委員会へ付議する");
      await play.act("iin", "action", "A-002", "承認する");
      await play.told();
    });

    it("the year's last reports are asked for in April, although a newer plan is in force", async () => {
      const { play } = year;
      await play.comes("2027-04-05");
      expect(await play.told()).toEqual(["jimukyoku: plan_version Ver.5.0 年度末の進捗報告とKPI実績を依頼する日です"]);
      for (const [action, key] of Object.entries(last)) {
        const typed = { progress_key: key, fy: "2026", term: "年度末", due_on: "2027-04-23" };
        await play.press("jimukyoku", "action", action, { button: "進捗報告をつくる", typed });
      }
      await play.act("tantou", "progress", last["A-003"], "記入を始める");
      await play.act("jimukyoku", "progress", last["A-002"], "担当者へ依頼する");
      for (const [key, clerk, head] of [
        [last["A-002"], "tantou2", "kachou2"],
        [last["A-003"], "tantou", "kachou"],
      ] as const) {
        await play.change(clerk, "progress", key, {
          work_grade: "予定どおり",
          result_grade: "B",
          done_text: "したこと",
          learned: "声",
          direction_next: "継続",
        });
        await play.act(clerk, "progress", key, "所属長へ送る");
        await play.act(head, "progress", key, "確認して事務局へ送る");
        await play.act("jimukyoku", "progress", key, "委員会に報告した");
      }
      await play.told();
      await play.comes("2027-04-24");
      expect(await play.told()).toEqual(["jimukyoku: plan_version Ver.5.0 年度末の報告を依頼する日から1週間です"]);
    });

    it("what was published closes the year: nobody's turn is left, and nothing is late", async () => {
      const { play } = year;
      const keys = [...Object.values(last), "A-001:2026:上期", "A-002:2026:上期", "A-003:2026:上期"];
      expect(await play.tries.act("tantou", "progress", last["A-003"], "公表した")).toBe("GAIA_NT01");
      for (const key of keys) {
        await play.act("koukai", "progress", key, "公表した");
      }
      await play.told();
      await play.comes("2027-05-31");
      expect(await play.told()).toEqual([]);
      const who = ["jimukyoku", "tantou", "tantou2", "kachou", "kachou2", "koukai", "iin"] as const;
      for (const app of appsWithTurns) {
        const mine = app === "kpi_value" ? "今日の宿題（確認する値）" : "今日の宿題";
        expect([app, await play.sees(app, mine, who)]).toEqual([
          app,
          Object.fromEntries(who.map((each) => [each, []])),
        ]);
      }
      expect(await play.sees("progress", "未提出", ["jimukyoku"])).toEqual({ jimukyoku: [] });
      expect(await play.sees("progress", "遅れ・止まり", ["jimukyoku"])).toEqual({ jimukyoku: [] });
      expect(await play.sees("progress", "相談がある", ["jimukyoku"])).toEqual({ jimukyoku: [] });
      expect((await play.sees("progress", "年度別", ["etsuran"]))["etsuran"]).toEqual([
        "A-002:2026:年度末",
        "A-003:2026:年度末",
        "A-001:2026:上期",
        "A-002:2026:上期",
        "A-003:2026:上期",
      ]);
      expect(play.national().every((line) => line.startsWith("jimukyoku: "))).toBe(true);
      expect(play.national().length).toBeGreaterThan(3);
    });
  });
}
