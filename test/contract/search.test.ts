import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let client: KintoneRestAPIClient;
let app = "";
let space = "";

const page = documented("developer site: search-data (GA in November 2026); docs/search.md of the official client");

type Found = Awaited<ReturnType<KintoneRestAPIClient["search"]>>;
type Asked = Parameters<KintoneRestAPIClient["search"]>[0];

const and = (...keywords: string[]): Asked["query"][number] => ({ operator: "AND", keywords });
const or = (...keywords: string[]): Asked["query"][number] => ({ operator: "OR", keywords });
const not = (...keywords: string[]): Asked["query"][number] => ({ operator: "NOT", keywords });

const text = (code: string) => ({ [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: `${code}の欄` } });

beforeAll(async () => {
  let minutes = 0;
  platform = await startTestPlatform({ now: () => new Date(Date.UTC(2026, 3, 1, 0, (minutes += 1))) });
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
  });
  client = platform.client();
  const member = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
  space = String((await client.space.addSpaceFromTemplate({ id: 1, name: "防災の広場", members: [member] })).id);
  ({ app } = await client.app.addApp({ name: "事業", space }));
  await client.app.addFormFields({
    app,
    properties: {
      ...text("名"),
      説明: { type: "RICH_TEXT", code: "説明", label: "説明" },
      添付: { type: "FILE", code: "添付", label: "添付" },
      表: { type: "SUBTABLE", code: "表", label: "表", fields: text("品") },
    },
  });
  await client.app.deployApp({ apps: [{ app }] });
  const { fileKey } = await client.file.uploadFile({ file: { name: "避難所 地図.pdf", data: "x" } });
  await client.record.addRecord({
    app,
    record: {
      名: { value: "避難所の整備" },
      説明: { value: "<div>町の<b>ＤＸ</b>推進</div>" },
      添付: { value: [{ fileKey }] },
      表: { value: [{ value: { 品: { value: "毛布 keyword" } } }] },
    },
  });
  await platform.client("aoki").record.addRecord({ app, record: { 名: { value: "避難訓練" } } });
  await client.record.addRecordComment({ app, record: 1, comment: { text: "毛布を増やす" } });
  const { id: thread } = await client.space.addThread({ space, name: "備蓄の相談" });
  await client.space.updateThread({ id: thread, body: "<p>毛布と水</p>" });
  await client.space.addThreadComment({ space, thread, comment: { text: "水を増やす" } });
});

afterAll(async () => {
  await platform.close();
});

const find = (query: Asked["query"], more: Partial<Omit<Asked, "query">> = {}): Promise<Found> =>
  client.search({ query, ...more });

const describeHits = ({ hits }: Found): readonly string[] =>
  hits.map((hit) => {
    switch (hit.type) {
      case "RECORD":
        return `record ${hit.record.recordId}`;
      case "RECORD_COMMENT":
        return `comment ${hit.recordComment.commentId}`;
      case "SPACE":
        return `space ${hit.space.spaceName}`;
      case "THREAD":
        return `thread ${hit.thread.threadName}`;
      case "THREAD_COMMENT":
        return `said in ${hit.threadComment.threadName}`;
      case "ATTACHMENT":
        return `file ${hit.attachment.name}`;
      case "PEOPLE_COMMENT":
      case "MESSAGE_COMMENT":
        break;
    }
    return hit.type;
  });

const sorted = async (found: Promise<Found>): Promise<readonly string[]> => describeHits(await found).toSorted();

describe("a search through the whole domain", () => {
  const rows: readonly (readonly [what: string, query: Asked["query"], found: readonly string[]])[] = [
    ["a word", [and("整備")], ["record 1"]],
    ["a word in rich text, whatever its width", [and("dx")], ["record 1"]],
    ["a word in a table", [and("keyword")], ["record 1"]],
    ["no part of a Latin word", [and("key")], []],
    ["all words, wherever in the record", [and("整備", "毛布")], ["record 1"]],
    ["any of several words", [or("整備", "訓練")], ["record 1", "record 2"]],
    ["all conditions", [or("整備", "訓練"), not("毛布")], ["record 2"]],
    ["nothing without a word that must occur", [not("毛布")], []],
    ["comments, threads and records", [and("毛布")], ["comment 1", "record 1", "thread 備蓄の相談"]],
    ["what was said in a thread", [and("水")], ["said in 備蓄の相談", "thread 備蓄の相談"]],
    ["names of files", [and("地図")], ["file 避難所 地図.pdf"]],
  ];
  fact.each(rows)("finds %s", { evidence: page, needs: "system" }, async (_, query, found) => {
    expect(await sorted(find(query))).toEqual(found);
  });

  fact("describes what it found and where it is", { evidence: page, needs: "system" }, async () => {
    expect(await find([and("整備")])).toEqual({
      hits: [
        {
          type: "RECORD",
          url: `${platform.url}/k/${app}/show#record=1`,
          snippets: ["避難所の整備"],
          record: {
            appId: app,
            appName: "事業",
            recordId: "1",
            recordTitle: "避難所の整備",
            createdAt: expect.stringMatching(/^2026-04-01T/u),
            creator: { code: "admin", name: "Administrator" },
            matchedFields: [{ code: "名", label: "名の欄" }],
            spaceId: space,
            spaceName: "防災の広場",
          },
        },
      ],
      nextPageToken: null,
    });
    const { hits } = await find([and("毛布")], { types: ["RECORD_COMMENT"] });
    expect(hits).toMatchObject([{ recordComment: { appId: app, recordId: "1", commentId: "1" } }]);
    const attached = await find([and("地図")]);
    expect(attached.hits).toMatchObject([{ attachment: { attachedTo: "RECORD" }, record: { recordId: "1" } }]);
  });

  fact("keeps to kinds, places, people and times", { evidence: page, needs: "system" }, async () => {
    expect(await sorted(find([and("毛布")], { types: ["THREAD", "RECORD_COMMENT"] }))).toHaveLength(2);
    expect(await sorted(find([and("毛布")], { scopes: [{ scope: "APP", ids: [app] }] }))).toEqual([
      "comment 1",
      "record 1",
    ]);
    expect(await sorted(find([and("毛布")], { excludeScopes: [{ scope: "APP" }] }))).toEqual(["thread 備蓄の相談"]);
    expect(await sorted(find([and("避難")], { types: ["RECORD"], creators: ["aoki"] }))).toEqual(["record 2"]);
    const all = await find([and("避難")], { types: ["RECORD"], sort: { by: "CREATED_AT", order: "ASC" } });
    expect(describeHits(all)).toEqual(["record 1", "record 2"]);
    const [, second] = all.hits;
    const at = second?.type === "RECORD" ? second.record.createdAt : "";
    expect(await sorted(find([and("避難")], { types: ["RECORD"], createdAfter: at }))).toEqual(["record 2"]);
    expect(await sorted(find([and("避難")], { types: ["RECORD"], createdBefore: new Date("2026-01-01") }))).toEqual([]);
  });

  fact("comes in pages", { evidence: page, needs: "system" }, async () => {
    const first = await find([and("避難")], { types: ["RECORD"], limit: 1 });
    expect([describeHits(first), first.nextPageToken]).toEqual([["record 2"], expect.any(String)]);
    const next = await find([and("避難")], { types: ["RECORD"], limit: 1, pageToken: first.nextPageToken });
    expect([describeHits(next), next.nextPageToken]).toEqual([["record 1"], null]);
  });

  fact.each([
    ["no condition", { query: [] }, "query"],
    ["21 conditions", { query: Array.from({ length: 21 }, () => and("a")) }, "query"],
    ["21 words in all", { query: Array.from({ length: 3 }, () => and("a", "b", "c", "d", "e", "f", "g")) }, "query"],
    ["no word", { query: [{ operator: "AND", keywords: [] }] }, "query[0].keywords"],
    ["a word of 51 characters", { query: [and("あ".repeat(51))] }, "query[0].keywords[0]"],
    ["another operator", { query: [{ operator: "XOR", keywords: ["a"] }] }, "query[0].operator"],
    ["another type", { query: [and("a")], types: ["MAIL"] }, "types[0]"],
    ["ids of people", { query: [and("a")], scopes: [{ scope: "PEOPLE", ids: [1] }] }, "scopes[0].ids"],
    ["codes of apps", { query: [and("a")], scopes: [{ scope: "APP", codes: ["a"] }] }, "scopes[0].codes"],
    ["the least relevant first", { query: [and("a")], sort: { by: "RELEVANCE", order: "ASC" } }, "sort.order"],
    ["21 hits a page", { query: [and("a")], limit: 21 }, "limit"],
    ["a page that is none", { query: [and("a")], pageToken: "x" }, "pageToken"],
    ["no moment", { query: [and("a")], createdAfter: "yesterday" }, "createdAfter"],
    [
      "an end before the beginning",
      { query: [and("a")], createdAfter: "2026-04-02T00:00:00Z", createdBefore: "2026-04-01T00:00:00Z" },
      "createdBefore",
    ],
  ] as const)("refuses %s", { evidence: page, needs: "system" }, async (_, body, path) => {
    const answer = await platform.call("POST", "/k/v1/search.json", { body });
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01", errors: { [path]: expect.anything() } } });
  });

  fact("finds nothing of a space to which one was not asked", { evidence: page, needs: "system" }, async () => {
    const member = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
    await client.space.addSpaceFromTemplate({ id: 1, name: "内密の広場", members: [member], isPrivate: true });
    const query: Asked["query"] = [and("内密")];
    expect(await sorted(find(query, { types: ["SPACE"] }))).toEqual(["space 内密の広場"]);
    expect((await platform.client("aoki").search({ query })).hits).toEqual([]);
  });

  fact("on the path of a guest space looks there and nowhere else", { evidence: page, needs: "system" }, async () => {
    const member = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
    const { id } = await client.space.addSpaceFromTemplate({
      id: 1,
      name: "毛布の共同",
      members: [member],
      isGuest: true,
    });
    const query: Asked["query"] = [and("毛布")];
    expect(describeHits(await platform.guestClient(Number(id)).search({ query })).toSorted()).toEqual([
      "space 毛布の共同",
      "thread 毛布の共同",
    ]);
    expect(await sorted(find(query))).not.toContain("space 毛布の共同");
  });
});
