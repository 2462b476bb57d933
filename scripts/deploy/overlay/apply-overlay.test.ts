import { describe, expect, it } from "vitest";
import { action } from "../../../apps-schema/apps/action.ts";
import { dept } from "../../../apps-schema/apps/dept.ts";
import { kpi } from "../../../apps-schema/apps/kpi.ts";
import { buildFieldProperties } from "../../../apps-schema/payload/field-properties.ts";
import type { Overlay } from "./overlay.ts";
import { applyOverlay } from "./apply-overlay.ts";

const apps = [dept, action, kpi];
const apply = (overlay: Overlay): ReturnType<typeof applyOverlay> => applyOverlay("honban", apps, overlay);

describe("applyOverlay", () => {
  it("gives the town's words, options and defaults to the payloads and leaves the rest alone", () => {
    const options = [...action.fields.phases.fields.ph_kind.options, "試行"];
    const [ownDept, ownAction, ownKpi] = apply({
      dept: { name: "課の一覧" },
      action: { fields: { action_name: { label: "町の事業" }, "phases.ph_kind": { options, defaultValue: "試行" } } },
    });
    expect(ownDept?.name).toBe("課の一覧");
    expect(ownKpi).toBe(kpi);
    const { plain } = buildFieldProperties(ownAction ?? action, () => "1");
    expect(plain["action_name"]).toMatchObject({ label: "町の事業" });
    expect(plain["phases"]).toMatchObject({
      fields: { ph_kind: { defaultValue: "試行", options: { 試行: { label: "試行" } } } },
    });
    expect(action.fields.action_name.label).not.toBe("町の事業");
  });

  it("lists everything that does not fit in one failure, with its path", () => {
    const fields = {
      nowhere: { label: "x" },
      "phases.nowhere": { label: "x" },
      "action_name.x": { label: "x" },
      action_name: { options: ["a"], unit: "件" },
      activity: { defaultValue: "x" },
      group_kind: { options: ["重点"], defaultValue: "町独自" },
    };
    expect(() => apply({ action: { fields } })).toThrow(
      [
        "action.fields.nowhere(この項目はありません)",
        "action.fields.phases.nowhere(この項目はありません)",
        "action.fields.action_name.x(この項目はありません)",
        "action.fields.action_name.unit(SINGLE_LINE_TEXT の項目では変えられません)",
        "action.fields.action_name.options(SINGLE_LINE_TEXT の項目では変えられません)",
        "action.fields.activity.defaultValue(MULTI_LINE_TEXT の項目では変えられません)",
        "action.fields.group_kind.options(宣言の選択肢 「強化」「追加」 が要ります。足すことと並べ替えだけができます)",
        "action.fields.group_kind.defaultValue(「町独自」は選択肢にありません)",
      ].join("、"),
    );
  });
});
