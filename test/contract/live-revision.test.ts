import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
const log: string[] = [];

beforeAll(async () => {
  platform = await startTestPlatform({ log: (line) => log.push(line) });
});

afterAll(async () => {
  await platform.close();
});

async function createApp(name: string): Promise<string> {
  const client = platform.client();
  const { app } = await client.app.addApp({ name });
  await client.app.deployApp({ apps: [{ app }] });
  return app;
}

async function revisionsOf(app: string, resource: string) {
  const read = async (path: string) => {
    const { body } = await platform.call("GET", `/k/v1/${path}${resource}.json?app=${app}`);
    return /"revision":"(\d+)"/u.exec(JSON.stringify(body))?.[1];
  };
  return { live: await read("app/"), preview: await read("preview/app/") };
}

const waitForDeploy = async (app: string): Promise<void> => {
  await expect
    .poll(async () => (await platform.client().app.getDeployStatus({ apps: [app] })).apps[0]?.status, {
      timeout: 60_000,
    })
    .not.toBe("PROCESSING");
};

describe("the revision of live settings", () => {
  fact.each([
    ["settings"],
    ["form/fields"],
    ["form/layout"],
    ["views"],
    ["status"],
    ["acl"],
    ["customize"],
    ["plugins"],
    ["reports"],
    ["actions"],
    ["adminNotes"],
    ["notifications/general"],
  ])(
    "stays where it was while others are prepared: %s",
    { evidence: guess("one counter an app, and the description's “revision of the settings” on both paths") },
    async (resource) => {
      const app = await createApp("改訂");
      await waitForDeploy(app);
      const before = await revisionsOf(app, resource);
      expect(before.live).toBe(before.preview);
      await platform.client().app.updateAppSettings({ app, description: "次" });
      const during = await revisionsOf(app, resource);
      expect([during.live, Number(during.preview)]).toEqual([before.live, Number(before.preview) + 1]);
      await platform.client().app.deployApp({ apps: [{ app }] });
      await waitForDeploy(app);
      const after = await revisionsOf(app, resource);
      expect(after.live).toBe(after.preview);
    },
  );

  fact("is the prepared one again after a revert", { evidence: guess("nothing is prepared then") }, async () => {
    const app = await createApp("取り消し");
    await waitForDeploy(app);
    await platform.client().app.updateAppSettings({ app, description: "次" });
    await platform.client().app.deployApp({ apps: [{ app }], revert: true });
    await waitForDeploy(app);
    const { live, preview } = await revisionsOf(app, "settings");
    expect(live).toBe(preview);
  });
});

describe("the time of an app's last change", () => {
  fact(
    "moves with every deploy, also one that changes nothing, and names who made it",
    { evidence: documented("developer site: get-apps, modifiedAt and modifier"), needs: "people" },
    async () => {
      await platform.call("POST", "/v1/users.json", {
        body: { users: [{ code: "kanri", name: "管理者", password: "kanri" }] },
      });
      await platform.call("PUT", "/v1/user/groups.json", { body: { code: "kanri", groups: ["Administrators"] } });
      const app = await createApp("時刻");
      const read = async () => {
        const { apps } = await platform.client().app.getApps({ ids: [app] });
        return apps[0];
      };
      const first = await read();
      await platform.client("kanri").app.deployApp({ apps: [{ app }] });
      const second = await read();
      expect(second?.modifier).toEqual({ code: "kanri", name: "管理者" });
      expect(Date.parse(second?.modifiedAt ?? "")).toBeGreaterThan(Date.parse(first?.modifiedAt ?? ""));
    },
  );
});

describe("a deploy that fails", () => {
  fact("tells the operator why", { evidence: own("the status is all that a caller sees") }, async () => {
    const client = platform.client();
    const { app } = await client.app.addApp({ name: "重複" });
    const field = { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号" };
    const fields = "/k/v1/preview/app/form/fields.json";
    await platform.call("POST", fields, { body: { app, properties: { 番号: field } } });
    await client.app.deployApp({ apps: [{ app }] });
    await client.record.addRecords({ app, records: [{ 番号: { value: "1" } }, { 番号: { value: "1" } }] });
    await platform.call("PUT", fields, { body: { app, properties: { 番号: { ...field, unique: true } } } });
    await client.app.deployApp({ apps: [{ app }] });
    expect(await client.app.getDeployStatus({ apps: [app] })).toMatchObject({ apps: [{ status: "FAIL" }] });
    expect(log.join("\n")).toContain(`deploy of app ${app} failed: records repeat values of 番号`);
  });
});
