import { afterAll, beforeAll, describe, expect } from "vitest";
import { findActionStart, listUsableActions } from "../../platform/page/app-actions.ts";
import { startTwoApps } from "./app-uses/two-apps.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: shapes, required keys and limits from the official description of each operation; what it leaves open says "guess".
let platform: TestPlatform;
let app: string;
let other: string;

beforeAll(async () => {
  ({ platform, app, other } = await startTwoApps());
});

afterAll(async () => {
  await platform.close();
});

const action = {
  name: "請求を作る",
  index: "0",
  mappings: [
    { srcType: "FIELD", srcField: "文", destField: "名" },
    { srcType: "RECORD_URL", destField: "元" },
  ],
  entities: [{ type: "GROUP", code: "everyone" }],
  filterCond: "額 > 0",
};
const putActions = async (actions: unknown) =>
  (await platform.call("PUT", "/k/v1/preview/app/actions.json", { body: { app, actions } })).body;
const one = (change: object) => putActions({ 請求を作る: { ...action, destApp: { app: other }, ...change } });

describe("app actions", () => {
  fact(
    "keeps actions with ids that stay, and publishes them with a deploy",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const client = platform.client();
      await expect(one({})).resolves.toMatchObject({
        actions: { 請求を作る: { id: expect.stringMatching(/^\d+$/u) } },
      });
      const { actions } = await client.app.getAppActions({ app, preview: true });
      expect(actions["請求を作る"]).toEqual({
        ...action,
        id: expect.stringMatching(/^\d+$/u),
        destApp: { app: other, code: "" },
      });
      await expect(putActions(actions)).resolves.toHaveProperty("revision");
      await putActions({ 請求を作る: { name: "次", index: 0 } });
      const renamed = (await client.app.getAppActions({ app, preview: true })).actions;
      expect(renamed).toEqual({ 次: { ...actions["請求を作る"], name: "次" } });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getAppActions({ app })).resolves.toMatchObject({ actions: renamed });
      await putActions({});
      await expect(client.app.getAppActions({ app, preview: true })).resolves.toMatchObject({ actions: {} });
    },
  );

  fact.each([
    ["a new action without its app", { destApp: undefined }, "destApp"],
    ["a new action without its people", { entities: undefined }, "entities"],
    ["a name of 33 characters", { name: "あ".repeat(33) }, "name"],
    [
      "a field that nobody can fill (guess)",
      { mappings: [{ srcType: "RECORD_URL", destField: "作成日時" }] },
      "mappings[0].destField",
    ],
    ["a mapping without its kind", { mappings: [{ srcField: "文", destField: "名" }] }, "mappings[0].srcType"],
    ["an entity of another kind", { entities: [{ type: "CREATOR", code: "a" }] }, "entities[0].type"],
  ])(
    "refuses %s",
    { evidence: documented("official description: reports, actions, admin notes") },
    async (_, change, path) => {
      await expect(one(change)).resolves.toMatchObject({
        code: "CB_VA01",
        errors: { [`actions[請求を作る].${path}`]: { messages: expect.any(Array) } },
      });
    },
  );

  fact(
    "refuses apps, fields and people that are not there with the codes of those",
    { evidence: guess("the codes of records and forms are used"), needs: "people" },
    async () => {
      await expect(one({ destApp: { app: 999_999_999 } })).resolves.toMatchObject({ code: "GAIA_AP01" });
      await expect(one({ mappings: [{ srcType: "RECORD_URL", destField: "無い" }] })).resolves.toMatchObject({
        code: "GAIA_FC01",
      });
      await expect(one({ entities: [{ type: "USER", code: "nobody" }] })).resolves.toMatchObject({ code: "GAIA_IL26" });
      await expect(one({ filterCond: "無い = 1" })).resolves.toMatchObject({ code: "GAIA_IQ11" });
    },
  );
});

const storedAction = async () => {
  await one({ entities: [{ type: "USER", code: "admin" }] });
  await platform.client().app.deployApp({ apps: [{ app }] });
  const { store } = platform.platform;
  const [stored] = store.apps.find(Number(app))?.live?.actions ?? [];
  return stored;
};

describe("who may use an app action", () => {
  fact(
    "are those it is granted to, while its app is there for them",
    { evidence: documented("help: app actions, who may use them"), needs: "people" },
    async () => {
      const stored = await storedAction();
      const { store } = platform.platform;
      await platform.call("POST", "/v1/users.json", {
        body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
      });
      const usable = (code: string, change: object = {}) => {
        const user = store.users.find(code);
        return stored === undefined || user === null
          ? null
          : listUsableActions(store, [{ ...stored, ...change }], user);
      };
      expect(usable("admin")).toHaveLength(1);
      expect(usable("aoki")).toEqual([]);
      expect(usable("aoki", { entities: [{ type: "GROUP", code: "everyone" }] })).toHaveLength(1);
      expect(usable("admin", { entities: [] })).toEqual([]);
      expect(usable("admin", { destApp: "999" })).toEqual([]);
    },
  );

  fact(
    "get a start for the new record only from an action that leads to this very app",
    { evidence: documented("help: app actions copy into a new record"), needs: "doors" },
    async () => {
      const stored = await storedAction();
      const { store } = platform.platform;
      const user = store.users.find("admin");
      const find = (query: Readonly<Record<string, string>>, destApp = Number(other)) =>
        user && findActionStart(store, (name) => query[name], { user, now: new Date(), destApp });
      const query = { actionId: stored?.id ?? "", sourceApp: app, sourceRecord: "1" };
      expect(find(query)).toMatchObject({ sourceApp: Number(app), sourceRecord: 1, fields: [{ code: "文" }] });
      expect(find(query, Number(app))).toBeNull();
      expect(find({ ...query, actionId: "1" })).toBeNull();
      expect(find({ ...query, sourceRecord: "0" })).toBeNull();
      expect(find({})).toBeNull();
    },
  );
});
