import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// What stands in a private or a guest space is for its members. 担当 is one at first, leaves, and asks again at every door.

const members = documented(
  "help: whats_spaceapp 「非公開のスペースに所属するアプリには、スペースのメンバーだけがアクセスできます」",
);
const kinds = [
  { kind: "a private space", word: "乾坤", more: { isPrivate: true } },
  { kind: "a guest space", word: "青龍", more: { isGuest: true } },
] as const;

let platform: TestPlatform;
const places = new Map<string, Place>();

type Place = {
  readonly space: string;
  readonly root: string;
  readonly app: string;
  /** Looks up what the app holds, from outside of the space. */
  readonly outside: string;
  readonly cursor: string;
  readonly fileKey: string;
  readonly threadKey: string;
};

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more },
});
const member = (code: string, isAdmin = false) => ({ entity: { type: "USER" as const, code }, isAdmin });
const at = (root: string, path: string): string => `${root}${path}`;

async function send(login: string, method: string, path: string, body?: unknown) {
  return platform.call(method, path, { login, ...(body !== undefined && { body }) });
}

async function told(login: string, method: string, path: string, body?: unknown): Promise<string> {
  const answer = await send(login, method, path, body);
  return `${answer.status} ${JSON.stringify(answer.body)}`;
}

type More = { readonly isPrivate?: true; readonly isGuest?: true };

async function build(word: string, more: More): Promise<Place> {
  const admin = platform.client();
  const { id } = await admin.space.addSpaceFromTemplate({
    id: 1,
    name: "内輪",
    members: [member("admin", true), member("kachou"), member("tantou")],
    ...more,
  });
  const inGuest = more.isGuest === true ? { guestSpaceId: Number(id) } : {};
  const root = more.isGuest === true ? `/k/guest/${id}/v1/` : "/k/v1/";
  const clientOf = (login: string): KintoneRestAPIClient =>
    new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: login, password: login }, ...inGuest });
  const inside = clientOf("admin");
  const { app } = await inside.app.addApp({ name: `${word}の名簿`, space: String(id) });
  await inside.app.addFormFields({
    app,
    properties: { ...text("名", { unique: true }), ...text("値"), 添付: { type: "FILE", code: "添付", label: "添付" } },
  });
  await inside.app.deployApp({ apps: [{ app }] });
  const upload = await clientOf("kachou").file.uploadFile({ file: { name: "a.txt", data: word } });
  await clientOf("kachou").record.addRecords({
    app,
    records: [
      { 名: { value: "一" }, 値: { value: word }, 添付: { value: [{ fileKey: upload.fileKey }] } },
      { 名: { value: "二" }, 値: { value: word } },
    ],
  });
  const { app: outside } = await admin.app.addApp({ name: "外" });
  await admin.app.addFormFields({
    app: outside,
    properties: {
      ...text("写し"),
      ...text("鍵", {
        lookup: {
          relatedApp: { app },
          relatedKeyField: "名",
          fieldMappings: [{ field: "写し", relatedField: "値" }],
          lookupPickerFields: [],
          filterCond: "",
          sort: "",
        },
      }),
    },
  });
  await admin.app.deployApp({ apps: [{ app: outside }] });
  const staff = clientOf("tantou");
  await clientOf("kachou").record.addRecordComment({
    app,
    record: 1,
    comment: { text: `${word}の件`, mentions: [{ type: "USER", code: "tantou" }] },
  });
  const { id: cursor } = await staff.record.createCursor({ app, size: 1 });
  const fileKey = /"fileKey":"([^"]+)"/u.exec(JSON.stringify(await staff.record.getRecord({ app, id: 1 })))?.[1] ?? "";
  const { id: thread } = await inside.space.addThread({ space: String(id), name: "話" });
  const attached = await inside.file.uploadFile({ file: { name: "b.txt", data: word } });
  await inside.space.addThreadComment({
    space: String(id),
    thread,
    comment: { text: word, files: [{ fileKey: attached.fileKey }] },
  });
  const page = await send("tantou", "GET", `/k/platform/space/thread.json?space=${id}&id=${thread}`);
  const threadKey = /"fileKey":"([^"]+)"/u.exec(JSON.stringify(page.body))?.[1] ?? "";
  return { space: String(id), root, app, outside, cursor, fileKey, threadKey };
}

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  for (const { kind, word, more } of kinds) {
    places.set(kind, await build(word, more));
  }
});

afterAll(async () => {
  await platform.close();
});

/** Every door that leads to what the app and the space hold. */
function doorsOf({ root, app, outside, cursor, fileKey, threadKey, space }: Place, word: string) {
  const lookup = { app: outside, record: { 鍵: { value: "一" } } };
  return [
    ["GET", at(root, `records.json?app=${app}`)],
    ["GET", at(root, `record.json?app=${app}&id=1`)],
    ["GET", at(root, `record/comments.json?app=${app}&record=1`)],
    ["GET", at(root, `app/form/fields.json?app=${app}`)],
    ["GET", at(root, `app.json?id=${app}`)],
    ["GET", "/k/v1/apps.json"],
    ["GET", at(root, `space.json?id=${space}`)],
    ["GET", `/k/platform/record/history.json?app=${app}&id=1`],
    ["GET", `/k/platform/list/totals.json?app=${app}`],
    ["GET", `/k/v1/records/cursor.json?id=${cursor}`],
    ["GET", `/k/v1/file.json?fileKey=${fileKey}`],
    ["GET", `/k/v1/file.json?fileKey=${threadKey}`],
    ["POST", "/k/v1/record.json", lookup],
    ["POST", "/k/v1/bulkRequest.json", { requests: [{ method: "POST", api: "/k/v1/record.json", payload: lookup }] }],
    ["POST", "/k/v1/search.json", { query: [{ operator: "AND", keywords: [word] }] }],
    ["POST", "/k/guest/v1/search.json", { query: [{ operator: "AND", keywords: [word] }] }],
    ["GET", "/k/platform/inbox.json"],
  ] as const;
}

const isRefused = (answer: string): boolean => /^(?:400|403|404) /u.test(answer);

describe("who left", () => {
  fact.each(kinds)(
    "$kind is told nothing of what stands in it, by no door",
    { evidence: members, needs: "people" },
    async ({ kind, word }) => {
      const place = places.get(kind);
      if (place === undefined) {
        throw new Error(`no ${kind}`);
      }
      const before = await told("tantou", "GET", at(place.root, `records.json?app=${place.app}`));
      expect(before).toContain(word);
      const left = await send("admin", "PUT", at(place.root, "space/members.json"), {
        id: place.space,
        members: [member("admin", true), member("kachou")],
      });
      expect(left.status).toBe(200);
      for (const [method, path, body] of doorsOf(place, word)) {
        const answer = path.includes("file.json")
          ? await downloads("tantou", path)
          : await told("tantou", method, path, body);
        expect([path, answer.includes(word)]).toEqual([path, false]);
        if (!/apps\.json|search\.json|inbox\.json/u.test(path)) {
          expect([path, isRefused(answer) ? "refused" : answer]).toEqual([path, "refused"]);
        }
      }
      // Nothing comes in anew either.
      const unread = await told("tantou", "GET", "/k/platform/inbox/unread.json");
      await send("kachou", "POST", at(place.root, "record/comment.json"), {
        app: place.app,
        record: 1,
        comment: { text: `${word}の次`, mentions: [{ type: "USER", code: "tantou" }] },
      });
      expect(await told("tantou", "GET", "/k/platform/inbox/unread.json")).toBe(unread);
      // The doors do lead there.
      expect(await downloads("kachou", `/k/v1/file.json?fileKey=${place.threadKey}`)).toContain(word);
      expect(
        await told("kachou", "POST", "/k/v1/record.json", { app: place.outside, record: { 鍵: { value: "一" } } }),
      ).toMatch(/^200/u);
    },
  );
});

async function downloads(login: string, path: string): Promise<string> {
  const answer = await fetch(platform.url + path, {
    headers: { "X-Cybozu-Authorization": Buffer.from(`${login}:${login}`).toString("base64") },
  });
  return `${answer.status} ${await answer.text()}`;
}
