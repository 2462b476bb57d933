import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { addGuarded, type Guarded, secret } from "./permissions/guarded-app.ts";
import { all, startTown } from "./permissions/town.ts";
import { documented, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let staff: KintoneRestAPIClient;
let chief: KintoneRestAPIClient;
let guarded: Guarded;

beforeAll(async () => {
  ({ platform, staff, chief } = await startTown());
  guarded = await addGuarded(chief);
});

afterAll(async () => {
  await platform.close();
});

describe("what someone may not see in a record", () => {
  fact(
    "a file needs the right to the field that holds it",
    { evidence: documented("developer site: download-file, needed rights: app, record and field"), needs: "people" },
    async () => {
      const { file } = guarded;
      await expect(staff.file.downloadFile({ fileKey: file })).rejects.toMatchObject({ status: 403 });
      const bytes = await chief.file.downloadFile({ fileKey: file });
      expect(new TextDecoder().decode(bytes)).toBe(secret);
    },
  );

  fact(
    "a value that is hidden in some records is empty to filters and orders there",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const count = async (client: KintoneRestAPIClient, condition: string) =>
        (await client.record.getRecords({ app, query: condition, totalCount: true })).totalCount;
      expect(await count(staff, `個人 = "p${secret}"`)).toBe("0");
      expect(await count(staff, '個人 in ("")')).toBe("1");
      expect(await count(chief, `個人 = "p${secret}"`)).toBe("1");
    },
  );

  fact(
    "evaluate tells what each may do",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const mine = await staff.app.evaluateRecordsAcl({ app, ids: [1, 2] });
      expect(mine.rights).toMatchObject([
        {
          id: "1",
          record: all,
          fields: {
            名: { viewable: true, editable: true },
            給与: { viewable: false, editable: false },
            メモ: { viewable: true, editable: false },
            個人: { viewable: false, editable: false },
            原価: { viewable: false, editable: false },
          },
        },
        {
          id: "2",
          record: { viewable: false, editable: false, deletable: false },
          fields: { 名: { viewable: false } },
        },
      ]);
      const theirs = await chief.app.evaluateRecordsAcl({ app, ids: [1, 2] });
      expect(theirs.rights).toMatchObject([
        { fields: { 給与: { viewable: true, editable: true }, 個人: { viewable: true, editable: true } } },
        { record: all },
      ]);
      await expect(staff.app.evaluateRecordsAcl({ app, ids: [9] })).rejects.toMatchObject({ code: "GAIA_RE01" });
    },
  );

  fact(
    "what was hidden is kept when someone else saves the record",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const { record } = await staff.record.getRecord({
        app,
        id: 1,
      });
      const rowId = /"明細":\{"type":"SUBTABLE","value":\[\{"id":"(\d+)"/u.exec(JSON.stringify(record))?.[1] ?? "";
      const rows = [{ id: rowId, value: { 品: { value: "椅子" } } }];
      await staff.record.updateRecord({ app, id: 1, record: { 名: { value: "甲" }, 明細: { value: rows } } });
      const after = await chief.record.getRecord({ app, id: 1 });
      expect(after.record).toMatchObject({
        給与: { value: secret },
        個人: { value: `p${secret}` },
        明細: { value: [{ value: { 品: { value: "椅子" }, 原価: { value: secret } } }] },
      });
    },
  );

  fact("pages carry neither the field nor its views' column", { evidence: own("pages") }, async () => {
    const form = await fetch(`${platform.url}/login`);
    const cookie = form.headers.get("set-cookie")?.split(";")[0] ?? "";
    const csrf = /name="csrf" value="([^"]+)"/u.exec(await form.text())?.[1] ?? "";
    const signedIn = await fetch(`${platform.url}/login`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", origin: platform.url },
      body: new URLSearchParams({ login: "tantou", password: "tantou", csrf }),
    });
    const session =
      signedIn.headers
        .getSetCookie()
        .find((value) => value.startsWith("kp_session="))
        ?.split(";")[0] ?? "";
    expect(session).not.toBe("");
    const page = await fetch(`${platform.url}/k/${guarded.app}/`, { headers: { cookie: session } });
    // Without the built bundle the page says so instead; then there is nothing to look for.
    const html = await page.text();
    expect(html).not.toContain("給与");
    expect(html).not.toContain("accessibility");
    const plugins = await fetch(`${platform.url}/k/admin/app/${guarded.app}/plugin/`, { headers: { cookie: session } });
    expect([403, 503]).toContain(plugins.status);
  });
});
