import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppKey, appKeys } from "../../../apps-schema/schema/app-key.ts";
import { createPlatform } from "../../../platform/server.ts";
import { listOf, memberOf, textOf } from "../../../scripts/deploy/client/json.ts";
import { createKintoneClient } from "../../../scripts/deploy/client/kintone-client.ts";
import { declaredApps } from "../../../scripts/deploy/desired/build-desired-suite.ts";
import { buildPlanRecords } from "../../../scripts/deploy/desired/desired-records.ts";
import { applyDeployment, planDeployment } from "../../../scripts/deploy/engine.ts";
import { loadEnvironment } from "../../../scripts/deploy/environment.ts";
import { openStateFile } from "../../../scripts/deploy/state/state-file.ts";
import { createAccounts } from "../../../scripts/local/create-accounts.ts";

export type Answer = { readonly status: number; readonly body: unknown };

type View = { readonly id: string; readonly filterCond: string; readonly sort: string };

/** A town that has just got the suite: an empty domain, one deployment, the local accounts and two people without a role. */
export type Town = {
  readonly url: string;
  readonly appId: (key: AppKey) => string;
  readonly call: (account: string, method: string, path: string, body?: object) => Promise<Answer>;
  /** A list as it was deployed. */
  readonly view: (key: AppKey, name: string) => View;
  readonly moveClock: (now: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The movable clock stands at `now`; not one plugin is deployed, nor the file with their settings. */
export async function startTown({ now }: { readonly now: string }): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), "machi-dx-year-"));
  const platform = await createPlatform({
    dataDir: join(folder, "data"),
    port: 0,
    movableClock: true,
    now: () => new Date(now),
  });
  const environment = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
  await createAccounts(createKintoneClient(environment));
  const state = openStateFile(join(folder, "state"), environment);
  const apps = declaredApps.map((app) => ({ ...app, plugins: [] }));
  const deployment = { environment, apps, plugins: [], records: buildPlanRecords(), sample: [], state };
  await applyDeployment(deployment, await planDeployment(deployment), () => {});

  const call: Town["call"] = async (account, method, path, body) => {
    const response = await fetch(platform.url + path, {
      method,
      headers: {
        "X-Cybozu-Authorization": Buffer.from(`${account}:${account}`).toString("base64"),
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: parse(await response.text()) };
  };
  const must = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await call("admin", method, path, body);
    if (answer.status !== 200) {
      throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  };
  await must("POST", "/v1/users.json", {
    users: ["kanri", "nanashi"].map((code) => ({ code, name: code, password: code, valid: true, locale: "ja" })),
  });
  await must("PUT", "/v1/user/groups.json", { code: "kanri", groups: ["Administrators"] });
  const views = new Map<string, View>();
  for (const key of appKeys) {
    const body = await must("GET", `/k/v1/app/views.json?app=${state.appId(key) ?? ""}`);
    for (const [name, view] of Object.entries(Object(memberOf(body, "views")))) {
      const [id, filterCond, sort] = ["id", "filterCond", "sort"].map((part) => textOf(memberOf(view, part)));
      views.set(`${key} ${name}`, { id: id ?? "", filterCond: filterCond ?? "", sort: sort ?? "" });
    }
  }
  return {
    url: platform.url,
    appId: (key) => state.appId(key) ?? "",
    call,
    view: (key, name) => {
      const view = views.get(`${key} ${name}`);
      if (view === undefined) {
        throw new Error(`${key} has no list ${name}`);
      }
      return view;
    },
    moveClock: async (to) => {
      await must("POST", "/k/platform/clock.json", { now: to });
    },
    close: async () => {
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Plugins and scripts that any app of the domain has. */
export async function listAdded(town: Town): Promise<string[]> {
  const added: string[] = [];
  for (const key of appKeys) {
    const app = town.appId(key);
    const plugins = await town.call("admin", "GET", `/k/v1/app/plugins.json?app=${app}`);
    const customize = await town.call("admin", "GET", `/k/v1/app/customize.json?app=${app}`);
    added.push(...listOf(memberOf(plugins.body, "plugins")).map(() => `${key}: plugin`));
    added.push(...listOf(memberOf(memberOf(customize.body, "desktop"), "js")).map(() => `${key}: script`));
    added.push(...(plugins.status === 200 && customize.status === 200 ? [] : [`${key}: unread`]));
  }
  return added;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
