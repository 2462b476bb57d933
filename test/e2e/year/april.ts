import { describe, expect, it } from "vitest";
import { openPage, phone } from "../open-browser.ts";
import { appsWithTurns } from "./play.ts";
import { listPath, openRecord, pressStep } from "./pages.ts";
import { listAdded } from "./start-town.ts";
import { person, type Year } from "./year.ts";

const readers = ["tantou", "kachou", "iin", "koukai", "etsuran"] as const;

/** The new year: sections and owners, the plan in force, action plans from draft to approval. */
export function playApril(year: Year): void {
  describe("April", () => {
    it("begins without any plugin or script, with the plan and nobody's turn", async () => {
      expect(await listAdded(year.town)).toEqual([]);
      const { play } = year;
      for (const app of appsWithTurns) {
        const mine = app === "kpi_value" ? "今日の宿題（確認する値）" : "今日の宿題";
        expect([app, await play.sees(app, mine, ["jimukyoku", "tantou"])]).toEqual([
          app,
          { jimukyoku: [], tantou: [] },
        ]);
      }
      expect((await play.sees("sub_item", "まだ答えていないもの", ["jimukyoku"]))["jimukyoku"]).toHaveLength(52);
      // Whoever deployed holds it; the office finds it all the same.
      expect(await play.sees("plan_version", "これから施行する版", ["jimukyoku"])).toEqual({ jimukyoku: ["Ver.5.0"] });
    });

    it("the office puts the sections in, and sees which has no manager yet", async () => {
      const { play } = year;
      await play.comes("2026-04-01");
      await play.add("jimukyoku", "dept", {
        dept_code: "D-A",
        dept_name: "見本課A",
        dept_org: person("mihon-a"),
        dept_head: person("kachou"),
        dx_member: person("tantou"),
        valid_from: "2026-04-01",
      });
      await play.add("jimukyoku", "dept", {
        dept_code: "D-B",
        dept_name: "見本課B",
        dept_org: person("mihon-b"),
        dx_member: person("tantou2"),
        valid_from: "2026-04-01",
      });
      const missing = () => play.sees("dept", "所属長か推進員が未定", ["jimukyoku", "kachou2", "nanashi"]);
      expect(await missing()).toEqual({ jimukyoku: ["D-B"], kachou2: ["D-B"], nanashi: ["CB_NO02"] });
      expect(await play.tries.change("kachou2", "dept", "D-B", { dept_head: person("kachou2") })).toBe("CB_NO02");
      await play.change("jimukyoku", "dept", "D-B", { dept_head: person("kachou2") });
      expect(await missing()).toEqual({ jimukyoku: [], kachou2: [], nanashi: ["CB_NO02"] });
      expect(await play.told()).toEqual([]);
    });

    it("each initiative gets its section, each item its answer", async () => {
      const { play } = year;
      await play.change("jimukyoku", "initiative", "J1", { lead_dept: "D-A" });
      expect((await play.sees("initiative", "取りまとめ課が未定", ["tantou"]))["tantou"]).toHaveLength(15);
      expect(await play.tries.change("tantou", "initiative", "J2", { lead_dept: "D-A" })).toBe("CB_NO02");

      await play.change("jimukyoku", "sub_item", "J1-1", { applicability: "実施する" });
      await play.change("jimukyoku", "sub_item", "J4-5", {
        applicability: "今年度は実施しない",
        not_reason: "試しの理由です。",
        review_fy: "2027",
      });
      expect((await play.sees("sub_item", "まだ答えていないもの", ["kachou"]))["kachou"]).toHaveLength(50);
      expect(await play.sees("sub_item", "実施しないもの", ["etsuran"])).toEqual({ etsuran: ["J4-5"] });
      expect(await play.tries.change("iin", "sub_item", "J1-1", { applicability: "該当なし" })).toBe("CB_NO02");
      expect(await play.told()).toEqual([]);
    });

    it("the plan comes into force, although somebody else loaded it", async () => {
      const { play } = year;
      expect(await play.tries.act("tantou", "plan_version", "Ver.5.0", "事務局が庁内に照会する")).toBe("GAIA_NT01");
      await play.act("jimukyoku", "plan_version", "Ver.5.0", "事務局が庁内に照会する", "委員会に諮る");
      expect(await play.sees("plan_version", "今日の宿題", ["iin", "jimukyoku", "kachou"])).toEqual({
        iin: ["Ver.5.0"],
        jimukyoku: ["Ver.5.0"],
        kachou: [],
      });
      await play.act("iin", "plan_version", "Ver.5.0", "決裁に回す");
      await play.told();
      expect(await play.tries.act("jimukyoku", "plan_version", "Ver.5.0", "施行する")).toBe("GAIA_IL03");
      await play.change("jimukyoku", "plan_version", "Ver.5.0", {
        approved_on: "2026-04-02",
        half_request_on: "2026-10-01",
        year_request_on: "2027-04-05",
      });
      await play.act("jimukyoku", "plan_version", "Ver.5.0", "施行する");
      const isOut = "plan_version Ver.5.0 DX推進計画の新しい版が施行されました";
      expect(await play.told()).toEqual(
        ["tantou", "tantou2", "kachou", "kachou2", "koukai", "iin"].map((who) => `${who}: ${isOut}`),
      );
      expect(await play.sees("plan_version", "今の版", [...readers, "nanashi"])).toEqual({
        ...Object.fromEntries(readers.map((who) => [who, ["Ver.5.0"]])),
        nanashi: ["CB_NO02"],
      });
      expect(await play.tries.change("jimukyoku", "plan_version", "Ver.5.0", { fy_from: "2027" })).toBe("CB_NO02");
    });

    it("sections write action plans; the office writes one for a section, who finds it", async () => {
      const { play } = year;
      await play.comes("2026-04-10");
      await play.add("tantou", "action", {
        action_id: "A-001",
        action_name: "見本の事業1",
        sub_item_id: "J1-1",
        dept_code: "D-A",
        owner: person("tantou"),
        co_depts: person("mihon-b"),
      });
      await play.add("tantou2", "action", {
        action_id: "A-002",
        action_name: "見本の事業2",
        sub_item_id: "J1-1",
        owner: person("tantou2"),
      });
      await play.add("jimukyoku", "action", {
        action_id: "A-003",
        action_name: "見本の事業3",
        sub_item_id: "K1-1",
        dept_code: "D-A",
        owner: person("tantou"),
      });
      expect(await play.told()).toEqual([]);
      const who = ["tantou", "tantou2", "kachou", "jimukyoku", "iin", "etsuran"] as const;
      expect(await play.sees("action", "まだ出ていないもの", who)).toEqual({
        tantou: ["A-002", "A-001", "A-003"],
        tantou2: ["A-002", "A-001", "A-003"],
        kachou: ["A-002", "A-001", "A-003"],
        jimukyoku: ["A-002", "A-001", "A-003"],
        iin: ["A-002", "A-001", "A-003"],
        etsuran: [],
      });
      expect(await play.sees("action", "自分の課", ["tantou", "tantou2", "kachou"])).toEqual({
        tantou: ["A-001", "A-003"],
        tantou2: [],
        kachou: ["A-001", "A-003"],
      });
      expect(await play.sees("action", "今日の宿題", ["tantou", "tantou2", "jimukyoku"])).toEqual({
        tantou: ["A-001"],
        tantou2: ["A-002"],
        jimukyoku: ["A-003"],
      });
      expect(await play.sees("action", "今日の宿題（主担当の下書き）", ["tantou", "tantou2", "kachou"])).toEqual({
        tantou: ["A-001", "A-003"],
        tantou2: ["A-002"],
        kachou: [],
      });
      expect(await play.sees("action", "所管課か担当が未定", ["jimukyoku"])).toEqual({ jimukyoku: ["A-002"] });
      expect(await play.sees("action", "副担当が未定", ["jimukyoku"])).toEqual({
        jimukyoku: ["A-002", "A-001", "A-003"],
      });
      expect(await play.tries.change("tantou2", "action", "A-001", { activity: "よその課" })).toBe("CB_NO02");
      expect(await play.tries.read("etsuran", "action", "A-001")).toBe("CB_NO02");
      // Without a section there is no manager, and nobody it could go to.
      expect(await play.tries.act("tantou2", "action", "A-002", "所属長へ送る")).toBe("GAIA_IL03");
      await play.change("tantou2", "action", "A-002", { dept_code: "D-B" });
      expect((await play.read("action", "A-002"))["dept_head"]).toEqual([expect.objectContaining({ code: "kachou2" })]);
    });

    it("a draft goes from the staff's page to the manager's phone, and on", async () => {
      const { play, town, browser } = year;
      const drafts = listPath(town, "action", "今日の宿題（主担当の下書き）");
      const page = await openPage(browser, { account: "tantou", path: drafts, baseURL: town.url });
      await page.getByText("見本の事業3").first().waitFor();
      await page.goto(`/k/${town.appId("action")}/show#record=${await play.idOf("action", "A-001")}`);
      await pressStep(page, "所属長へ送る");
      await page.close();
      await play.act("tantou", "action", "A-003", "主担当から所属長へ送る");
      await play.act("tantou2", "action", "A-002", "所属長へ送る");
      expect(await play.told()).toEqual([
        "kachou: action A-001 assigned",
        "kachou: action A-003 assigned",
        "kachou2: action A-002 assigned",
      ]);
      expect(await play.sees("action", "今日の宿題", ["kachou", "kachou2", "tantou", "jimukyoku"])).toEqual({
        kachou: ["A-003", "A-001"],
        kachou2: ["A-002"],
        tantou: [],
        jimukyoku: [],
      });
      expect(await play.tries.change("tantou", "action", "A-001", { activity: "遅い直し" })).toBe("CB_NO02");
      expect(await play.tries.act("kachou2", "action", "A-001", "事務局へ送る")).toBe("GAIA_NT01");

      const onPhone = await openPage(browser, {
        account: "kachou",
        path: listPath(town, "action", "今日の宿題", "m/"),
        baseURL: town.url,
        viewport: phone,
      });
      await onPhone.getByText("見本の事業1").first().click();
      await pressStep(onPhone, "事務局へ送る");
      await onPhone.close();
      await play.act("kachou", "action", "A-003", "事務局へ送る");
      expect(await play.told()).toEqual([
        "jimukyoku: action A-001 assigned",
        "jimukyoku: action A-003 assigned",
        "tantou: action A-001 statusChanged",
        "tantou: action A-003 statusChanged",
      ]);
    });

    it("one is sent back with its reason, corrected and sent again", async () => {
      const { play } = year;
      await play.remark("kachou2", "action", "A-002", "だれのための事業かを足してください。");
      await play.act("kachou2", "action", "A-002", "差し戻す");
      expect(await play.told()).toEqual(["tantou2: action A-002 commentAdded", "tantou2: action A-002 assigned"]);
      expect(await play.sees("action", "今日の宿題", ["tantou2", "kachou2"])).toEqual({
        tantou2: ["A-002"],
        kachou2: [],
      });
      expect(await play.tries.change("tantou", "action", "A-002", { activity: "よその課" })).toBe("CB_NO02");
      await play.change("tantou2", "action", "A-002", { target_who: ["高齢者"] });
      await play.act("tantou2", "action", "A-002", "所属長へ送る");
      await play.act("kachou2", "action", "A-002", "事務局へ送る");
      await play.told();
    });

    it("the committee approves what the office puts before it, and readers see it from then on", async () => {
      const { play } = year;
      const atOffice = await openRecord(year, "jimukyoku", ["action", "A-001"]);
      await pressStep(atOffice, "委員会へ付議する");
      await atOffice.close();
      for (const key of ["A-002", "A-003"]) {
        await play.act("jimukyoku", "action", key, "委員会へ付議する");
      }
      expect(await play.told()).toEqual([
        "tantou: action A-001 statusChanged",
        "tantou: action A-003 statusChanged",
        "tantou2: action A-002 statusChanged",
        "iin: action A-001 assigned",
        "iin: action A-002 assigned",
        "iin: action A-003 assigned",
      ]);
      expect(await play.sees("action", "委員会にかかるもの", ["iin", "etsuran", "koukai"])).toEqual({
        iin: ["A-001", "A-002", "A-003"],
        etsuran: [],
        koukai: [],
      });
      expect(await play.tries.act("jimukyoku", "action", "A-001", "承認する")).toBe("GAIA_NT01");
      const inCommittee = await openRecord(year, "iin", ["action", "A-001"]);
      await pressStep(inCommittee, "承認する");
      await inCommittee.close();
      for (const key of ["A-002", "A-003"]) {
        await play.act("iin", "action", key, "承認する");
      }
      expect(await play.told()).toEqual([
        "jimukyoku: action A-001 assigned",
        "jimukyoku: action A-002 assigned",
        "jimukyoku: action A-003 assigned",
        "tantou: action A-001 statusChanged",
        "tantou: action A-003 statusChanged",
        "tantou2: action A-002 statusChanged",
      ]);
      expect(await play.sees("action", "一覧", ["etsuran", "koukai"])).toEqual({
        etsuran: ["A-001", "A-002", "A-003"],
        koukai: ["A-001", "A-002", "A-003"],
      });
      expect(await play.tries.change("kachou", "action", "A-001", { activity: "承認のあと" })).toBe("CB_NO02");
    });
  });
}
