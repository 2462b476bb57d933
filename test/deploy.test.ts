import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { removeSample } from "../scripts/data/remove-sample.ts";
import type { KintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { listOf, memberOf, objectOf, textOf } from "../scripts/deploy/client/json.ts";
import { declaredApps } from "../scripts/deploy/desired/build-desired-suite.ts";
import { buildPlanRecords, buildSampleRecords } from "../scripts/deploy/desired/desired-records.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { loadEnvironment } from "../scripts/deploy/environment.ts";
import type { DesiredRecords } from "../scripts/deploy/plan/desired-suite.ts";
import { createAccounts } from "../scripts/local/create-accounts.ts";
import { localAccounts } from "../scripts/local/local-accounts.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";
import type { Proxy } from "./deploy/start-proxy.ts";
import { startProxy } from "./deploy/start-proxy.ts";

/** A domain with the whole suite, made once; every case works on a copy of it. */
let template = "";
let created = { planned: [] as string[], sent: [] as string[] };
let folder = "";
let platform: Platform;
let proxy: Proxy;

async function openCopy(): Promise<void> {
  platform = await createPlatform({ dataDir: join(folder, "data"), port: 0 });
  proxy = await startProxy(platform.url);
}

async function closeCopy(): Promise<void> {
  await proxy.close();
  await platform.close();
}

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "machi-dx-deploy-"));
  folder = template;
  await openCopy();
  const deployment = await createTestDeployment();
  const planned = await planDeployment(deployment);
  await applyDeployment(deployment, planned, () => {});
  created = {
    planned: planned.plan.steps.flatMap((step) => step.requests.map(({ method, path }) => `${method} ${path}`)),
    sent: proxy.writes().map(({ method, path }) => `${method} ${path}`),
  };
  await closeCopy();
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-deploy-"));
  cpSync(template, folder, { recursive: true });
  await openCopy();
});

afterEach(async () => {
  await closeCopy();
  rmSync(folder, { recursive: true, force: true });
});

/** As a fresh process would see it: everything it knows from before is in the state file. */
async function createTestDeployment(apps: readonly AppSchema[] = declaredApps): Promise<Deployment> {
  const environment = loadEnvironment("local", { KINTONE_BASE_URL: proxy.url });
  return {
    environment,
    apps,
    plugins: await packTestPlugins(folder),
    records: buildPlanRecords(),
    sample: buildSampleRecords(),
    state: openStateFile(join(folder, "state"), environment),
  };
}

async function apply(apps?: readonly AppSchema[]): Promise<void> {
  const deployment = await createTestDeployment(apps);
  await applyDeployment(deployment, await planDeployment(deployment), () => {});
}

async function listApps(): Promise<string[]> {
  const client = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
  const apps = listOf(memberOf(await client.read("/k/v1/apps.json"), "apps"));
  return apps.map((app) => textOf(memberOf(app, "name")));
}

async function countRecords(): Promise<number> {
  const client = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
  const apps = listOf(memberOf(await client.read("/k/v1/apps.json"), "apps"));
  let count = 0;
  for (const app of apps) {
    const params = { app: textOf(memberOf(app, "appId")), totalCount: true, query: "limit 1" };
    count += Number(textOf(memberOf(await client.read("/k/v1/records.json", params), "totalCount")));
  }
  return count;
}

function countOf(records: readonly DesiredRecords[]): number {
  return records.reduce((sum, each) => sum + each.records.length, 0);
}

const expectedRecords = (): number => countOf([...buildPlanRecords(), ...buildSampleRecords()]);

describe("deployment to an empty domain", () => {
  it("brings every app and record, and a second run plans nothing and writes nothing", async () => {
    expect((await listApps()).toSorted()).toEqual(declaredApps.map(({ name }) => name).toSorted());
    expect(await countRecords()).toBe(expectedRecords());

    const again = await createTestDeployment();
    const planned = await planDeployment(again);
    expect(planned.plan.steps.map((step) => step.summary)).toEqual([]);
    expect(planned.plan.hazards).toEqual([]);
    proxy.seen.length = 0;
    await applyDeployment(again, planned, () => {});
    expect(proxy.writes()).toEqual([]);
  });

  it("sends exactly the planned requests, in order", () => {
    expect(created.sent).toEqual(created.planned);
  });
});

describe("deployment to a domain that has the suite", () => {
  it("plans only what changed, and finds its apps without the state file", async () => {
    rmSync(join(folder, "state"), { recursive: true, force: true });
    const relabelled = relabelDept();
    const { plan } = await planDeployment({ ...(await createTestDeployment(relabelled)), sample: [] });
    expect(plan.steps.map((step) => [step.app, step.area])).toEqual([
      ["dept", "fields"],
      [null, "deploy"],
    ]);
    await apply(relabelled);
    const after = await planDeployment(await createTestDeployment(relabelled));
    expect(after.plan.steps).toEqual([]);
  });

  it("leaves alone what the town added by itself, and keeps it when something else changes", async () => {
    const deployment = await createTestDeployment();
    const app = (await planDeployment(deployment)).observed.apps.get("action")?.id ?? "";
    const client = createKintoneClient(deployment.environment);
    const memo = { type: "SINGLE_LINE_TEXT", code: "own_memo", label: "町のメモ" };
    const column = { type: "SINGLE_LINE_TEXT", code: "own_column", label: "町の列" };
    const path = "/k/v1/preview/app/form/fields.json";
    await client.write("POST", path, { app, properties: { own_memo: memo } });
    await client.write("PUT", path, {
      app,
      properties: { phases: { type: "SUBTABLE", code: "phases", fields: { own_column: column } } },
    });
    const views = memberOf(await client.read("/k/v1/preview/app/views.json", { app }), "views");
    const own = { type: "LIST", name: "町の一覧", index: "0", fields: ["own_memo"] };
    await client.write("PUT", "/k/v1/preview/app/views.json", { app, views: { ...objectOf(views), 町の一覧: own } });
    await client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });

    expect((await planDeployment(await createTestDeployment())).plan.steps).toEqual([]);
    const extended = declaredApps.map((each) =>
      each.key === "action"
        ? { ...each, fields: extend(each.fields), views: each.views.map((view) => ({ ...view, sort: [] })) }
        : each,
    );
    await apply(extended);
    expect((await planDeployment(await createTestDeployment(extended))).plan.steps).toEqual([]);
    const live = platform.store.apps.find(Number(app))?.live;
    expect(live?.views.map(({ name }) => name)).toContain("町の一覧");
    expect(live?.views[0]?.name).toBe("工程表");
    expect(JSON.stringify(live?.layout)).toMatch(/own_column.*own_memo/u);
  });

  it("adds a column to a table and an option to a choice without touching what is there", async () => {
    const extended = declaredApps.map((app) => (app.key === "action" ? { ...app, fields: extend(app.fields) } : app));
    const { plan } = await planDeployment(await createTestDeployment(extended));
    expect(plan.steps.map((step) => [step.app, step.area])).toEqual([
      ["action", "fields"],
      ["action", "layout"],
      ["action", "settings"],
      [null, "deploy"],
    ]);
    await apply(extended);
    expect((await planDeployment(await createTestDeployment(extended))).plan.steps).toEqual([]);
    expect(await countRecords()).toBe(expectedRecords());
  });
});

describe("customization of others", () => {
  it("stays, file and address alike, when the settings file changes", async () => {
    const deployment = await createTestDeployment();
    const { observed } = await planDeployment(deployment);
    const app = observed.apps.get("kpi")?.id ?? "";
    const client = createKintoneClient(deployment.environment);
    const ours = memberOf(await client.read("/k/v1/app/customize.json", { app }), "desktop");
    const uploaded = await client.upload({ name: "own.js", bytes: Buffer.from("1;") });
    const own = { type: "FILE", file: { fileKey: memberOf(uploaded, "fileKey") } };
    const address = { type: "URL", url: "https://example.com/own.js" };
    const js = [...listOf(memberOf(ours, "js")), own, address];
    await client.write("PUT", "/k/v1/preview/app/customize.json", { app, desktop: { js } });
    await client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });

    const renamed = {
      ...(await createTestDeployment()),
      environment: { ...deployment.environment, label: "別の名前" },
    };
    const planned = await planDeployment(renamed);
    expect(planned.plan.steps.map((step) => step.area)).toEqual(["customize", "customize", "customize", "deploy"]);
    await applyDeployment(renamed, planned, () => {});
    const after = memberOf(memberOf(await client.read("/k/v1/app/customize.json", { app }), "desktop"), "js");
    const names = listOf(after).map(
      (item) => textOf(memberOf(item, "url")) || textOf(memberOf(memberOf(item, "file"), "name")),
    );
    expect(names).toEqual([expect.stringMatching(/^machi-dx-settings-[0-9a-f]{8}\.js$/u), "own.js", address.url]);
  });
});

describe("permissions", () => {
  const open = { entity: { type: "GROUP", code: "everyone" }, recordViewable: true, recordAddable: true };
  const own = { entity: { type: "USER", code: "second" }, recordViewable: true };

  it("stand as declared, close an app that everyone could use, and leave a town's own line", async () => {
    const deployment = await createTestDeployment();
    const app = (await planDeployment(deployment)).observed.apps.get("action")?.id ?? "";
    const client = createKintoneClient(deployment.environment);
    expect(await readRights(client, app)).toEqual([
      "CREATOR appEditable recordViewable recordAddable recordEditable recordDeletable recordImportable recordExportable",
      "jimukyoku recordViewable recordAddable recordEditable recordDeletable recordImportable recordExportable",
      "tantou recordViewable recordAddable recordEditable recordExportable",
      "kachou recordViewable recordEditable recordExportable",
      "koukai recordViewable recordExportable",
      "iin recordViewable",
      "etsuran recordViewable",
      "everyone",
    ]);

    await addAdministrator(client, "second");
    await client.write("PUT", "/k/v1/app/acl.json", { app, rights: [own, open] });
    const planned = await planDeployment(deployment);
    expect(planned.plan.steps.map((step) => [step.app, step.area])).toEqual([
      ["action", "permissions"],
      [null, "deploy"],
    ]);
    expect(planned.plan.hazards).toMatchObject([{ level: "note", message: expect.stringContaining("全員が使えます") }]);
    await apply();
    expect((await readRights(client, app)).map((line) => line.split(" ")[0])).toEqual([
      "CREATOR",
      "second",
      "jimukyoku",
      "tantou",
      "kachou",
      "koukai",
      "iin",
      "etsuran",
      "everyone",
    ]);
    const { plan } = await planDeployment(await createTestDeployment());
    expect([plan.steps, plan.hazards]).toEqual([[], []]);
  });

  it("do not lock out another administrator who deploys, nor the one before", async () => {
    const first = await createTestDeployment();
    const client = createKintoneClient(first.environment);
    await addAdministrator(client, "second");
    const environment = { ...first.environment, username: "second", password: "second" };
    const planned = await planDeployment({ ...first, environment });
    expect(new Set(planned.plan.steps.map((step) => step.area))).toEqual(
      new Set(["permissions", "settings", "deploy"]),
    );
    expect(planned.plan.hazards.map(({ message }) => message).join(" ")).toContain("見る権限がない");
    await applyDeployment({ ...first, environment }, planned, () => {});

    const { plan } = await planDeployment({ ...(await createTestDeployment()), environment });
    expect([plan.steps, plan.hazards]).toEqual([[], []]);
    const before = await planDeployment(await createTestDeployment());
    expect(before.plan.steps).toEqual([]);
    expect(before.plan.hazards).toMatchObject([{ level: "note", message: expect.stringContaining("USER:second") }]);
    expect(await countRecords()).toBe(expectedRecords());
  });
});

/** A system administrator, who manages every app but sees records only where a permission says so. */
async function addAdministrator(client: KintoneClient, code: string): Promise<void> {
  await client.write("POST", "/v1/users.json", { users: [{ code, name: code, password: code, valid: true }] });
  await client.write("PUT", "/v1/user/groups.json", { code, groups: ["Administrators"] });
}

async function readRights(client: KintoneClient, app: string): Promise<string[]> {
  return listOf(memberOf(await client.read("/k/v1/app/acl.json", { app }), "rights")).map((line) => {
    const entity = memberOf(line, "entity");
    const given = Object.entries(objectOf(line)).flatMap(([name, value]) => (value === true ? name : []));
    return [textOf(memberOf(entity, "code")) || textOf(memberOf(entity, "type")), ...given].join(" ");
  });
}

describe("a change that was cut off before its deploy", () => {
  it("is deployed by the next run, although the draft already says what is declared", async () => {
    const relabelled = relabelDept();
    proxy.treat(({ method, path }) =>
      method === "POST" && path === "/k/v1/preview/app/deploy.json" ? "lose-request" : "pass",
    );
    await expect(apply(relabelled)).rejects.toThrow("で止まりました");
    proxy.treat(() => "pass");
    const { plan } = await planDeployment(await createTestDeployment(relabelled));
    expect(plan.steps.map((step) => step.area)).toEqual(["deploy"]);
    await apply(relabelled);
    const { live } = platform.store.apps.list().find(({ preview }) => preview.general.name === "組織") ?? {};
    expect(live?.fields.find(({ code }) => code === "dept_code")?.property["label"]).toBe("変えた名前");
    expect((await planDeployment(await createTestDeployment(relabelled))).plan.steps).toEqual([]);
  });
});

describe("the sample", () => {
  it("goes without touching anything else, and stays away until it is wanted back", async () => {
    const deployment = await createTestDeployment();
    const { observed } = await planDeployment(deployment);
    const apps = new Map([...observed.apps].map(([key, app]) => [key, app.id]));
    const client = createKintoneClient(deployment.environment);
    const app = apps.get("action") ?? "";
    const { keyField, titleField } = suiteApps.action;
    const [kept] = buildSampleRecords().find((each) => each.app === "action")?.records ?? [];
    const own = { ...kept?.record, [keyField]: { value: "TEST-1" }, [titleField]: { value: "見本に似た町の事業" } };
    await client.write("POST", "/k/v1/record.json", { app, record: own });
    // A sample record that staff gave a name of their own is theirs.
    const updateKey = { field: keyField, value: kept?.key };
    await client.write("PUT", "/k/v1/record.json", { app, updateKey, record: { [titleField]: { value: "町の事業" } } });

    const removed = await removeSample({ client, apps, schemas: declaredApps }, deployment.sample);
    expect(removed).toBe(countOf(buildSampleRecords()) - 1);
    expect(await countRecords()).toBe(countOf(buildPlanRecords()) + 2);

    const again = await planDeployment(await createTestDeployment());
    expect(again.plan.steps).toEqual([]);
  });
});

describe("the accounts of the local platform", () => {
  it("are there with their groups, and a second time nothing is written", async () => {
    const client = createKintoneClient({ baseUrl: proxy.url, username: "admin", password: "admin" });
    expect(await createAccounts(client)).toEqual(localAccounts.map(({ code }) => code));
    const kachou = createKintoneClient({ baseUrl: proxy.url, username: "kachou", password: "kachou" });
    const groups = listOf(memberOf(await kachou.read("/v1/user/groups.json", { code: "kachou" }), "groups"));
    expect(groups.map((group) => textOf(memberOf(group, "code")))).toContain("kachou");
    proxy.seen.length = 0;
    expect(await createAccounts(client)).toEqual([]);
    expect(proxy.writes()).toEqual([]);
    // Hashing five passwords takes its time on a machine that is busy otherwise.
  });
});

describe("what an administrator reads", () => {
  it("names a wrong password, without it", async () => {
    const deployment = await createTestDeployment();
    const environment = { ...deployment.environment, password: "geheim" };
    const failure = planDeployment({ ...deployment, environment });
    await expect(failure).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(failure).rejects.not.toThrow(/geheim/u);
  });

  it("names a server that cannot be reached", async () => {
    const deployment = await createTestDeployment();
    const environment = { ...deployment.environment, baseUrl: "http://localhost:1" };
    await expect(planDeployment({ ...deployment, environment })).rejects.toMatchObject({ code: "offline" });
  });
});

function extend(fields: AppSchema["fields"]): AppSchema["fields"] {
  const { phases } = fields;
  if (phases?.type !== "SUBTABLE") {
    throw new Error("action has a table of phases");
  }
  const { ph_state: state } = phases.fields;
  if (state?.type !== "DROP_DOWN") {
    throw new Error("a phase has a state");
  }
  const columns = {
    ...phases.fields,
    ph_state: { ...state, options: [...state.options, "延期"] },
    ph_new: { type: "SINGLE_LINE_TEXT" as const, label: "新しい列" },
  };
  return { ...fields, phases: { ...phases, fields: columns } };
}

function relabelDept(): AppSchema[] {
  return declaredApps.map((app) => (app.key === "dept" ? { ...app, fields: relabel(app.fields, app.keyField) } : app));
}

function relabel(fields: AppSchema["fields"], code: string): AppSchema["fields"] {
  const field = fields[code];
  return field === undefined ? fields : { ...fields, [code]: { ...field, label: "変えた名前" } };
}
