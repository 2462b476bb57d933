import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey } from "../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { declaredApps } from "../scripts/deploy/desired/build-desired-suite.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import type { Environment } from "../scripts/deploy/environment.ts";
import { loadEnvironment } from "../scripts/deploy/environment.ts";
import { pullApp } from "../scripts/deploy/pull/pull-app.ts";
import type { PulledDeclaration } from "../scripts/deploy/pull/pulled-app.ts";
import { toDeclaration } from "../scripts/deploy/pull/to-declaration.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";

let folder = "";
let platform: Platform;
let environment: Environment;
let pulled: PulledDeclaration[] = [];

function deploy(apps: readonly AppSchema[], state: string): Deployment {
  const file = openStateFile(join(folder, state), environment);
  return { environment, apps, plugins: [], records: [], sample: [], state: file };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-pull-suite-"));
  platform = await createPlatform({ dataDir: join(folder, "data"), port: 0 });
  const local = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
  // As in a town: one role is two groups.
  const kachou = [
    { type: "GROUP", code: "kachou" },
    { type: "GROUP", code: "kacho-hosa" },
  ] as const;
  environment = { ...local, principals: { ...local.principals, kachou } };
  const deployment = deploy(declaredApps, "state");
  await applyDeployment(deployment, await planDeployment(deployment), () => {});
  const client = createKintoneClient(environment);
  const ids = new Map(declaredApps.map(({ key }) => [key, deployment.state.appId(key) ?? ""]));
  const toKey = (id: string): AppKey | null => [...ids].find(([, each]) => each === id)?.[0] ?? null;
  const { principals } = environment;
  pulled = await Promise.all(
    declaredApps.map(async ({ key }) =>
      toDeclaration(await pullApp(client, ids.get(key) ?? ""), {
        key,
        toKey,
        toId: (each) => ids.get(each) ?? "",
        principals,
      }),
    ),
  );
});

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The order of the events of a notice says nothing. */
function noted(app: AppSchema | undefined): unknown {
  const general = app?.notifications?.general?.map(({ to, on }) => ({ to, on: on.toSorted() }));
  return { ...app?.notifications, general };
}

describe("the suite itself, pulled from a domain", () => {
  it("is said whole: nothing but the files of plugins is left out", () => {
    const left = pulled.flatMap(({ schema, leftOut }) => leftOut.map(({ path }) => `${schema.key} ${path}`));
    expect(left.filter((each) => !/ (?:plugins|customize\.(?:desktop|mobile))$/u.test(each))).toEqual([]);
  });

  it("says the rights, notices, graphs, buttons and what there is to do in each state as they were declared", () => {
    const said = pulled.find(({ schema }) => schema.key === "action")?.schema;
    const declared = declaredApps.find(({ key }) => key === "action");
    expect(said?.process).toEqual(declared?.process);
    expect(noted(said)).toEqual(noted(declared));
    expect(said?.recordPermissions?.map(({ lines }) => lines[0])).toEqual(
      declared?.recordPermissions?.map(({ lines }) => lines[0]),
    );
    expect(said?.fieldPermissions?.map(({ field }) => field)).toEqual(
      declared?.fieldPermissions?.map(({ field }) => field),
    );
    expect(said?.reports?.map(({ name, answers }) => [name, answers])).toEqual(
      declared?.reports?.map(({ name, answers }) => [name, answers]),
    );
    expect(said?.actions).toEqual(declared?.actions);
  });

  it("changes nothing when it is planned against the domain, whatever mode", async () => {
    const apps = pulled.map(({ schema }) => schema);
    for (const mode of ["merge", "mirror"] as const) {
      const { plan } = await planDeployment(deploy(apps, `again-${mode}`), { check: "exact", mode });
      expect(plan.steps.map(({ app, summary }) => `${app} ${summary}`)).toEqual([]);
    }
  });
});
