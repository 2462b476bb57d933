import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// One refusal for what is hidden, whatever it is: two refusals would tell one case from the other.

const evidence = own("no inference: by the difference between two refusals");
const everyone = { type: "GROUP", code: "everyone" } as const;

let platform: TestPlatform;
let app = "";

const text = (code: string) => ({ [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code } });

const state = (name: string, index: number) => ({
  name,
  index,
  assignee: {
    type: "ONE" as const,
    entities: index === 0 ? [{ entity: { type: "FIELD_ENTITY" as const, code: "作成者" } }] : [],
  },
});

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  const client = platform.client();
  ({ app } = await client.app.addApp({ name: "査定" }));
  await client.app.addFormFields({ app, properties: { ...text("名"), ...text("評価") } });
  await client.app.updateProcessManagement({
    app,
    enable: true,
    states: { 未: state("未", 0), 済: state("済", 1) },
    actions: [{ name: "昇給する", from: "未", to: "済", filterCond: '評価 = "良"' }],
  });
  await client.app.deployApp({ apps: [{ app }] });
  await platform.client("kachou").record.addRecords({
    app,
    records: [
      { 名: { value: "一" }, 評価: { value: "良" } },
      { 名: { value: "二" }, 評価: { value: "可" } },
      { 名: { value: "秘" }, 評価: { value: "良" } },
    ],
  });
  const chief = { type: "USER", code: "kachou" } as const;
  await platform.call("PUT", "/k/v1/field/acl.json", {
    body: { app, rights: [{ code: "評価", entities: [{ accessibility: "WRITE", entity: chief }] }] },
  });
  await platform.call("PUT", "/k/v1/record/acl.json", {
    body: {
      app,
      rights: [
        {
          filterCond: '名 = "秘"',
          entities: [{ entity: chief, viewable: true, editable: true, deletable: true }],
        },
      ],
    },
  });
  await platform.call("PUT", "/k/v1/app/acl.json", {
    body: {
      app,
      rights: [
        { entity: everyone, recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true },
      ],
    },
  });
});

afterAll(async () => {
  await platform.close();
});

async function refusal(method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await platform.call(method, path, { login: "tantou", body });
  const { id: _, ...told } = Object(answer.body);
  return [answer.status, told];
}

const step = async (id: number, more: object = {}): Promise<unknown> =>
  refusal("PUT", "/k/v1/record/status.json", { app, id, action: "昇給する", ...more });

const stepMany = async (id: number): Promise<unknown> =>
  refusal("PUT", "/k/v1/records/status.json", { app, records: [{ id, action: "昇給する" }] });

describe("two refusals alike", () => {
  fact("whether an action's condition on a hidden field is met, for who may not run it", { evidence }, async () => {
    expect(await step(1)).toMatchObject([403, { code: "GAIA_NT01" }]);
    expect(await step(2)).toEqual(await step(1));
    expect(await stepMany(2)).toEqual(await stepMany(1));
  });

  fact.each([
    ["a change", "PUT", (revision: number) => ({ app, records: [{ id: 3, revision, record: {} }] })],
    ["a change or a new one", "PUT", (revision: number) => ({ app, upsert: true, records: [{ id: 3, revision }] })],
    ["a removal", "DELETE", (revision: number) => ({ app, ids: [3], revisions: [revision] })],
  ] as const)("the right and a wrong revision of a hidden record, with %s", { evidence }, async (_, method, build) => {
    const right = await refusal(method, "/k/v1/records.json", build(1));
    expect(right).toMatchObject([403, { code: "CB_NO02" }]);
    expect(await refusal(method, "/k/v1/records.json", build(77))).toEqual(right);
  });

  fact("a step of a hidden record with the right and a wrong revision or action", { evidence }, async () => {
    const right = await step(3, { revision: 1 });
    expect(right).toMatchObject([403, { code: "CB_NO02" }]);
    expect(await step(3, { revision: 77 })).toEqual(right);
    expect(await step(3, { action: "ない" })).toEqual(right);
  });
});
