import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { glossary } from "../apps-schema/apps/glossary.ts";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { declaredApps } from "../scripts/deploy/desired/build-desired-suite.ts";
import { buildPlanRecords } from "../scripts/deploy/desired/desired-records.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import type { Environment } from "../scripts/deploy/environment.ts";
import { loadEnvironment } from "../scripts/deploy/environment.ts";
import { applyOverlay } from "../scripts/deploy/overlay/apply-overlay.ts";
import { invertRenames } from "../scripts/deploy/release/invert-renames.ts";
import { listReleases, loadRelease, saveRelease } from "../scripts/deploy/release/release-store.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";

let folder = "";
let platform: Platform;
let official: KintoneRestAPIClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-environments-"));
  platform = await createPlatform({ dataDir: join(folder, "data"), port: 0 });
  official = new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: "admin", password: "admin" } });
});

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

function toDeployment(name: string, members: Partial<Environment>): Deployment {
  const local = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
  const environment = { ...local, name, ...members };
  return {
    environment,
    apps: applyOverlay(name, [glossary], environment.overlay),
    plugins: [],
    records: buildPlanRecords().filter(({ app }) => app === "glossary"),
    sample: [],
    state: openStateFile(join(folder, "state"), environment),
  };
}

async function apply(deployment: Deployment): Promise<string> {
  await applyDeployment(deployment, await planDeployment(deployment), () => {});
  return deployment.state.appId("glossary") ?? "";
}

describe("environments of one suite", () => {
  it("go to a guest space with all their calls, records too", async () => {
    const { id } = await official.space.addSpaceFromTemplate({
      id: 1,
      name: "町の外の人と",
      members: [{ entity: { type: "USER", code: "admin" }, isAdmin: true }],
      isGuest: true,
    });
    const deployment = toDeployment("guest", { guestSpace: String(id), space: { id: String(id), thread: null } });
    const app = await apply(deployment);
    const inside = createKintoneClient(deployment.environment);
    const records = listOf(memberOf(await inside.read("/k/v1/records.json", { app }), "records"));
    expect(records.length).toBe(deployment.records[0]?.records.length);
    await expect(
      createKintoneClient({ ...deployment.environment, guestSpace: null }).read("/k/v1/records.json", { app }),
    ).rejects.toThrow("GAIA_IL23");
    expect((await planDeployment(deployment)).plan.steps).toEqual([]);
  });

  it("say their own words without drifting from the declarations", async () => {
    const own = toDeployment("town", {
      overlay: { glossary: { name: "町の用語集", fields: { term: { label: "ことば" } } } },
    });
    const app = await apply(own);
    const live = platform.store.apps.find(Number(app))?.live;
    expect(live?.general.name).toBe("町の用語集");
    expect(live?.fields.find(({ code }) => code === "term")?.property["label"]).toBe("ことば");
    expect((await planDeployment(own, { check: "exact" })).plan.steps).toEqual([]);
  });

  it("mark every page of a test environment, also in apps without plugins, and only there", async () => {
    const staging = toDeployment("staging", { kind: "staging", label: "五霞町(検証)" });
    const apps = declaredApps.map((app) => ({ ...app, plugins: [] }));
    const app = await apply({ ...staging, apps, records: [] });
    const client = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
    const customize = await client.read("/k/v1/app/customize.json", { app });
    const [js] = listOf(memberOf(memberOf(customize, "desktop"), "js"));
    const script = Buffer.from(await client.download(textOf(memberOf(memberOf(js, "file"), "fileKey")))).toString();
    expect(script).toContain("五霞町(検証)");
    expect(script).toContain("machi-dx-ribbon");
    expect(listOf(memberOf(memberOf(customize, "mobile"), "js"))).toHaveLength(1);
  });

  it("list every group, organisation and person that the domain lacks in one refusal", async () => {
    const principals = {
      jimukyoku: { type: "GROUP", code: "g-1" },
      tantou: { type: "ORGANIZATION", code: "o-1" },
      kachou: { type: "USER", code: "u-1" },
      koukai: { type: "USER", code: "u-2" },
      iin: [
        { type: "GROUP", code: "everyone" },
        { type: "GROUP", code: "g-2" },
        { type: "ORGANIZATION", code: "o-2" },
      ],
      etsuran: { type: "GROUP", code: "everyone" },
    } as const;
    const { plan } = await planDeployment(toDeployment("lacking", { principals, isLocal: false }));
    const stops = plan.hazards.filter(({ code }) => code === "missing-principal");
    expect(stops).toHaveLength(1);
    for (const code of ["g-1", "o-1", "u-1", "u-2", "g-2", "o-2"]) {
      expect(stops[0]?.message).toContain(code);
    }
  });
});

describe("a role that several groups, organisations and people stand behind", () => {
  it("is applied to all of them, and then there is nothing left to plan", async () => {
    const admin = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
    await admin.write("POST", "/v1/organizations.json", { organizations: [{ code: "o-many", name: "企画課" }] });
    const local = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
    const tantou = [
      { type: "GROUP", code: "g-many" },
      { type: "ORGANIZATION", code: "o-many" },
      { type: "USER", code: "admin" },
    ] as const;
    const deployment = toDeployment("many", { principals: { ...local.principals, tantou } });
    const planned = await planDeployment(deployment);
    expect(planned.plan.hazards.filter(({ level }) => level === "stop")).toEqual([]);
    await applyDeployment(deployment, planned, () => {});
    const app = deployment.state.appId("glossary") ?? "";
    const { rights } = await official.app.getAppAcl({ app });
    const codes = rights.map(({ entity }) => `${entity.type}:${entity.code ?? ""}`);
    expect(codes).toEqual(expect.arrayContaining(["GROUP:g-many", "ORGANIZATION:o-many", "USER:admin"]));
    expect((await planDeployment(deployment, { check: "exact" })).plan.steps).toEqual([]);
  });
});

describe("going back to a release", () => {
  it("brings back the declarations of then, and values survive a rename on the way there and back", async () => {
    const first = toDeployment("back", {});
    const app = await apply(first);
    const { folder: kept } = first.state;
    const common = { by: "admin", declared: "", plugins: [] };
    saveRelease(kept, { ...common, tag: "first", at: "1", apps: first.apps });
    const client = createKintoneClient(first.environment);
    const words = { plain_definition: { value: "やさしい言葉" } };
    await client.write("PUT", "/k/v1/record.json", { app, id: 1, record: words });

    const { plain_definition: plain, ...others } = glossary.fields;
    const fields = { ...others, easy: { ...plain, label: "かんたんな説明", renamedFrom: "plain_definition" } };
    const layout = glossary.layout.map((item) =>
      item.type === "GROUP" && item.code === "g_plain"
        ? { ...item, rows: [{ type: "ROW" as const, codes: ["easy"] }] }
        : item,
    );
    const second = { ...first, apps: [{ ...glossary, fields, layout }], records: [] };
    await apply(second);
    saveRelease(kept, { ...common, tag: "second", at: "2", apps: second.apps });
    const read = async (): Promise<unknown> =>
      memberOf(await client.read("/k/v1/record.json", { app, id: 1 }), "record");
    expect(await read()).toMatchObject({ easy: { value: "やさしい言葉" } });

    const [newest] = listReleases(kept);
    expect(newest?.tag).toBe("second");
    const apps = invertRenames(loadRelease(kept, "first").apps, newest?.apps ?? []);
    const back = { ...first, apps, records: [] };
    const planned = await planDeployment(back);
    expect(planned.plan.consents).toEqual([]);
    await applyDeployment(back, planned, () => {});
    expect(await read()).toMatchObject({ plain_definition: { value: "やさしい言葉" } });
    expect((await planDeployment(first, { check: "exact" })).plan.steps).toEqual([]);
  });
});
