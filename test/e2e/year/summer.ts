import { describe, expect, it } from "vitest";
import { person, type Year } from "./year.ts";

/** A value of an indicator through its process, up to what the public may see. */
export function playSummer(year: Year): void {
  describe("May to August", () => {
    it("a value is asked for through the indicator's own button, and its writer is reminded", async () => {
      const { play } = year;
      await play.comes("2026-05-08");
      expect(await play.tries.add("tantou", "kpi", { kpi_id: "K-101", kpi_name: "勝手な指標" })).toBe("CB_NO02");
      await play.add("jimukyoku", "kpi", {
        kpi_id: "K-101",
        kpi_name: "見本の指標",
        unit: "人",
        direction: "増やす",
        dept_code: "D-A",
        owner: person("tantou"),
        owner_sub: person("tantou2"),
        is_public: "公開",
      });
      expect(await play.tries.add("kachou", "kpi_value", { kpi_id: "K-101", fy: "2025" })).toBe("CB_NO02");
      await play.press("jimukyoku", "kpi", "K-101", {
        button: "年度の値をつくる",
        typed: {
          kpi_fy_key: "K-101:2025:1",
          fy: "2025",
          seq: "1",
          due_on: "2026-05-31",
        },
      });
      expect(await play.sees("kpi_value", "今日の宿題（入れる値）", ["tantou", "tantou2", "kachou"])).toEqual({
        tantou: ["K-101:2025:1"],
        tantou2: [],
        kachou: [],
      });
      await play.told();
      const asked = ["tantou", "tantou2"];
      await play.comes("2026-05-17");
      expect(await play.told()).toEqual(
        asked.map((who) => `${who}: kpi_value K-101:2025:1 KPI実績の入力期限まで2週間です`),
      );
      await play.comes("2026-05-28");
      expect(await play.told()).toEqual(
        asked.map((who) => `${who}: kpi_value K-101:2025:1 KPI実績の入力期限まで3日です`),
      );
    });

    it("goes from its writer through manager and office, and nobody is reminded of it any more", async () => {
      const { play } = year;
      const key = "K-101:2025:1";
      expect(await play.tries.act("tantou", "kpi_value", key, "入力担当から所属長へ送る")).toBe("GAIA_IL03");
      expect(await play.tries.change("iin", "kpi_value", key, { actual_value: "1" })).toBe("CB_NO02");
      await play.change("tantou", "kpi_value", key, {
        actual_value: "12",
        data_status: "確定",
        measured_on: "2026-05-28",
      });
      await play.act("tantou", "kpi_value", key, "入力担当から所属長へ送る");
      expect(await play.told()).toEqual([
        `tantou2: kpi_value ${key} statusChanged`,
        `kachou: kpi_value ${key} assigned`,
      ]);
      await play.comes("2026-05-31");
      expect(await play.told()).toEqual([]);
      expect(await play.sees("kpi_value", "今日の宿題（確認する値）", ["kachou", "kachou2", "jimukyoku"])).toEqual({
        kachou: [key],
        kachou2: [],
        jimukyoku: [],
      });
      expect(await play.tries.act("tantou", "kpi_value", key, "確認して事務局へ送る")).toBe("GAIA_NT01");
      await play.act("kachou", "kpi_value", key, "確認して事務局へ送る");
      expect(await play.told()).toEqual([
        `jimukyoku: kpi_value ${key} assigned`,
        `tantou: kpi_value ${key} statusChanged`,
        `tantou2: kpi_value ${key} statusChanged`,
      ]);
      const readers = ["koukai", "etsuran", "nanashi"] as const;
      expect(await play.sees("kpi_value", "公表できる値", readers)).toEqual({
        koukai: [],
        etsuran: [],
        nanashi: ["CB_NO02"],
      });
      await play.act("jimukyoku", "kpi_value", key, "値を確定する");
      expect(await play.told()).toEqual([
        `tantou: kpi_value ${key} statusChanged`,
        `tantou2: kpi_value ${key} statusChanged`,
        `koukai: kpi_value ${key} assigned`,
      ]);
      expect(await play.sees("kpi_value", "公表できる値", readers)).toEqual({
        koukai: [key],
        etsuran: [key],
        nanashi: ["CB_NO02"],
      });
      expect(await play.tries.change("jimukyoku", "kpi_value", key, { actual_value: "13" })).toBe("CB_NO02");
      expect(await play.tries.act("tantou", "kpi_value", key, "公表済みにする")).toBe("GAIA_NT01");
      await play.comes("2026-08-20");
      await play.act("koukai", "kpi_value", key, "公表済みにする");
      expect(await play.told()).toEqual([
        `jimukyoku: kpi_value ${key} assigned`,
        `tantou: kpi_value ${key} statusChanged`,
        `tantou2: kpi_value ${key} statusChanged`,
      ]);
    });

    it("the plan's own values, which the deployment brought, find their section too", async () => {
      const { play } = year;
      await play.change("jimukyoku", "kpi", "K-001", { dept_code: "D-B", owner: person("tantou2"), is_public: "公開" });
      const [key = ""] = (await play.sees("kpi_value", "入力待ち", ["jimukyoku"]))["jimukyoku"] ?? [];
      expect(key).toMatch(/^K-001:\d{4}:1$/u);
      await play.change("jimukyoku", "kpi_value", key, { kpi_id: "K-001" });
      expect((await play.sees("kpi_value", "今日の宿題（入れる値）", ["tantou2"]))["tantou2"]).toEqual([key]);
      await play.change("tantou2", "kpi_value", key, { data_status: "確定" });
      expect(await play.tries.act("tantou", "kpi_value", key, "入力担当から所属長へ送る")).toBe("GAIA_NT01");
      await play.act("tantou2", "kpi_value", key, "入力担当から所属長へ送る");
      await play.act("kachou2", "kpi_value", key, "確認して事務局へ送る");
      await play.act("jimukyoku", "kpi_value", key, "値を確定する", "公表済みにする");
      await play.told();
    });
  });
}
