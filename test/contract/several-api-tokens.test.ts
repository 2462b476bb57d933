import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import {
  all,
  call,
  createApp,
  createTitledApp,
  generateToken,
  noRight,
  type Rights,
  startTokenPlatform,
  textAt,
  wrongToken,
} from "./api-tokens/tokens.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, inClient } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// kintone makes tokens on a page only, so these cases run against the platform; the evidence stands beside each.
let platform: TestPlatform;
let app = "";

beforeAll(async () => {
  platform = await startTokenPlatform();
});

afterAll(async () => {
  await platform.close();
});

beforeEach(async () => {
  app = await createTitledApp();
});

const generate = async (rights: Rights = {}, of = app): Promise<string> => generateToken(of, rights);

const request = (of: string) => ({ method: "POST", api: "/k/v1/record.json", payload: { app: of } });

describe("several tokens", () => {
  fact(
    "reach the apps of all of them, by commas or by headers",
    { evidence: documented("official documentation 「認証」"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const tokens = [await generate(), await generate({}, other)];
      for (const of of [app, other]) {
        expect(await call(tokens.join(", "), "GET", `/k/v1/records.json?app=${of}`)).toMatchObject({ status: 200 });
      }
      const headers = new Headers();
      for (const token of tokens) {
        headers.append("X-Cybozu-API-Token", token);
      }
      const response = await fetch(`${platform.url}/k/v1/records.json?app=${other}`, { headers });
      expect(response.status).toBe(200);
    },
  );

  fact(
    "let a lookup copy: without the source's token it finds nothing",
    { evidence: documented("official article multiple-api-token-capabilities; the code is a guess"), needs: "doors" },
    async () => {
      const source = await createApp({
        番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique: true },
        名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      });
      await platform.client().record.addRecord({ app: source, record: { 番号: { value: "A" }, 名: { value: "甲" } } });
      const target = await createApp({
        コピー: { type: "SINGLE_LINE_TEXT", code: "コピー", label: "コピー" },
        参照: {
          type: "SINGLE_LINE_TEXT",
          code: "参照",
          label: "参照",
          lookup: {
            relatedApp: { app: source },
            relatedKeyField: "番号",
            fieldMappings: [{ field: "コピー", relatedField: "名" }],
            lookupPickerFields: [],
            filterCond: "",
            sort: "",
          },
        },
      });
      const add = { app: target, record: { 参照: { value: "A" } } };
      const single = await generate(all, target);
      expect(await call(single, "POST", "/k/v1/record.json", add)).toMatchObject({ body: { code: "GAIA_LO04" } });
      const both = `${single},${await generate({}, source)}`;
      expect(await call(both, "POST", "/k/v1/record.json", add)).toMatchObject({ status: 200 });
      const { records } = await platform.client().record.getRecords({ app: target });
      expect(records).toMatchObject([{ コピー: { value: "甲" } }]);
    },
  );

  fact("are refused when one of them is wrong", { evidence: inClient("cli-kintone e2e"), needs: "doors" }, async () => {
    expect(await call(`${await generate()},nobody`, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
    expect(await call("", "GET", `/k/v1/records.json?app=${app}`)).toMatchObject(wrongToken);
  });

  fact(
    "are refused when two are of one app",
    { evidence: inClient("cli-kintone e2e: GAIA_DA03"), needs: "doors" },
    async () => {
      const tokens = `${await generate()},${await generate()}`;
      expect(await call(tokens, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({
        status: 400,
        body: { code: "GAIA_DA03", message: "You cannot specify a duplicate API token for the same app." },
      });
    },
  );

  fact(
    "are at most nine",
    { evidence: documented("official documentation 「認証」; the code is ours"), needs: "doors" },
    async () => {
      const token = await generate();
      const ten = Array.from({ length: 10 }, () => token).join(",");
      expect(await call(ten, "GET", `/k/v1/records.json?app=${app}`)).toMatchObject({ status: 400 });
    },
  );

  fact(
    "work in a bulk request over their apps",
    { evidence: documented("official documentation: the list of operations"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const body = { requests: [request(app), request(other)] };
      const single = await generate(all);
      expect(await call(single, "POST", "/k/v1/bulkRequest.json", body)).toMatchObject({
        status: 403,
        body: { results: [{}, { code: "GAIA_NO01" }] },
      });
      const both = `${single},${await generate(all, other)}`;
      expect(await call(both, "POST", "/k/v1/bulkRequest.json", body)).toMatchObject({ status: 200 });
    },
  );

  fact(
    "keep the cursors of one app from the tokens of another",
    { evidence: guess("guess"), needs: "doors" },
    async () => {
      const other = await createApp({ 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } });
      const single = await generate();
      const { body } = await call(single, "POST", "/k/v1/records/cursor.json", { app });
      const cursor = `/k/v1/records/cursor.json?id=${textAt(body, "id")}`;
      const foreign = await generate({}, other);
      expect(await call(foreign, "GET", cursor)).toMatchObject(noRight);
      expect(await call(foreign, "DELETE", cursor)).toMatchObject(noRight);
      expect(await call(single, "GET", cursor)).toMatchObject({ status: 200, body: { next: false } });
    },
  );
});
