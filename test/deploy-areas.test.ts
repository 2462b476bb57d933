import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appKeys } from "../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import { text } from "../apps-schema/schema/value-fields.ts";
import { memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import type { Deployment, PlanOptions } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";
import { richApp } from "./deploy/rich-app.ts";
import { smallApp, smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;

beforeEach(async () => {
  domain = await openDomain();
});

afterEach(() => domain.close());

async function apply(deployment: Deployment, options?: PlanOptions): Promise<void> {
  await applyDeployment(deployment, await planDeployment(deployment, options), () => {});
}

/** The settings file names every app of the suite, so the others are there as well, as small as can be. */
function richSuite(parts?: Partial<AppSchema>): AppSchema[] {
  return appKeys.map((key) => (key === "action" ? richApp(parts) : smallApp(key, {})));
}

describe("an app that declares every area", () => {
  it("is written once in each, whichever answers are lost, and leaves nothing to plan, remembered and read alike", async () => {
    const plugins = await packTestPlugins(domain.folder);
    const rich = (): Deployment => domain.deployment(richSuite(), { plugins });
    const id = String(appKeys.indexOf("action") + 1);
    const lost = new Set<string>();
    const planned = await planDeployment(rich());
    const { bodies } = planned.desired.apps.find(({ key }) => key === "action") ?? {};
    expect(Object.keys(bodies ?? {})).toHaveLength(16);
    const ofTheApp = planned.plan.steps.filter(({ app, area }) => app === "action" && area !== "app");
    const paths = new Set(ofTheApp.flatMap(({ requests }) => requests.map(({ method, path }) => `${method} ${path}`)));
    domain.proxy.treat(({ method, path, body }) => {
      const name = `${method} ${path}`;
      const isFirst =
        path !== "/k/v1/file.json" && paths.has(name) && !lost.has(name) && body.includes(`"app":"${id}"`);
      if (isFirst) {
        lost.add(name);
      }
      return isFirst ? "lose-answer" : "pass";
    });
    await applyDeployment(rich(), planned, () => {});
    expect(lost.size).toBe(paths.size - 1);
    domain.proxy.treat(() => "pass");
    expect(domain.proxy.writes()).toHaveLength(planned.plan.steps.flatMap(({ requests }) => requests).length);
    expect((await planDeployment(rich(), { check: "exact" })).plan.steps).toEqual([]);
    const cold = { ...rich(), state: openStateFile(join(domain.folder, "cold"), rich().environment) };
    expect((await planDeployment(cold)).plan.steps).toEqual([]);
  });

  it("keeps its graphs and actions when they are renamed", async () => {
    await domain.apply([richApp({ plugins: [] })]);
    const before = domain.platform.store.apps.find(1)?.live;
    const { reports = [], actions = [] } = richApp();
    const app = richApp({
      plugins: [],
      reports: reports.map((each) => ({ ...each, name: `新 ${each.name}`, renamedFrom: each.name })),
      actions: actions.map((each) => ({ ...each, name: "写す", renamedFrom: each.name })),
    });
    const renamed = [app];
    await domain.apply(renamed);
    const after = domain.platform.store.apps.find(1)?.live;
    expect(after?.reports.map(({ id }) => id)).toEqual(before?.reports.map(({ id }) => id));
    expect(after?.reports.map(({ name }) => name)).toEqual(["新 区分ごと", "新 期限ごと"]);
    expect(after?.actions.map(({ id, name }) => [id, name])).toEqual([[before?.actions[0]?.id, "写す"]]);
    for (const check of ["stamp", "exact"] as const) {
      expect((await domain.plan(renamed, { check })).plan.steps).toEqual([]);
    }
  });
});

describe("a field that another app reads", () => {
  const shared = smallApp("dept", { name: text("名前"), area: text("地区") });
  const lookup = {
    type: "LOOKUP",
    label: "課",
    app: "dept",
    relatedField: "code",
    copies: { area_copy: "area" },
    picker: ["code", "name"],
    sort: "code asc",
  } as const;
  const referrer = smallApp("issue", { area_copy: text("地区"), to_dept: lookup });

  it("goes with the lookup that copied it, its referrer first and deployed in between", async () => {
    await domain.apply([shared, referrer]);
    const less = [smallApp("dept", { name: text("名前") }), smallApp("issue", {})];
    const allowed = ["dept.area", "issue.area_copy", "issue.to_dept"];
    const { plan } = await domain.plan(less, { mode: "mirror", allowed });
    const order = plan.steps.map(({ app, area }) => `${app ?? ""} ${area}`);
    expect(order.indexOf("issue references")).toBeLessThan(order.indexOf(" deploy"));
    expect(order.indexOf(" deploy")).toBeLessThan(order.indexOf("dept fields"));
    expect(plan.waves).toBe(2);
    await domain.apply(less, { mode: "mirror", allowed });
    expect(domain.platform.store.apps.find(1)?.live?.fields.some(({ code }) => code === "area")).toBe(false);
    expect((await domain.plan(less, { mode: "mirror", check: "exact" })).plan.steps).toEqual([]);
  });

  it("goes alone where the lookup only no longer copies it", async () => {
    await domain.apply([shared, referrer]);
    const { copies: _copies, ...rest } = lookup;
    const less = [
      smallApp("dept", { name: text("名前") }),
      smallApp("issue", { area_copy: text("地区"), to_dept: { ...rest, copies: {} } }),
    ];
    await domain.apply(less, { mode: "mirror", allowed: ["dept.area"] });
    expect((await domain.plan(less, { mode: "mirror", check: "exact" })).plan.steps).toEqual([]);
  });
});

describe("apps of a guest space", () => {
  it("are made there, deployed as one, and planned to nothing again", async () => {
    const members = [{ entity: { type: "USER", code: "admin" }, isAdmin: true }];
    const space = { id: "1", name: "共同", members, isGuest: true };
    const guestSpace = textOf(memberOf(await domain.client.write("POST", "/k/v1/template/space.json", space), "id"));
    const { environment } = domain.deployment([]);
    const inSpace = { environment: { ...environment, guestSpace, space: { id: guestSpace, thread: null } } };
    const suite = (): Deployment => domain.deployment(smallSuite(), inSpace);
    await apply(suite());
    expect((await planDeployment(suite())).plan.steps).toEqual([]);
    expect((await planDeployment(suite(), { check: "exact" })).plan.steps).toEqual([]);
    const guest = createKintoneClient({ ...environment, guestSpace });
    const made = await guest.read("/k/v1/app/settings.json", { app: "1" });
    expect(textOf(memberOf(made, "name"))).toBe(smallSuite()[0]?.name);
    await expect(domain.client.read("/k/v1/app/settings.json", { app: "1" })).rejects.toBeInstanceOf(Error);
  });
});

describe("an app that the town has already", () => {
  it("is adopted by its id: it keeps what is its own, gets what it lacks, and is known without the id from then on", async () => {
    const made = await domain.client.write("POST", "/k/v1/preview/app.json", { name: "町の課題" });
    const app = textOf(memberOf(made, "app"));
    const own = { type: "SINGLE_LINE_TEXT", code: "own", label: "町の項目" };
    await domain.client.write("POST", "/k/v1/preview/app/form/fields.json", { app, properties: { own } });
    await domain.client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    const { environment } = domain.deployment([]);
    const issue = [smallApp("issue", { memo: text("メモ") })];
    await apply(domain.deployment(issue, { environment: { ...environment, apps: { issue: app } } }));
    expect(domain.platform.store.apps.list()).toHaveLength(1);
    const codes = domain.platform.store.apps.find(Number(app))?.live?.fields.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["own", "memo", "code"]));
    const lost = domain.deployment(issue, { state: openStateFile(join(domain.folder, "lost"), environment) });
    expect((await planDeployment(lost)).plan.steps).toEqual([]);
  });
});
