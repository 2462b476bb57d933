import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let staff: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform({ now: () => new Date("2026-04-01T00:30:12.345Z") });
  const users = [{ code: "tantou", name: "担当者", password: "tantou" }];
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kakunin", name: "確認者" }] } });
  await platform.call("POST", "/v1/organizations.json", {
    body: { organizations: [{ code: "soumu", name: "総務課" }] },
  });
  admin = platform.client();
  staff = platform.client("tantou");
  ({ app } = await admin.app.addApp({ name: "事業" }));
  await admin.app.addFormFields({ app, properties: { 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } } });
  await admin.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

async function addRecord(): Promise<string> {
  const { id } = await admin.record.addRecord({ app, record: {} });
  return id;
}

async function addComments(record: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await admin.record.addRecordComment({ app, record, comment: { text: `${number}` } });
  }
}

describe("comments through the official client", () => {
  // Evidence: fact sheet §5.1 [O:oas][M:emu].
  fact(
    "come back with the mentioned names before the text and a space at the end",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const record = await addRecord();
      const mentions = [
        { code: "tantou", type: "USER" as const },
        { code: "kakunin", type: "GROUP" as const },
        { code: "soumu", type: "ORGANIZATION" as const },
      ];
      const added = await admin.record.addRecordComment({
        app,
        record,
        comment: { text: "確認を\nお願いします", mentions },
      });
      expect(added).toEqual({ id: "1" });
      await staff.record.addRecordComment({ app, record, comment: { text: "はい" } });
      expect(await admin.record.getRecordComments({ app, record })).toEqual({
        comments: [
          {
            id: "2",
            text: "はい ",
            createdAt: "2026-04-01T00:30:12Z",
            creator: { code: "tantou", name: "担当者" },
            mentions: [],
          },
          {
            id: "1",
            text: "担当者 確認者 総務課 確認を\nお願いします ",
            createdAt: "2026-04-01T00:30:12Z",
            creator: { code: "admin", name: "Administrator" },
            mentions,
          },
        ],
        older: false,
        newer: false,
      });
    },
  );

  // Evidence: REST description, order, offset, limit, older, newer.
  fact(
    "are read ten at a time, newest first, and say what lies on both sides",
    { evidence: documented("official description: comments"), needs: "people" },
    async () => {
      const record = await addRecord();
      await addComments(record, 12);
      const read = async (page: object): Promise<unknown> => {
        const { comments, older, newer } = await admin.record.getRecordComments({ app, record, ...page });
        return [comments.map(({ id }) => Number(id)).join(" "), older, newer];
      };
      expect(await read({})).toEqual(["12 11 10 9 8 7 6 5 4 3", true, false]);
      expect(await read({ offset: 10 })).toEqual(["2 1", false, true]);
      expect(await read({ order: "asc", limit: 3 })).toEqual(["1 2 3", false, true]);
      expect(await read({ order: "asc", offset: 3, limit: 3 })).toEqual(["4 5 6", true, true]);
      expect(await read({ order: "asc", offset: 9, limit: 3 })).toEqual(["10 11 12", true, false]);
      expect(await read({ offset: 100 })).toEqual(["", false, true]);
    },
  );

  fact.each([
    ["a limit above ten", { limit: 11 }, "limit"],
    ["a limit of none", { limit: 0 }, "limit"],
    ["an offset below nothing", { offset: -1 }, "offset"],
    ["an order that is none", { order: "up" }, "order"],
  ])(
    "refuse %s",
    { evidence: documented("official description: comments"), needs: "people" },
    async (_, page, parameter) => {
      const record = await addRecord();
      const query = new URLSearchParams(
        Object.entries({ app, record, ...page }).map(([key, value]) => [key, String(value)]),
      );
      const { status, body } = await platform.call("GET", `/k/v1/record/comments.json?${query.toString()}`);
      expect([status, body]).toMatchObject([400, { code: "CB_VA01", errors: { [parameter]: {} } }]);
    },
  );

  // Evidence: fact sheet §1.4, 400 and not 404 [M:emu].
  fact(
    "answer 400 GAIA_RE02 when the comment is not there",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const record = await addRecord();
      const params = { app, record, comment: 99 };
      await expect(admin.record.deleteRecordComment(params)).rejects.toMatchObject({
        status: 400,
        code: "GAIA_RE02",
      });
      const { body } = await platform.call("DELETE", "/k/v1/record/comment.json", { body: params });
      expect(body).toMatchObject({ message: "指定したコメントが存在しません。削除された可能性があります。" });
    },
  );

  fact(
    "answer 404 when record or app is not there",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      await expect(admin.record.getRecordComments({ app, record: 9999 })).rejects.toMatchObject({ code: "GAIA_RE01" });
      await expect(admin.record.getRecordComments({ app: 9999, record: 1 })).rejects.toMatchObject({
        code: "GAIA_AP01",
      });
    },
  );

  // Evidence: REST description (text 1–65,535, 10 mentions); the codes for unknown people are a guess.
  fact(
    "refuse what cannot be written and keep nothing of it",
    { evidence: guess("the codes for unknown people are those of record writes"), needs: "people" },
    async () => {
      const record = await addRecord();
      const write = (comment: unknown) =>
        platform.call("POST", "/k/v1/record/comment.json", { body: { app, record, comment } });
      const mention = { code: "tantou", type: "USER" };
      for (const [comment, code, path] of [
        [undefined, "CB_VA01", "comment"],
        [{}, "CB_VA01", "comment.text"],
        [{ text: "" }, "CB_VA01", "comment.text"],
        [{ text: "a".repeat(65_536) }, "CB_VA01", "comment.text"],
        [{ text: "a", mentions: Array.from({ length: 11 }, () => mention) }, "CB_VA01", "comment.mentions"],
        [{ text: "a", mentions: [{ code: "tantou", type: "FIELD" }] }, "CB_VA01", "comment.mentions[0].type"],
        [{ text: "a", mentions: [{ type: "USER" }] }, "CB_VA01", "comment.mentions[0].code"],
        [{ text: "a", mentions: [{ code: "nobody", type: "USER" }] }, "GAIA_IL26", null],
        [{ text: "a", mentions: [{ code: "nobody", type: "GROUP" }] }, "GAIA_IL27", null],
        [{ text: "a", mentions: [{ code: "nobody", type: "ORGANIZATION" }] }, "GAIA_IL28", null],
        ["text", "CB_IJ01", null],
      ] as const) {
        const { status, body } = await write(comment);
        expect([status, body]).toMatchObject([400, { code, ...(path !== null && { errors: { [path]: {} } }) }]);
      }
      expect((await write({ text: "a".repeat(65_535) })).status).toBe(200);
      expect((await admin.record.getRecordComments({ app, record })).comments).toHaveLength(1);
    },
  );

  fact(
    "are deleted by their author, not by others, and their ids are not given again",
    { evidence: documented("official description: comments"), needs: "people" },
    async () => {
      const record = await addRecord();
      await addComments(record, 1);
      const own = await staff.record.addRecordComment({ app, record, comment: { text: "a" } });
      await expect(staff.record.deleteRecordComment({ app, record, comment: 1 })).rejects.toMatchObject({
        code: "CB_NO02",
      });
      expect(await staff.record.deleteRecordComment({ app, record, comment: own.id })).toEqual({});
      expect(await staff.record.addRecordComment({ app, record, comment: { text: "b" } })).toEqual({ id: "3" });
    },
  );

  fact(
    "do not change the record's revision",
    { evidence: documented("official description: comments"), needs: "people" },
    async () => {
      const record = await addRecord();
      await addComments(record, 2);
      const answer = await admin.record.getRecord({ app, id: record });
      expect(answer.record["$revision"]).toMatchObject({ value: "1" });
    },
  );

  fact("go with their record", { evidence: guess("as everything of a deleted record"), needs: "doors" }, async () => {
    const record = await addRecord();
    await addComments(record, 2);
    await admin.record.deleteRecords({ app, ids: [record] });
    const { db } = platform.platform.store;
    expect(db.all("SELECT * FROM comments WHERE record_id = ?", Number(record))).toEqual([]);
  });

  // The code is this platform's own: kintone's is not known.
  fact(
    "are refused where the app has them switched off",
    { evidence: guess("the code is the platform's own"), needs: "people" },
    async () => {
      const record = await addRecord();
      await admin.app.updateAppSettings({ app, enableComments: false });
      await addComments(record, 1);
      await admin.app.deployApp({ apps: [{ app }] });
      await expect(addComments(record, 1)).rejects.toMatchObject({ status: 400, code: "PLATFORM_COMMENTS_OFF" });
      await admin.app.updateAppSettings({ app, enableComments: true });
      await admin.app.deployApp({ apps: [{ app }] });
      expect((await admin.record.getRecordComments({ app, record })).comments).toHaveLength(1);
    },
  );
});
