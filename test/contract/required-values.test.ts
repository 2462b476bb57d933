import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { inClient, observed } from "./target/evidence.ts";
import { field, makeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";
import { postValues, refusal, startValueApps, type Values, wrap } from "./write-values/value-apps.ts";

let target: TestPlatform;
let app: string;

beforeAll(async () => {
  ({ target, app } = await startValueApps());
});

afterAll(async () => {
  await target.close();
});

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } };
const emu = observed("2026-04", "kintone-emulator notes");

const post = async (values: Values, of = app): Promise<string> => postValues(of, values);

describe("required is judged on the whole record", () => {
  fact("a field that became required holds up later changes until it is filled", { evidence: emu }, async () => {
    const later = await makeApp(target, "後から必須", {
      ...field("SINGLE_LINE_TEXT", "甲"),
      ...field("SINGLE_LINE_TEXT", "乙"),
    });
    const id = await post({ 甲: "x" }, later);
    const client = target.client();
    await client.app.updateFormFields({ app: later, properties: { 乙: { type: "SINGLE_LINE_TEXT", required: true } } });
    await client.app.deployApp({ apps: [{ app: later }] });
    const change = (values: Values) => refusal("PUT", { app: later, id, record: wrap(values) });
    expect(await change({ 甲: "y" })).toMatchObject({ errors: { "record.乙.value": { messages: ["必須です。"] } } });
    expect(await change({ 甲: "y", 乙: "z" })).toMatchObject({ status: 200 });
  });

  fact.each([
    ["CHECK_BOX", { options }, "record.欄.values"],
    ["MULTI_SELECT", { options }, "record.欄.values"],
    ["FILE", {}, "record.欄.values"],
    ["USER_SELECT", {}, "record.欄.values.value"],
    ["GROUP_SELECT", {}, "record.欄.values.value"],
    ["ORGANIZATION_SELECT", {}, "record.欄.values.value"],
    ["DATE", {}, "record.欄.value"],
    ["NUMBER", {}, "record.欄.value"],
    ["DROP_DOWN", { options }, "record.欄.value"],
  ])("%s says so under its own key", { evidence: emu }, async (type, rest, path) => {
    const one = await makeApp(target, "必須", field(type, "欄", { required: true, ...rest }));
    expect(await refusal("POST", { app: one, record: {} })).toEqual({
      status: 400,
      code: "CB_VA01",
      errors: { [path]: { messages: ["必須です。"] } },
    });
  });

  fact("a radio button and a calculated field are never missing", { evidence: emu }, async () => {
    const one = await makeApp(target, "必須でない", {
      ...field("RADIO_BUTTON", "丸", { required: true, options }),
      ...field("CALC", "式", { required: true, expression: "1 / 0" }),
    });
    await post({ 丸: null }, one);
  });
});

describe("how a record is asked for", () => {
  fact.each([
    ["numbers as texts", { app: "{app}", id: "{id}" }],
    ["numbers", { app: "number", id: "number" }],
  ])("%s are taken", { evidence: inClient("@kintone/rest-api-client types") }, async (_, kind) => {
    const id = await post({ text: "元" });
    const body = {
      app: kind.app === "number" ? Number(app) : app,
      id: kind.id === "number" ? Number(id) : id,
      record: {},
    };
    await expect(target.call("PUT", "/k/v1/record.json", { body })).resolves.toMatchObject({ body: { revision: "2" } });
  });

  fact("without a record all fields take their defaults", { evidence: emu }, async () => {
    const { status, body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
    expect([status, body]).toEqual([200, { id: expect.any(String), revision: "1" }]);
  });

  fact("an empty list of records is added", { evidence: emu }, async () => {
    const { status, body } = await target.call("POST", "/k/v1/records.json", { body: { app, records: [] } });
    expect([status, body]).toEqual([200, { ids: [], revisions: [] }]);
  });
});
