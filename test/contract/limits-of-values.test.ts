import { afterAll, beforeAll, describe, expect, vi } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

const help = documented("help: field_restriction (フィールドの入力制限)");
const official = documented("official description of the parameter");

let platform: TestPlatform;
let app = "";

const field = (type: string, code: string, more: object = {}) => ({ [code]: { type, code, label: code, ...more } });

beforeAll(async () => {
  platform = await startTestPlatform();
  const client = platform.client();
  ({ app } = await client.app.addApp({ name: "値の上限" }));
  await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: {
      app,
      properties: {
        ...field("SINGLE_LINE_TEXT", "鍵", { unique: true, maxLength: "100" }),
        ...field("SINGLE_LINE_TEXT", "題"),
        ...field("DATE", "日"),
        ...field("DATETIME", "時"),
      },
    },
  });
  await client.app.deployApp({ apps: [{ app }] });
  // A real domain takes its time.
  await vi.waitUntil(async () => (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status !== "PROCESSING", {
    timeout: 60_000,
    interval: 500,
  });
});

afterAll(async () => {
  await platform.close();
});

const put = async (path: string, body: object) => platform.call("PUT", path, { body: { app, ...body } });
const add = async (property: object) =>
  platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: { app, properties: { 新: { code: "新", label: "新", ...property } } },
  });
const options = (count: number, label = "") =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${index}${label}`, { label: `${index}${label}`, index }]),
  );
const letters = (count: number): string => "あ".repeat(count);

async function addNumber(property: object) {
  return platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: { app, properties: { 数: { type: "NUMBER", code: "数", label: "数", ...property } } },
  });
}

async function save(record: object) {
  return platform.call("POST", "/k/v1/record.json", { body: { app, record } });
}

describe("a value", () => {
  fact("that may not repeat has 64 characters, another text any number", { evidence: help }, async () => {
    expect((await save({ 鍵: { value: letters(64) }, 題: { value: letters(2000) } })).status).toBe(200);
    expect(await save({ 鍵: { value: letters(65) } })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { "record.鍵.value": { messages: ["65文字より短くなければなりません。"] } } },
    });
  });

  fact("is named by an updateKey of 64 characters", { evidence: official }, async () => {
    const key = { field: "鍵", value: letters(65) };
    expect(await put("/k/v1/record.json", { updateKey: key, record: {} })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { "updateKey.value": {} } },
    });
    expect(await put("/k/v1/records.json", { upsert: true, records: [{ updateKey: key, record: {} }] })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { "records[0].updateKey.value": {} } },
    });
  });

  fact("with a date begins with the year 1000", { evidence: help }, async () => {
    expect((await save({ 日: { value: "1000-01-01" }, 時: { value: "1000-01-01T00:00:00Z" } })).status).toBe(200);
    expect((await save({ 日: { value: "9999-12-31" }, 時: { value: "9999-12-31T23:59:00Z" } })).status).toBe(200);
    expect(await save({ 日: { value: "0999-12-31" }, 時: { value: "0999-12-31T23:59:00Z" } })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { "record.日.value": {}, "record.時.value": {} } },
    });
  });
});

describe("a setting", () => {
  fact("takes 1,000 options of 128 characters", { evidence: help }, async () => {
    expect(await add({ type: "DROP_DOWN", options: options(1001) })).toMatchObject({
      status: 400,
      body: { errors: { "properties[新].options": {} } },
    });
    expect((await add({ type: "CHECK_BOX", options: options(1, letters(128)) })).status).toBe(400);
    expect((await add({ type: "MULTI_SELECT", options: options(1000) })).status).toBe(200);
  });

  fact("takes a default number of 1,000 characters and a unit of 128", { evidence: official }, async () => {
    expect(await addNumber({ defaultValue: "1".repeat(1001) })).toMatchObject({
      status: 400,
      body: { errors: { "properties[数].defaultValue": {} } },
    });
    expect(await addNumber({ unit: letters(129) })).toMatchObject({
      status: 400,
      body: { errors: { "properties[数].unit": {} } },
    });
    expect(await addNumber({ defaultValue: "1".repeat(16), unit: letters(128) })).toMatchObject({ status: 200 });
  });

  fact.each([
    ["an offset of 2,147,483,647", "/k/v1/apps.json?offset=2147483648", "offset"],
    ["3 sorts of a graph", "reports", "reports[図].sorts"],
  ] as const)("takes %s", { evidence: official }, async (_, path, key) => {
    const report = {
      name: "図",
      chartType: "BAR",
      chartMode: "NORMAL",
      index: 0,
      groups: [{ code: "題" }],
      aggregations: [{ type: "COUNT" }],
      sorts: Array.from({ length: 4 }, () => ({ by: "TOTAL", order: "DESC" })),
      filterCond: "",
    };
    const answer =
      path === "reports"
        ? await platform.call("PUT", "/k/v1/preview/app/reports.json", { body: { app, reports: { 図: report } } })
        : await platform.call("GET", path);
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01", errors: { [key]: {} } } });
  });
});
