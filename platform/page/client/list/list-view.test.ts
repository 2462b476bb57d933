import { describe, expect, it } from "vitest";
import type { StoredField, StoredView } from "../../../store/app-settings.ts";
import { chooseView, listViews } from "./list-view.ts";

const field = (code: string, type: string, property = {}): StoredField => ({ id: 1, code, type, property });
const view = (id: string, index: string, more: Partial<StoredView> = {}): StoredView => ({
  id,
  index,
  name: `view ${id}`,
  type: "LIST",
  filterCond: "",
  sort: "",
  ...more,
});
const desktop = { mobile: false, allName: "（すべて）", assigneeName: "（作業者が自分）" };

describe("listViews", () => {
  it("orders views by index and ends with the built-in list, id 20", () => {
    const views = listViews({ fields: [], views: [view("101", "1"), view("100", "0")] }, desktop);
    expect(views.map((item) => item.id)).toEqual(["100", "101", "20"]);
  });

  it("leaves tables, times, related records and disabled fields out of the built-in list", () => {
    const fields = [
      field("番号", "RECORD_NUMBER"),
      field("表", "SUBTABLE"),
      field("作成日時", "CREATED_TIME"),
      field("関連", "REFERENCE_TABLE"),
      field("ステータス", "STATUS", { enabled: false }),
      field("名称", "SINGLE_LINE_TEXT"),
    ];
    expect(listViews({ fields, views: [] }, desktop)[0]?.fields).toEqual(["番号", "名称"]);
  });

  it("has neither status nor assignee where the app has no process", () => {
    const fields = [
      field("ステータス", "STATUS"),
      field("作業者", "STATUS_ASSIGNEE"),
      field("名称", "SINGLE_LINE_TEXT"),
    ];
    const codes = (enable: boolean) => listViews({ fields, views: [], process: { enable } }, desktop)[0]?.fields;
    expect(codes(false)).toEqual(["名称"]);
    expect(codes(true)).toEqual(["ステータス", "作業者", "名称"]);
  });

  it("offers a custom view on phones only when its device is ANY", () => {
    const views = [
      view("1", "0", { type: "CUSTOM", device: "DESKTOP" }),
      view("2", "1", { type: "CUSTOM", device: "ANY", pager: false }),
    ];
    const offered = listViews({ fields: [], views }, { ...desktop, mobile: true });
    expect(offered.map((item) => item.id)).toEqual(["2", "20"]);
    expect(offered[0]?.pager).toBe(false);
  });
});

describe("chooseView", () => {
  const views = listViews({ fields: [], views: [view("100", "0"), view("101", "1")] }, desktop);

  it("takes the view that the address names", () => {
    expect(chooseView(views, "101")?.id).toBe("101");
    expect(chooseView(views, "20")?.id).toBe("20");
  });

  it("takes the first one when the address names none, or one that is gone", () => {
    expect(chooseView(views, null)?.id).toBe("100");
    expect(chooseView(views, "999")?.id).toBe("100");
  });
});

describe("the view of one's own work", () => {
  it("has its name in the reader's language", () => {
    const own: StoredView = { ...view("1", "0"), name: "（作業者が自分）", builtinType: "ASSIGNEE" };
    const page = { mobile: false, allName: "(All)", assigneeName: "(Assigned to me)" };
    expect(listViews({ fields: [], views: [own] }, page).map(({ name }) => name)).toStrictEqual([
      "(Assigned to me)",
      "(All)",
    ]);
  });
});
