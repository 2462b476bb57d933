import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { read } from "./target/app-guard.ts";
import { documented, guess, observed } from "./target/evidence.ts";
import { field, makeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";

let target: TestPlatform;

const docs = documented("developer site: update process management settings, update status");
const help = documented("help: process management, types of assignee");

beforeAll(async () => {
  target = await startTestPlatform();
  const users = ["ichi", "ni", "san", "yon"].map((code) => ({ code, name: `${code}さん`, password: code }));
  await target.call("POST", "/v1/users.json", { body: { users } });
  await target.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kumi", name: "組" }] } });
  const organizations = [
    { code: "ue", name: "上" },
    { code: "shita", name: "下", parentCode: "ue" },
  ];
  await target.call("POST", "/v1/organizations.json", { body: { organizations } });
  await target.call("PUT", "/v1/user/groups.json", { body: { code: "ichi", groups: ["kumi"] } });
  await target.call("PUT", "/v1/user/groups.json", { body: { code: "ni", groups: ["kumi"] } });
  await target.call("PUT", "/v1/user/organizations.json", { body: { code: "san", organizations: ["shita"] } });
});

afterAll(async () => {
  await target.close();
});

type Entity = { readonly type: string; readonly code: string | null };

/** An app whose second state has the given assignee; the first one is open to everybody. */
async function makeFlow(assignee: { readonly type: string; readonly entities: readonly object[] }): Promise<string> {
  const app = await makeApp(target, "作業者", {
    ...field("SINGLE_LINE_TEXT", "文"),
    ...field("USER_SELECT", "担当"),
    ...field("ORGANIZATION_SELECT", "課"),
    ...field("GROUP_SELECT", "組"),
  });
  const { status } = await target.call("PUT", "/k/v1/preview/app/status.json", {
    body: {
      app,
      enable: true,
      states: {
        受付: { name: "受付", index: "0", assignee: { type: "ONE", entities: [] } },
        確認: { name: "確認", index: "1", assignee },
        済: { name: "済", index: "2", assignee: { type: "ONE", entities: [] } },
      },
      actions: [
        { name: "送る", from: "受付", to: "確認" },
        { name: "認める", from: "確認", to: "済" },
        { name: "戻す", from: "確認", to: "受付" },
      ],
    },
  });
  expect(status).toBe(200);
  await target.client().app.deployApp({ apps: [{ app }] });
  return app;
}

function entity(type: string, code: string | null, includeSubs = false): { entity: Entity; includeSubs: boolean } {
  return { entity: { type, code }, includeSubs };
}

/** Adds a record as someone and sends it to the second state. */
async function send(app: string, { login = "admin", record = {}, assignee }: Sending = {}): Promise<string> {
  const added = await target.call("POST", "/k/v1/record.json", { login, body: { app, record } });
  const id = String(read(added.body, "id"));
  const body = { app, id, action: "送る", ...(assignee !== undefined && { assignee }) };
  const sent = await target.call("PUT", "/k/v1/record/status.json", { login, body });
  expect([sent.status, sent.body]).toEqual([200, { revision: "3" }]);
  return id;
}

type Sending = { readonly login?: string; readonly record?: object; readonly assignee?: string };

async function take(app: string, id: string, login: string, action = "認める"): Promise<unknown> {
  const answer = await target.call("PUT", "/k/v1/record/status.json", { login, body: { app, id, action } });
  return answer.status === 200 ? 200 : read(answer.body, "code");
}

async function stateOf(app: string, id: string): Promise<readonly [unknown, readonly string[]]> {
  const { record } = await target.client().record.getRecord({ app, id });
  const assignees = record["作業者"]?.type === "STATUS_ASSIGNEE" ? record["作業者"].value : [];
  return [record["ステータス"]?.value, assignees.map(({ code }) => code).toSorted()];
}

describe("ANY: one of several", () => {
  fact.each([
    ["a user", [entity("USER", "ichi")], ["ichi"]],
    ["two users", [entity("USER", "ichi"), entity("USER", "san")], ["ichi", "san"]],
    ["a group", [entity("GROUP", "kumi")], ["ichi", "ni"]],
    ["an organization", [entity("ORGANIZATION", "shita")], ["san"]],
    ["an organization without those below", [entity("ORGANIZATION", "ue")], []],
    ["an organization with those below", [entity("ORGANIZATION", "ue", true)], ["san"]],
    ["the creator as a field", [entity("FIELD_ENTITY", "作成者")], ["yon"]],
    ["a field of users", [entity("FIELD_ENTITY", "担当")], ["ni"]],
    ["a field of groups", [entity("FIELD_ENTITY", "組")], ["ichi", "ni"]],
    ["a field of organizations", [entity("FIELD_ENTITY", "課")], ["san"]],
    ["a user and a group that has them, once", [entity("USER", "ichi"), entity("GROUP", "kumi")], ["ichi", "ni"]],
  ])("%s", { evidence: help, needs: "people" }, async (_, entities, expected) => {
    const app = await makeFlow({ type: "ANY", entities });
    const record = {
      担当: { value: [{ code: "ni" }] },
      課: { value: [{ code: "shita" }] },
      組: { value: [{ code: "kumi" }] },
    };
    const id = await send(app, { login: "yon", record });
    expect(await stateOf(app, id)).toEqual(["確認", expected]);
    const [first] = expected;
    if (first !== undefined) {
      const outsider = ["ichi", "ni", "san", "yon"].find((code) => !expected.includes(code)) ?? "";
      expect(await take(app, id, outsider)).toBe("GAIA_NT01");
      expect(await take(app, id, first)).toBe(200);
      expect(await stateOf(app, id)).toEqual(["済", []]);
    }
  });
});

describe("CREATOR", () => {
  fact(
    "is in the reference and refused: the creator is named as a field",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const app = await makeApp(target, "作成者", field("SINGLE_LINE_TEXT", "文"));
      const state = (entities: readonly object[]) => ({
        app,
        enable: true,
        states: {
          受付: { name: "受付", index: "0", assignee: { type: "ONE", entities: [] } },
          確認: { name: "確認", index: "1", assignee: { type: "ANY", entities } },
        },
        actions: [{ name: "送る", from: "受付", to: "確認" }],
      });
      const put = (entities: readonly object[]) =>
        target.call("PUT", "/k/v1/preview/app/status.json", { body: state(entities) });
      const refused = await put([entity("CREATOR", null)]);
      expect([refused.status, read(refused.body, "code")]).toEqual([400, "CB_VA01"]);
      expect((await put([entity("FIELD_ENTITY", "作成者")])).status).toBe(200);
    },
  );
});

describe("ALL: everyone", () => {
  fact("the state changes with the last of them", { evidence: docs, needs: "people" }, async () => {
    const app = await makeFlow({ type: "ALL", entities: [entity("USER", "ichi"), entity("USER", "ni")] });
    const id = await send(app);
    expect(await take(app, id, "ichi")).toBe(200);
    expect(await stateOf(app, id)).toEqual(["確認", ["ni"]]);
    expect(await take(app, id, "ni")).toBe(200);
    expect(await stateOf(app, id)).toEqual(["済", []]);
  });

  fact(
    "who has done it cannot do it again",
    { evidence: guess("they are assignees no more"), needs: "people" },
    async () => {
      const app = await makeFlow({ type: "ALL", entities: [entity("USER", "ichi"), entity("USER", "ni")] });
      const id = await send(app);
      await take(app, id, "ichi");
      expect(await take(app, id, "ichi")).toBe("GAIA_NT01");
    },
  );

  fact("each member of a group counts", { evidence: help, needs: "people" }, async () => {
    const app = await makeFlow({ type: "ALL", entities: [entity("GROUP", "kumi")] });
    const id = await send(app);
    expect(await stateOf(app, id)).toEqual(["確認", ["ichi", "ni"]]);
    await take(app, id, "ni");
    expect((await stateOf(app, id))[0]).toBe("確認");
  });
});

describe("ONE: chosen by who sends", () => {
  const candidates = { type: "ONE", entities: [entity("USER", "ichi"), entity("GROUP", "kumi")] };

  fact("the call has to name one", { evidence: docs, needs: "people" }, async () => {
    const app = await makeFlow(candidates);
    const { body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
    const id = read(body, "id");
    const answer = await target.call("PUT", "/k/v1/record/status.json", { body: { app, id, action: "送る" } });
    expect(answer.status).toBe(400);
  });

  fact("the one named has it", { evidence: docs, needs: "people" }, async () => {
    const app = await makeFlow(candidates);
    const id = await send(app, { assignee: "ni" });
    expect(await stateOf(app, id)).toEqual(["確認", ["ni"]]);
    expect(await take(app, id, "ichi")).toBe("GAIA_NT01");
    expect(await take(app, id, "ni")).toBe(200);
  });

  fact(
    "somebody who does not exist is refused",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const app = await makeFlow(candidates);
      const { body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
      const status = { app, id: read(body, "id"), action: "送る", assignee: "nobody-9" };
      const answer = await target.call("PUT", "/k/v1/record/status.json", { body: status });
      expect([answer.status, read(answer.body, "code")]).toEqual([400, "GAIA_IL26"]);
    },
  );

  fact(
    "without candidates everybody may go on",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const app = await makeFlow({ type: "ONE", entities: [] });
      const id = await send(app);
      expect(await stateOf(app, id)).toEqual(["確認", []]);
      expect(await take(app, id, "yon")).toBe(200);
    },
  );
});

describe("who else", () => {
  fact("may not take the step of others, not even who administers", { evidence: docs, needs: "people" }, async () => {
    const app = await makeFlow({ type: "ANY", entities: [entity("USER", "ichi")] });
    expect(await take(app, await send(app), "admin")).toBe("GAIA_NT01");
  });

  fact(
    "may be given the work by who manages the app",
    { evidence: documented("developer site: update assignees"), needs: "people" },
    async () => {
      const app = await makeFlow({ type: "ANY", entities: [entity("USER", "ichi")] });
      const id = await send(app);
      const body = { app, id, assignees: ["yon"] };
      expect((await target.call("PUT", "/k/v1/record/assignees.json", { login: "san", body })).status).toBe(403);
      expect((await target.call("PUT", "/k/v1/record/assignees.json", { body })).status).toBe(200);
      expect(await take(app, id, "yon")).toBe(200);
    },
  );

  fact(
    "has nothing once the record goes back to where everybody may",
    { evidence: docs, needs: "people" },
    async () => {
      const app = await makeFlow({ type: "ANY", entities: [entity("USER", "ichi")] });
      const id = await send(app);
      expect(await take(app, id, "ichi", "戻す")).toBe(200);
      expect(await stateOf(app, id)).toEqual(["受付", []]);
    },
  );

  fact.each([
    ["an action of another state", "認める", "GAIA_IL03"],
    ["an action that is not there", "無い", "GAIA_IL03"],
  ])(
    "is told that %s does not apply",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async (_, action, code) => {
      const app = await makeFlow({ type: "ANY", entities: [entity("USER", "ichi")] });
      const { body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
      expect(await take(app, String(read(body, "id")), "admin", action)).toBe(code);
    },
  );

  fact(
    "is refused where no process is",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "people" },
    async () => {
      const app = await makeApp(target, "無し", field("SINGLE_LINE_TEXT", "文"));
      const { body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
      expect(await take(app, String(read(body, "id")), "admin")).toBe("GAIA_ST02");
    },
  );
});

describe("an action with a condition", () => {
  fact(
    "is taken only by records that meet it",
    { evidence: documented("official description of app/status.json"), needs: "people" },
    async () => {
      const app = await makeApp(target, "条件", field("NUMBER", "額"));
      const assignee = { type: "ONE", entities: [] };
      const { status } = await target.call("PUT", "/k/v1/preview/app/status.json", {
        body: {
          app,
          enable: true,
          states: { 前: { name: "前", index: "0", assignee }, 後: { name: "後", index: "1", assignee } },
          actions: [{ name: "進む", from: "前", to: "後", filterCond: "額 >= 100" }],
        },
      });
      expect(status).toBe(200);
      await target.client().app.deployApp({ apps: [{ app }] });
      const add = async (value: string) =>
        String(
          read(
            (await target.call("POST", "/k/v1/record.json", { body: { app, record: { 額: { value } } } })).body,
            "id",
          ),
        );
      expect(await take(app, await add("99"), "admin", "進む")).toBe("GAIA_IL03");
      expect(await take(app, await add("100"), "admin", "進む")).toBe(200);
    },
  );

  fact(
    "that names the status or an unknown field is refused",
    { evidence: documented("official description of app/status.json"), needs: "people" },
    async () => {
      const app = await makeApp(target, "条件", field("NUMBER", "額"));
      const assignee = { type: "ONE", entities: [] };
      for (const filterCond of ['ステータス = "前"', "無い = 1"]) {
        const { status } = await target.call("PUT", "/k/v1/preview/app/status.json", {
          body: {
            app,
            enable: true,
            states: { 前: { name: "前", index: "0", assignee }, 後: { name: "後", index: "1", assignee } },
            actions: [{ name: "進む", from: "前", to: "後", filterCond }],
          },
        });
        expect(status).toBe(400);
      }
    },
  );
});
