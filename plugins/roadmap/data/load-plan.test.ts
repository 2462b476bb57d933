import { describe, expect, it, vi } from "vitest";
import { SuiteError } from "../../../domain/suite-error.ts";
import { type LoadRecords, loadPlan } from "./load-plan.ts";

const apps = { action: "1", initiative: "2", sub_item: "3", dept: "4", plan_version: "5", issue: "6" };

const records: Record<string, unknown[]> = {
  "1": [
    {
      $id: { value: "7" },
      $revision: { value: "2" },
      action_id: { value: "A-001" },
      action_name: { value: "窓口" },
      sub_item_id: { value: "J4-5" },
      phases: { value: [{ id: "70", value: { ph_kind: { value: "準備" }, ph_from: { value: "2026-04-01" } } }] },
    },
  ],
  "2": [{ initiative_id: { value: "J4" }, group_kind: { value: "重点" }, item_no: { value: "4" } }],
  "3": [{ sub_item_id: { value: "J4-5" }, initiative_id: { value: "J4" }, plan_date_on: { value: "2026-09-01" } }],
  "5": [
    { version_no: { value: "Ver.4.0" }, revised_ym: { value: "2025-03-01" } },
    { version_no: { value: "Ver.5.0" }, revised_ym: { value: "2026-03-01" } },
  ],
};

const load: LoadRecords = async (app, _condition, _fields, onProgress) => {
  const found = records[app] ?? [];
  onProgress?.(found.length);
  return found;
};

const refused: LoadRecords = () => Promise.reject(new SuiteError("forbidden", "x"));
const partly: LoadRecords = (app, ...rest) => (app === "4" ? refused(app, ...rest) : load(app, ...rest));

describe("loadPlan", () => {
  it("reads the suite's apps into one plan and counts while it reads", async () => {
    const onProgress = vi.fn<(count: number) => void>();
    const plan = await loadPlan({ load, apps, onProgress });
    expect(plan).toMatchObject({
      version: { no: "Ver.5.0" },
      initiatives: [{ initiativeId: "J4", group: "重点", no: 4 }],
      subItems: [{ subItemId: "J4-5", dateOn: "2026-09-01" }],
      actions: [
        { id: "7", revision: "2", phases: [{ id: "70", kind: "準備", current: { from: "2026-04-01", to: null } }] },
      ],
      missing: [],
    });
    expect(onProgress).toHaveBeenLastCalledWith(5);
  });

  it("names what could not be read and goes on with the rest", async () => {
    const { issue: _unknown, ...known } = apps;
    const plan = await loadPlan({ load: partly, apps: known, onProgress: () => undefined });
    expect(plan.missing.toSorted()).toEqual(["組織", "課題"].toSorted());
    expect(plan.actions).toHaveLength(1);
  });

  it("fails without アクションプラン", async () => {
    await expect(loadPlan({ load: refused, apps, onProgress: () => undefined })).rejects.toThrow(SuiteError);
  });
});
