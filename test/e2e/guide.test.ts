import { mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import { type Shot, shots } from "./guide-shots.ts";
import { desktop, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId } from "./rest.ts";

/** `UPDATE_PICTURES=1` takes the pictures of `docs/guide/` anew; otherwise only what they show is looked for. */
const isTaking = process.env["UPDATE_PICTURES"] === "1";
const folder = resolve(import.meta.dirname, "../../docs/guide/pictures");
const mostBytes = 150_000;

const admin = createAdminClient();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function findPath({ app, view, record, isEdited = false, viewport }: Shot): Promise<string> {
  const root = viewport === phone ? "/k/m/" : "/k/";
  if (app === undefined) {
    return `${root}ntf/`;
  }
  const id = await findAppId(admin, app);
  if (record !== undefined) {
    const recordId = await findRecordId({ app, id }, record);
    return viewport === phone
      ? `${root}${id}/show?record=${recordId}`
      : `${root}${id}/show#record=${recordId}${isEdited ? "&mode=edit" : ""}`;
  }
  const { views } = await admin.app.getViews({ app: id });
  const found = view === undefined ? undefined : views[view];
  return found === undefined ? `${root}${id}/` : `${root}${id}/?view=${found.id}`;
}

async function findRecordId({ app, id }: { app: string; id: string }, key: string): Promise<string> {
  const schemas: readonly AppSchema[] = Object.values(suiteApps);
  const keyField = schemas.find(({ name }) => name === app)?.keyField ?? "";
  const { records } = await admin.record.getRecords({ app: id, query: `${keyField} = "${key}"` });
  const found = records[0]?.["$id"];
  if (found?.type !== "__ID__") {
    throw new Error(`${app} has no ${key}`);
  }
  return found.value;
}

async function takePicture(page: Page, { name, height }: Shot): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const path = resolve(folder, `${name}.png`);
  const width = page.viewportSize()?.width ?? desktop.width;
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height }, animations: "disabled", caret: "hide" });
  return statSync(path).size;
}

describe("a picture of the staff guide", () => {
  it.each(shots)("shows what the page says: $name", async (shot) => {
    const { account, viewport = desktop, shows, prepare } = shot;
    const page = await openPage(browser, { account, path: await findPath(shot), viewport });
    for (const text of shows) {
      await page.getByText(text).filter({ visible: true }).first().waitFor();
    }
    await prepare?.(page);
    const size = isTaking ? await takePicture(page, shot) : 0;
    expect(size).toBeLessThanOrEqual(mostBytes);
    await page.close();
  });
});
