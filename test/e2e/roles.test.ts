import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dragBy, findLastBar, findPlace } from "./drag-bar.ts";
import { type Account, openBrowser, openPage, phone } from "./open-browser.ts";
import { createAdminClient, findAppId, loadPhases } from "./rest.ts";

const admin = createAdminClient();
let browser: Browser;
let actions: string;
let initiatives: string;
beforeAll(async () => {
  browser = await openBrowser();
  actions = await findAppId(admin, "アクションプラン");
  initiatives = await findAppId(admin, "取組");
});
afterAll(async () => {
  await browser.close();
});

/** The unmodified client of kintone's maker, as one of the local accounts. */
function createClient(account: Account): KintoneRestAPIClient {
  return new KintoneRestAPIClient({ baseUrl: inject("productUrl"), auth: { username: account, password: account } });
}

async function findRecordId(app: string, query: string): Promise<string> {
  const { records } = await admin.record.getRecords({ app, query });
  const id = records[0]?.["$id"];
  if (id?.type !== "__ID__") {
    throw new Error(`no record: ${query}`);
  }
  return id.value;
}

/** What the page offers that would write: buttons and links by their names. */
async function listWriting(page: Page): Promise<string[]> {
  const named = /(?:(?:追加|編集|削除)(?:する)?|再利用|送る|付議する|承認する)$/u;
  const acts = page.getByRole("button", { name: named }).or(page.getByRole("link", { name: named }));
  return acts.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? each.textContent.trim()));
}

const refused = { status: 403, code: "CB_NO02" };

describe("who only reads, beside who keeps the plan", () => {
  it.each([
    ["etsuran", { list: [], record: [], roadmap: [] }],
    [
      "jimukyoku",
      {
        list: expect.arrayContaining([
          "レコードを追加",
          expect.stringContaining("編集"),
          expect.stringContaining("削除"),
        ]),
        record: ["編集"],
        roadmap: expect.arrayContaining(["レコードを追加", expect.stringContaining("に事業を追加する")]),
      },
    ],
  ] as const)("sees lists, records and the road map; %s is offered what it may write", async (account, writing) => {
    const id = await findRecordId(actions, 'action_id = "A-003"');
    const page = await openPage(browser, { account, path: `/k/${initiatives}/` });
    await page.getByText("公金収納におけるeL-QRの活用").waitFor();
    await expect.poll(() => listWriting(page)).toEqual(writing.list);
    await page.goto(`/k/${actions}/show#record=${id}`);
    await page.locator("#record-gaia").getByText("A-003", { exact: true }).waitFor();
    // The steps of the process are asked for last; where none is offered it says for whom the record waits.
    await page.locator(".kp-process-actions > *").first().waitFor();
    await expect.poll(() => listWriting(page)).toEqual(writing.record);
    await page.goto(`/k/${actions}/`);
    await page.locator(".mdx-rm-bar").first().waitFor();
    await expect.poll(() => page.locator("#machi-dx-roadmap").innerText()).toMatch(/事業 \d+件/u);
    await expect.poll(() => listWriting(page)).toEqual(writing.roadmap);
    await page.close();
  });

  it.each([
    ["etsuran", []],
    ["jimukyoku", ["レコードを追加"]],
  ] as const)("sees both on a phone; %s is offered what it may write", async (account, writing) => {
    const page = await openPage(browser, { account, path: `/k/m/${initiatives}/`, viewport: phone });
    await page.getByText("公金収納におけるeL-QRの活用").waitFor();
    await expect.poll(() => listWriting(page)).toEqual(writing);
    await page.goto(`/k/m/${actions}/`);
    await page.getByRole("tab", { name: /取組別/u }).waitFor();
    await expect.poll(() => listWriting(page)).toEqual(writing);
    await page.close();
  });

  it("is refused in words by every write, and nothing changes", async () => {
    const client = createClient("etsuran");
    const id = await findRecordId(actions, 'action_id = "A-003"');
    const { record: before } = await admin.record.getRecord({ app: actions, id });
    const writes = [
      () => client.record.addRecord({ app: actions, record: { action_name: { value: "書けない" } } }),
      () => client.record.updateRecord({ app: actions, id, record: { action_name: { value: "書けない" } } }),
      () => client.record.deleteRecords({ app: actions, ids: [id] }),
    ];
    for (const write of writes) {
      const failure = await write().catch((error: unknown) => error);
      expect(failure).toMatchObject({ ...refused, message: expect.stringMatching(/権限|permission/iu) });
    }
    expect((await admin.record.getRecord({ app: actions, id })).record).toStrictEqual(before);
  });

  it("drags a bar in vain: the road map says why and puts it back", async () => {
    const before = await loadPhases(admin, "A-003");
    const page = await openPage(browser, { account: "etsuran", path: `/k/${actions}/` });
    const bar = await findLastBar(page, "窓口の配置見直しで相談の時間を増やす");
    const place = await findPlace(bar);
    await dragBy(page, bar, 120);
    await page
      .getByText(/権限がありません.*帯は元の位置に戻しました/u)
      .first()
      .waitFor();
    await expect.poll(async () => Math.abs(((await bar.boundingBox())?.x ?? 0) - place.x)).toBeLessThan(2);
    expect(await loadPhases(admin, "A-003")).toStrictEqual(before);
    await page.close();
  });
});

describe("section staff", () => {
  it("add and correct an action, and may neither delete it nor touch the plan", async () => {
    const client = createClient("tantou");
    const record = { action_id: { value: "A-900" }, action_name: { value: "役割の試し" } };
    const { id, revision } = await client.record.addRecord({
      app: actions,
      record: { ...record, sub_item_id: { value: "J1-1" } },
    });
    expect(revision).toBe("1");
    await client.record.updateRecord({ app: actions, id, record: { action_name: { value: "役割の試し 2" } } });
    await expect(client.record.deleteRecords({ app: actions, ids: [id] })).rejects.toMatchObject(refused);
    const initiative = await findRecordId(initiatives, "limit 1");
    await expect(client.record.updateRecord({ app: initiatives, id: initiative, record: {} })).rejects.toMatchObject(
      refused,
    );
    await createClient("jimukyoku").record.deleteRecords({ app: actions, ids: [id] });
  });

  it("are offered to add an action, not an initiative", async () => {
    const page = await openPage(browser, { account: "tantou", path: `/k/${actions}/` });
    await page.getByRole("link", { name: "レコードを追加" }).waitFor();
    await page.goto(`/k/${initiatives}/`);
    await page.getByText("公金収納におけるeL-QRの活用").waitFor();
    expect(await page.getByRole("link", { name: "レコードを追加" }).count()).toBe(0);
    await page.close();
  });
});

describe("pages of one's own section and of another", () => {
  it.each([
    ["tantou", "a draft of its section", "A-011", true],
    ["kachou", "a draft of its section", "A-011", true],
    ["tantou2", "another section's draft", "A-011", false],
    ["kachou2", "another section's draft", "A-011", false],
    ["tantou", "what its section revises", "A-001", true],
    ["tantou2", "what another section revises", "A-001", false],
    ["tantou", "what was approved", "A-003", false],
    ["jimukyoku", "what was approved", "A-003", true],
    ["koukai", "what was approved", "A-003", false],
  ] as const)(
    "%s reads %s; writing is offered, and reached by its address, only who may",
    async (account, _, key, may) => {
      const id = await findRecordId(actions, `action_id = "${key}"`);
      const page = await openPage(browser, { account, path: `/k/${actions}/show#record=${id}` });
      const shown = page.locator("#record-gaia").getByText(key, { exact: true });
      await shown.waitFor();
      await expect.poll(async () => (await listWriting(page)).includes("編集")).toBe(may);
      await page.goto("about:blank");
      await page.goto(`/k/${actions}/show#record=${id}&mode=edit`);
      const save = page.getByRole("button", { name: "保存", exact: true });
      // Who may not write is shown the record instead.
      await (may ? save : shown).waitFor();
      await expect.poll(() => save.count()).toBe(may ? 1 : 0);
      await page.close();
    },
  );

  it("shows no draft to readers, and no internal note to who publishes", async () => {
    const draft = await findRecordId(actions, 'action_id = "A-011"');
    const page = await openPage(browser, { account: "etsuran", path: `/k/${actions}/show#record=${draft}` });
    await page
      .getByText(/権限がありません|見つかりません/u)
      .first()
      .waitFor();
    expect(await page.getByText("保育料などの納付方法を増やす").count()).toBe(0);
    await page.close();

    const approved = await findRecordId(actions, 'action_id = "A-003"');
    const notes = await Promise.all(
      (["iin", "koukai"] as const).map(async (account) => {
        const reader = await openPage(browser, { account, path: `/k/${actions}/show#record=${approved}` });
        await reader
          .locator("#record-gaia")
          .getByText("公開してよい説明", { exact: true })
          .waitFor({ state: "attached" });
        const count = await reader.getByText("内部メモ", { exact: true }).count();
        await reader.close();
        return count > 0;
      }),
    );
    expect(notes).toEqual([true, false]);
  });
});

describe("managers and the committee", () => {
  it("correct an action, or only read it", async () => {
    const id = await findRecordId(actions, 'action_id = "A-001"');
    const { record } = await admin.record.getRecord({ app: actions, id });
    const same = { app: actions, id, record: { action_name: { value: record["action_name"]?.value } } };
    await createClient("kachou").record.updateRecord(same);
    await expect(createClient("kachou").record.addRecord({ app: actions })).rejects.toMatchObject(refused);
    await expect(createClient("iin").record.updateRecord(same)).rejects.toMatchObject(refused);
  });
});
