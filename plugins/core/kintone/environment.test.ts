// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { createFakeKintone } from "../testing/fake-kintone.ts";
import {
  createPageUrl,
  currentAppId,
  currentPluginId,
  currentUser,
  isMobilePage,
  mayAddRecords,
  mayEditRecord,
  notify,
  openDialog,
  recordPageUrl,
} from "./environment.ts";

afterEach(() => vi.unstubAllGlobals());

function install(options: Parameters<typeof createFakeKintone>[0] = {}) {
  const fake = createFakeKintone(options);
  vi.stubGlobal("kintone", fake.kintone);
  return fake;
}

describe("where and who", () => {
  it("speaks Japanese or English", () => {
    install({ language: "ja" });
    expect(currentUser()).toEqual({ code: "tantou", name: "担当者", language: "ja" });
    install({ language: "zh-TW" });
    expect(currentUser().language).toBe("en");
  });

  it("knows the app on desktop and on mobile", () => {
    install({ mobile: false });
    expect([currentAppId(), isMobilePage()]).toEqual(["7", false]);
    install({ mobile: true });
    expect([currentAppId(), isMobilePage()]).toEqual(["7", true]);
    expect(currentPluginId()).toMatch(/^[a-p]{32}$/u);
  });
});

describe("whether records may be added", () => {
  it.each([
    ["kintone says no", async () => ({ addRecord: false }), false],
    ["kintone says yes", async () => ({ addRecord: true }), true],
    ["the page has no app", async () => null, true],
    ["kintone does not answer", () => Promise.reject(new Error("x")), true],
    ["kintone is older than the question", undefined, true],
  ])("is %s", async (_, getPermissions, expected) => {
    const { kintone } = install();
    vi.stubGlobal("kintone", { ...kintone, app: { ...kintone.app, getPermissions } });
    expect(await mayAddRecords()).toBe(expected);
  });
});

async function no() {
  return { editRecord: false };
}

async function yes() {
  return { editRecord: true };
}

describe("whether the record may be changed", () => {
  it("is what kintone says of the page that is shown", async () => {
    for (const mobile of [false, true]) {
      const { kintone } = install({ mobile });
      // Phones ask by the desktop's name: kintone has no other (official list of mid-2026).
      const askable = (getPermissions: typeof no) => ({
        ...kintone,
        app: { ...kintone.app, record: { ...kintone.app.record, getPermissions } },
      });
      vi.stubGlobal("kintone", askable(no));
      expect(await mayEditRecord()).toBe(false);
      vi.stubGlobal("kintone", askable(yes));
      expect(await mayEditRecord()).toBe(true);
    }
  });

  it("is left to the save where kintone is older than the question", async () => {
    install();
    expect(await mayEditRecord()).toBe(true);
  });
});

describe("addresses", () => {
  it("are the ones kintone's pages have", () => {
    expect(recordPageUrl({ app: "7", id: "3", mobile: false })).toBe("/k/7/show#record=3");
    expect(recordPageUrl({ app: "7", id: "3", mobile: false, edit: true })).toBe("/k/7/show#record=3&mode=edit");
    expect(recordPageUrl({ app: "7", id: "3", mobile: true })).toBe("/k/m/7/show?record=3");
    expect(createPageUrl({ app: "7", mobile: false })).toBe("/k/7/edit");
    expect(createPageUrl({ app: "7", mobile: true })).toBe("/k/m/7/edit");
  });
});

describe("openDialog", () => {
  it("uses kintone's dialog and keeps it open until the answer is accepted", async () => {
    const fake = install({ answerDialog: () => "OK" });
    const body = document.createElement("p");
    const dialog = { title: "確かめること", body, ok: "下書きとして保存する", cancel: "もどって直す" };
    expect(await openDialog(dialog)).toBe("OK");
    expect(fake.dialogs[0]).toMatchObject({ okButtonText: "下書きとして保存する", cancelButtonText: "もどって直す" });
    await expect(openDialog({ ...dialog, accept: () => false })).rejects.toThrow(/did not accept/u);
  });

  it("falls back to the browser's own modal dialog", async () => {
    const fake = createFakeKintone();
    const { createDialog: _, ...older } = fake.kintone;
    vi.stubGlobal("kintone", older);
    const body = document.createElement("p");
    const answer = openDialog({ title: "確かめること", body, ok: "保存する", cancel: "もどる" });
    expect(document.querySelector("dialog")?.open).toBe(true);
    [...document.querySelectorAll("button")].find((button) => button.textContent === "保存する")?.click();
    expect(await answer).toBe("OK");
    expect(document.querySelector("dialog")).toBeNull();
  });
});

describe("notify", () => {
  it("uses kintone's banner on both kinds of page", () => {
    for (const mobile of [false, true]) {
      const fake = install({ mobile });
      notify("INFO", "保存しました。");
      expect(fake.notifications).toEqual([{ type: "INFO", message: "保存しました。" }]);
    }
  });
});
