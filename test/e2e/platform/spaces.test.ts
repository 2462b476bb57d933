import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAccessibilityViolations } from "../open-browser.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

const members = [
  { entity: { type: "USER", code: "admin" }, isAdmin: true },
  { entity: { type: "USER", code: "tantou" }, isAdmin: false },
] as const;

const app = (name: string): unknown => ({
  name,
  fields: { 件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名" } },
  records: [{ 件名: "一件目" }, { 件名: "二件目" }],
});

let platform: PagePlatform;
let open: number;
let guest: number;
beforeAll(async () => {
  platform = await startPagePlatform({
    apps: [app("広場のアプリ"), app("取引先のアプリ")],
    users: [{ code: "etsuran", name: "閲覧 太郎" }],
  });
  const { space } = platform.client();
  open = Number((await space.addSpaceFromTemplate({ id: 1, name: "広場", members: [...members] })).id);
  guest = Number(
    (await space.addSpaceFromTemplate({ id: 1, name: "取引先との場", members: [...members], isGuest: true })).id,
  );
  await space.updateSpaceBody({
    id: open,
    body: '<b>庁内の<a href="https://example.jp/">案内</a></b><img src=x onerror="document.title=`owned`">',
  });
  await platform.call("POST", "/k/v1/space/thread.json", { space: open, name: "相談" });
  await platform.client().app.move({ app: 1, space: open });
  const thread = platform.store.spaces.find(guest)?.defaultThread ?? 0;
  platform.store.spaces.place(2, { spaceId: guest, threadId: thread });
});
afterAll(async () => {
  await platform.close();
});

describe.each([
  ["desktop", false, "/k"],
  ["phone", true, "/k/m"],
] as const)("spaces on a %s", (_, onPhone, root) => {
  it("stand on the portal and show what they announce, their threads, apps and members", async () => {
    const page = await platform.open(`${root}/`, { onPhone });
    await page.getByRole("link", { name: "広場", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "広場" }).waitFor();
    expect(new URL(page.url()).hash).toBe(`#/space/${open}`);
    await expect.poll(() => page.title()).toMatch(/^広場 - /u);
    const main = page.getByRole("main");
    await expect
      .poll(() => main.innerText())
      .toMatch(/参加メンバー 2人[\s\S]*庁内の案内[\s\S]*相談[\s\S]*広場のアプリ[\s\S]*担当 花子/u);
    expect(await main.locator("img").count()).toBe(0);
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByRole("link", { name: "広場のアプリ" }).click();
    await page.waitForURL(`**${root}/1/`);
    await page.close();
  });

  it("let members write in a thread", async () => {
    const page = await platform.open(`${root}/#/space/${open}`, { onPhone });
    await page.getByRole("link", { name: "相談" }).click();
    await page.getByRole("heading", { level: 1, name: "相談" }).waitFor();
    await page.getByLabel("コメントを書く").fill(`よろしくお願いします ${root}`);
    await page.getByRole("button", { name: "書き込む" }).click();
    await page
      .getByRole("listitem")
      .filter({ hasText: `よろしくお願いします ${root}` })
      .waitFor();
    expect(await findAccessibilityViolations(page)).toStrictEqual([]);
    await page.getByRole("link", { name: "「広場」に戻る" }).click();
    await page.getByRole("heading", { level: 1, name: "広場" }).waitFor();
    await page.close();
  });

  it("keep the pages and calls of a guest space's apps below its own address", async () => {
    const page = await platform.open(`${root}/`, { onPhone });
    const calls: string[] = [];
    page.on("request", (request) => {
      // What the portal still asks for itself stays above.
      if (new URL(request.headers()["referer"] ?? platform.url).pathname !== `${root}/`) {
        calls.push(new URL(request.url()).pathname);
      }
    });
    await page.getByRole("link", { name: "取引先のアプリ" }).click();
    await page.waitForURL(`**${root}/guest/${guest}/2/`);
    await page.getByText("二件目").waitFor();
    await page
      .locator(onPhone ? ".kp-mobile-card a" : "table.recordlist-gaia tbody a")
      .first()
      .click();
    await page.waitForURL(`**${root}/guest/${guest}/2/show*`);
    await page.locator("#record-gaia").getByText("二件目").first().waitFor();
    await page.getByRole("button", { name: "編集" }).click();
    await page.getByLabel("件名").fill("二件目を直した");
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator("#record-gaia").getByText("二件目を直した").first().waitFor();
    const rest = (): string[] => calls.filter((path) => path.includes("/v1/") && !path.startsWith("/v1/"));
    await expect.poll(() => rest().length).toBeGreaterThan(2);
    expect(rest().filter((path) => !path.startsWith(`/k/guest/${guest}/v1/`))).toStrictEqual([]);
    await page.close();
  });

  it("lead from an address without the space to the app in it, and are not there for others", async () => {
    const page = await platform.open(`${root}/2/`, { onPhone });
    await page.waitForURL(`**${root}/guest/${guest}/2/`);
    await page.close();
    const stranger = await platform.open(`${root}/`, { onPhone, account: "etsuran" });
    await stranger.getByRole("link", { name: "広場のアプリ" }).waitFor();
    expect(await stranger.getByText("取引先").count()).toBe(0);
    await stranger.goto(`${root}/guest/${guest}/2/`);
    await stranger.getByRole("heading", { level: 1, name: "アプリが見つかりません", exact: true }).waitFor();
    await stranger.close();
  });
});
