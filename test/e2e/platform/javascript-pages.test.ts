import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callFunctions } from "./call-functions.ts";
import { heardUntil } from "./event-recorder.ts";
import type { PagePlatform } from "./page-platform.ts";
import { recordedApp as app, startRecordedPlatform } from "./recorded-platform.ts";

// What the first file on the JavaScript does not reach: pages besides list and record, phones.

const admin = { account: "admin" } as const;
const onPhone = { account: "admin", onPhone: true } as const;

let platform: PagePlatform;
let space = "";
beforeAll(async () => {
  ({ platform, space } = await startRecordedPlatform());
});
afterAll(async () => {
  await platform.close();
});

describe("pages besides list and record", () => {
  it.each([
    ["space.portal.show", "/k/", false],
    ["mobile.space.portal.show", "/k/m/", true],
  ] as const)("fire %s with the space's number as a text, and offer its place", async (type, root, phone) => {
    const page = await platform.open(`${root}#/space/${space}`, { ...admin, onPhone: phone });
    await expect.poll(() => page.evaluate("globalThis.spaces")).toEqual([{ type, spaceId: space }]);
    const side = phone ? "kintone.mobile" : "kintone";
    expect(await page.evaluate(`${side}.space.portal.getContentSpaceElement() instanceof HTMLElement`)).toBe(true);
    await page.context().close();
  });

  it.each([
    ["app.report.show", `/k/${app}/report`, false],
    ["mobile.app.report.show", `/k/m/${app}/report`, true],
  ] as const)("fire %s once the graph is drawn", async (type, path, phone) => {
    const page = await platform.open(path, { ...admin, onPhone: phone });
    expect(await heardUntil(page, type)).toEqual([[type, { appId: "number" }, null]]);
    await page.locator("main :is(svg, table)").first().waitFor({ state: "attached" });
    await page.context().close();
  });

  it("fire print.show before the browser is asked to print", async () => {
    const page = await platform.open(`/k/${app}/`, admin);
    await page.addInitScript(
      "globalThis.print = () => { globalThis.printed = (sessionStorage.getItem('heard') ?? '').includes('print.show'); };",
    );
    await heardUntil(page, "app.record.index.show");
    await page.goto(`/k/${app}/print?record=1`);
    await page.waitForFunction("globalThis.printed !== undefined");
    expect(await page.evaluate("globalThis.printed")).toBe(true);
    expect(await heardUntil(page, "app.record.print.show")).toEqual([
      ["app.record.print.show", { appId: "number", recordId: "number" }, "1件目"],
    ]);
    await page.context().close();
  });

  it.each([
    ["graph", `/k/${app}/report`, "desktop", "app.report.show"],
    ["graph", `/k/m/${app}/report`, "mobile", "mobile.app.report.show"],
    ["space", "/k/#/space/1", "desktop", null],
    ["space", "/k/m/#/space/1", "mobile", null],
    ["edit", `/k/m/${app}/edit?record=1`, "mobile", "mobile.app.record.edit.show"],
  ] as const)("have every function of %s at %s (%s)", async (kind, path, side, shown) => {
    const page = await platform.open(path, { ...admin, onPhone: side === "mobile" });
    await (shown === null ? page.waitForFunction("globalThis.spaces?.length > 0") : heardUntil(page, shown));
    const called = await callFunctions(page, { side, kind, isApp: kind !== "space" });
    expect(called.filter(({ isFor, outcome }) => isFor && outcome.startsWith("refused"))).toEqual([]);
    const refused = called.filter(({ outcome }) => outcome.startsWith("refused"));
    expect(refused.filter(({ name, outcome }) => !outcome.startsWith(`refused: ${name}: `))).toEqual([]);
    await page.context().close();
  });
});

it("a row that is deleted from the list fires index.delete.submit, and a handler may keep it", async () => {
  const page = await platform.open(`/k/${app}/`, admin);
  await heardUntil(page, "app.record.index.show");
  await page.evaluate(`kintone.events.on("app.record.index.delete.submit", (event) => {
    globalThis.asked = (globalThis.asked ?? 0) + 1;
    return globalThis.asked === 1 ? { ...event, error: "まだ消せません" } : event;
  })`);
  const remove = async (): Promise<void> => {
    await page.getByRole("button", { name: "レコード8を削除" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "削除する" }).click();
  };
  await remove();
  await page.getByText("まだ消せません").waitFor();
  expect(await heardUntil(page, "app.record.index.delete.submit")).toEqual([
    ["app.record.index.delete.submit", { appId: "number", recordId: "number" }, "8件目"],
  ]);
  expect((await platform.client().record.getRecord({ app, id: 8 })).record["件名"]?.value).toBe("8件目");
  await remove();
  await page.getByText("8件目", { exact: true }).waitFor({ state: "detached" });
  await expect(platform.client().record.getRecord({ app, id: 8 })).rejects.toThrow(/GAIA_RE01/u);
  await page.context().close();
});

it("the events of changing, proceeding and deleting come on phones with their members there", async () => {
  const page = await platform.open(`/k/m/${app}/show?record=7`, onPhone);
  await heardUntil(page, "mobile.app.record.detail.show");
  await page.getByRole("button", { name: "編集" }).click();
  expect(await heardUntil(page, "mobile.app.record.edit.show")).toEqual([
    ["mobile.app.record.edit.show", { appId: "number", recordId: "number" }, "7件目"],
  ]);
  await page.getByLabel("件名").fill("七の二");
  await page.getByRole("button", { name: "保存" }).click();
  expect(await heardUntil(page, "mobile.app.record.detail.show")).toEqual([
    ["mobile.app.record.edit.change.件名", { appId: "number", recordId: "number", changes: "object" }, "七の二"],
    ["mobile.app.record.edit.submit", { appId: "number", recordId: "number" }, "七の二"],
    ["mobile.app.record.edit.submit.success", { appId: "string", recordId: "string" }, "七の二"],
    ["mobile.app.record.detail.show", { appId: "number", recordId: "number" }, "七の二"],
  ]);
  await page.getByRole("button", { name: "進める" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "進める" }).click();
  expect((await heardUntil(page, "mobile.app.record.detail.show"))[0]).toEqual([
    "mobile.app.record.detail.process.proceed",
    { action: "object", status: "object", nextStatus: "object" },
    "七の二",
  ]);
  await page.getByRole("button", { name: "削除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "削除する" }).click();
  await page.waitForURL((url) => url.pathname === `/k/m/${app}/`);
  expect((await heardUntil(page, "mobile.app.record.index.show"))[0]).toEqual([
    "mobile.app.record.detail.delete.submit",
    { appId: "number", recordId: "number" },
    "七の二",
  ]);
  await page.context().close();
});
