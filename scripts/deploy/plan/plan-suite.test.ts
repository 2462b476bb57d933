import { describe, expect, it } from "vitest";
import type { JsonObject } from "../client/json.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { ObservedApp, ObservedSuite } from "./observed-suite.ts";
import { planSuite } from "./plan-suite.ts";

const text = { type: "SINGLE_LINE_TEXT", label: "名称", required: true };

const rightNames = ["appEditable", "recordViewable", "recordAddable", "recordEditable", "recordDeletable"] as const;

/** A line's rights as kintone answers them: every one of them named. */
function rightsOf(...given: readonly (typeof rightNames)[number][]): Record<string, boolean> {
  return Object.fromEntries(rightNames.map((name) => [name, given.includes(name)]));
}

const rights = [
  { entity: { type: "CREATOR" }, ...rightsOf("appEditable", "recordViewable", "recordAddable", "recordEditable") },
  { entity: { type: "GROUP", code: "kachou" }, ...rightsOf("recordViewable", "recordEditable") },
  { entity: { type: "GROUP", code: "everyone" }, ...rightsOf() },
];

const layout = [{ type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code: "dept_code" }] }];

const view = { index: "0", type: "LIST", name: "一覧", fields: ["dept_code"], filterCond: "", sort: "" };

const dept: DesiredApp = {
  key: "dept",
  name: "組織",
  keyField: "dept_code",
  bodies: {
    settings: { name: "組織", description: "課の一覧 [machi-dx:dept]", theme: "BLUE" },
    permissions: { rights },
    fields: { properties: { dept_code: text } },
    layout: { layout },
    views: { views: { 一覧: view } },
  },
  plugins: [],
  settingsScript: null,
};

const action: DesiredApp = {
  ...dept,
  key: "action",
  name: "アクションプラン",
  keyField: "action_id",
  bodies: {
    settings: { name: "アクションプラン", description: "[machi-dx:action]" },
    permissions: { rights },
    fields: {
      properties: {
        action_id: text,
        dept_code: { ...text, lookup: { relatedApp: { app: "${app:dept}" } } },
      },
    },
    layout: { layout: [{ type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code: "action_id" }] }] },
    process: { enable: true, states: { 下書き: { name: "下書き", index: "0" } }, actions: [] },
    views: { views: { 工程表: { index: "0", type: "CUSTOM", name: "工程表" } } },
    "app-plugins": { ids: ["p".repeat(32)], names: { ["p".repeat(32)]: "工程表プラグイン" } },
    customize: { file: "machi-dx-settings-${hash}.js" },
  },
  plugins: ["roadmap"],
  settingsScript: 'globalThis.x = "${app:action}";',
};

const roadmap = {
  plugin: "roadmap",
  id: "p".repeat(32),
  version: "0.1.0",
  name: { ja: "工程表", en: "Road map" },
  build: "00000000",
  zip: "dist/plugins/roadmap.zip",
  sha256: "0",
};

const desired: DesiredSuite = {
  environment: "local",
  baseUrl: "http://localhost:1",
  deployer: "admin",
  isLocal: true,
  principals: [],
  apps: [dept, action],
  plugins: [roadmap],
  records: [{ app: "dept", kind: "records", records: [{ key: "D1", record: { dept_code: { value: "D1" } } }] }],
};

const empty: ObservedSuite = { apps: new Map(), plugins: new Map(), missingPrincipals: new Set() };

const liveDept: ObservedApp = {
  id: "5",
  revision: "9",
  liveRevision: "9",
  creator: "admin",
  areas: {
    ...dept.bodies,
    settings: { ...dept.bodies.settings, enableComments: true },
    fields: { properties: { dept_code: { ...text, code: "dept_code", noLabel: false } } },
    views: { views: { 一覧: { ...view, id: "77" } } },
  },
  recordKeys: new Set(["D1"]),
  isOwnDraft: false,
};

function withAreas(areas: ObservedApp["areas"]): Partial<ObservedApp> {
  return { areas: { ...liveDept.areas, ...areas } };
}

function withFields(properties: JsonObject): DesiredApp {
  return { ...dept, bodies: { ...dept.bodies, fields: { properties } } };
}

const onlyDept: DesiredSuite = { ...desired, apps: [dept], plugins: [] };

function observe(change: Partial<ObservedApp>): ObservedSuite {
  return { ...empty, apps: new Map([["dept", { ...liveDept, ...change }]]) };
}

describe("planSuite on an empty domain", () => {
  const plan = planSuite(desired, empty);

  it("creates, deploys plain fields, then adds what refers to other apps, and loads records last", () => {
    expect(plan.steps.map((step) => `${step.area}${step.app === null ? "" : ` ${step.app}`}`)).toEqual([
      "plugin",
      "app dept",
      "app action",
      "permissions dept",
      "permissions action",
      "fields dept",
      "fields action",
      "settings dept",
      "settings action",
      "deploy",
      "references action",
      "layout dept",
      "views dept",
      "process action",
      "layout action",
      "views action",
      "app-plugins action",
      "customize action",
      "deploy",
      "records dept",
    ]);
  });

  it("calls a plugin by its name", () => {
    const step = plan.steps.find(({ area }) => area === "app-plugins");
    expect(step?.summary).toBe("「アクションプラン」にプラグインを足す: 工程表プラグイン");
    expect(step?.requests[0]?.body).toMatchObject({ ids: ["p".repeat(32)] });
    expect(step?.requests[0]?.body).not.toHaveProperty("names");
  });

  it("chains revisions: every settings write names the one that the write before it answered", () => {
    const writes = plan.steps.flatMap((step) => (step.app === "action" ? step.requests : []));
    const settings = writes.filter((request) => request.keep?.["revision:action"] !== undefined).slice(1);
    expect(settings.length).toBe(9);
    expect(settings.every((request) => request.body["revision"] === "${revision:action}")).toBe(true);
  });

  it("sends kintone's own list under a name looked up when applied", () => {
    const bodies = plan.steps.filter((step) => step.app === "action").flatMap((step) => step.requests);
    expect(bodies.find((request) => request.path.endsWith("status.json"))?.body).toMatchObject({
      states: { 下書き: { name: "下書き" } },
    });
    expect(bodies.find((request) => request.path.endsWith("views.json"))?.body).toMatchObject({
      views: { 工程表: { index: "0" }, "${assignee-view:action}": { index: "1" } },
    });
  });

  it("is a pure value", () => {
    expect(planSuite(desired, empty)).toEqual(plan);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe("planSuite on a domain that is as declared", () => {
  it("plans nothing", () => {
    expect(planSuite(onlyDept, observe({})).steps).toEqual([]);
  });

  it("leaves fields, lists, options and layout rows alone that only the domain has", () => {
    const own = { type: "SINGLE_LINE_TEXT", code: "memo" };
    const plan = planSuite(
      onlyDept,
      observe(
        withAreas({
          fields: { properties: { dept_code: text, memo: own } },
          layout: { layout: [...layout, { type: "ROW", fields: [own] }] },
          views: { views: { 一覧: view, 自分用: { index: "1", type: "LIST", name: "自分用", id: "78" } } },
        }),
      ),
    );
    expect(plan.steps).toEqual([]);
  });
});

describe("planSuite on a domain that differs", () => {
  it("plans only a changed label, with the observed revision, and one deploy", () => {
    const relabelled = withFields({ dept_code: { ...text, label: "課のコード" } });
    const plan = planSuite({ ...onlyDept, apps: [relabelled] }, observe({}));
    expect(plan.steps.map((step) => step.requests)).toEqual([
      [
        {
          method: "PUT",
          path: "/k/v1/preview/app/form/fields.json",
          body: { app: "5", properties: { dept_code: { ...text, label: "課のコード" } }, revision: "9" },
          keep: { "revision:dept": "revision" },
        },
      ],
      [
        {
          method: "POST",
          path: "/k/v1/preview/app/deploy.json",
          body: { apps: [{ app: "5", revision: "${revision:dept}" }] },
        },
      ],
    ]);
  });

  it("sends options and lists that only the domain has along, so that kintone does not delete them", () => {
    const choice = { type: "DROP_DOWN", label: "区分", options: { A: { label: "A", index: "0" } } };
    const kind = { ...choice, label: "種類", options: { ...choice.options, Z: { label: "Z", index: "1" } } };
    const own = { index: "0", type: "LIST", name: "自分用", id: "78" };
    const plan = planSuite(
      { ...onlyDept, apps: [withFields({ dept_code: text, kind: choice })] },
      observe(withAreas({ fields: { properties: { dept_code: text, kind } }, views: { views: { 自分用: own } } })),
    );
    const bodies = plan.steps.flatMap((step) => step.requests.map((request) => request.body));
    expect(bodies[0]).toMatchObject({ properties: { kind: { options: { A: { index: "0" }, Z: { index: "1" } } } } });
    expect(bodies[1]).toMatchObject({ views: { 一覧: { index: "0" }, 自分用: { id: "78", index: "1" } } });
  });

  it("stops before a field whose type kintone cannot change", () => {
    const plan = planSuite(
      onlyDept,
      observe(withAreas({ fields: { properties: { dept_code: { ...text, type: "NUMBER" } } } })),
    );
    expect(plan.hazards).toMatchObject([{ level: "stop", app: "dept" }]);
  });

  it("stops before deploying somebody else's draft, and finishes its own", () => {
    const relabelled = withFields({ dept_code: { ...text, label: "課のコード" } });
    const foreign = observe({ revision: "10" });
    expect(planSuite({ ...onlyDept, apps: [relabelled] }, foreign).hazards).toMatchObject([{ level: "stop" }]);
    const untouched = planSuite(onlyDept, foreign);
    expect([untouched.steps, untouched.hazards]).toMatchObject([[], [{ level: "note" }]]);
    const own = planSuite(onlyDept, observe({ revision: "10", isOwnDraft: true }));
    expect(own.hazards).toEqual([]);
    expect(own.steps.map((step) => step.area)).toEqual(["deploy"]);
    expect(own.steps[0]?.requests[0]?.body).toEqual({ apps: [{ app: "5", revision: "10" }] });
  });

  it("deploys an app once that was created and never deployed", () => {
    const plan = planSuite(onlyDept, observe({ liveRevision: null, isOwnDraft: true }));
    expect(plan.steps.map((step) => step.area)).toEqual(["deploy"]);
  });

  it("adds only the records whose key is missing", () => {
    const records = ["D1", "D2"].map((key) => ({ key, record: { dept_code: { value: key } } }));
    const plan = planSuite({ ...onlyDept, records: [{ app: "dept", kind: "records", records }] }, observe({}));
    expect(plan.steps.flatMap((step) => step.requests)).toMatchObject([
      {
        path: "/k/v1/bulkRequest.json",
        body: { requests: [{ payload: { app: "5", records: [{ dept_code: { value: "D2" } }] } }] },
      },
    ]);
  });

  it("creates missing groups only on the local platform and stops elsewhere", () => {
    const principals = [{ type: "GROUP" as const, code: "kachou", name: "所属長" }];
    const observed = { ...observe({}), missingPrincipals: new Set(["GROUP:kachou"]) };
    expect(planSuite({ ...onlyDept, principals }, observed).steps[0]?.requests[0]?.path).toBe("/v1/groups.json");
    const remote = planSuite({ ...onlyDept, principals, isLocal: false }, observed);
    expect(remote.steps).toEqual([]);
    expect(remote.hazards[0]?.message).toContain("所属長(GROUP kachou)");
  });
});
