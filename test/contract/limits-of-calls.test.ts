import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let app = "";
/** Without a process: its views need no built-in one. */
let bare = "";

beforeAll(async () => {
  platform = await startTestPlatform();
  const client = platform.client();
  ({ app } = await client.app.addApp({ name: "上限" }));
  await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: { app, properties: { 題名: { type: "SINGLE_LINE_TEXT", code: "題名", label: "題名" } } },
  });
  await platform.call("PUT", "/k/v1/preview/app/status.json", {
    body: { app, enable: true, states: toStates(["未", "済"]), actions: [] },
  });
  await client.app.deployApp({ apps: [{ app }] });
  // A real domain takes its time.
  while ((await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status === "PROCESSING") {
    await setTimeout(1000);
  }
  await client.record.addRecord({ app, record: {} });
  ({ app: bare } = await client.app.addApp({ name: "一覧だけ" }));
});

afterAll(async () => {
  await platform.close();
});

function toStates(names: readonly string[]) {
  return Object.fromEntries(
    names.map((name, index) => [name, { name, index, assignee: { type: "ONE", entities: [] } }]),
  );
}

const letters = (count: number): string => "あ".repeat(count);
const list = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));
const query = (name: string, values: readonly (string | number)[]): string =>
  values.map((value, index) => `${name}[${index}]=${encodeURIComponent(value)}`).join("&");
const report = {
  chartType: "BAR",
  chartMode: "NORMAL",
  index: 0,
  groups: [{ code: "題名" }],
  aggregations: [{ type: "COUNT" }],
  sorts: [{ by: "TOTAL", order: "DESC" }],
  filterCond: "",
};

type Call = readonly [method: string, path: string, body?: object];

/** One more than kintone takes; where the limit itself can be sent as well, it stands behind it and must pass. */
const cases: readonly (readonly [name: string, over: () => Call, within?: () => Call])[] = [
  [
    "100 ids of apps",
    () => [
      "GET",
      `/k/v1/apps.json?${query(
        "ids",
        list(101, (id) => id + 1),
      )}`,
    ],
    () => [
      "GET",
      `/k/v1/apps.json?${query(
        "ids",
        list(100, (id) => id + 1),
      )}`,
    ],
  ],
  [
    "100 codes of apps",
    () => [
      "GET",
      `/k/v1/apps.json?${query(
        "codes",
        list(101, (id) => `c${id}`),
      )}`,
    ],
    () => [
      "GET",
      `/k/v1/apps.json?${query(
        "codes",
        list(100, (id) => `c${id}`),
      )}`,
    ],
  ],
  [
    "100 spaces of apps",
    () => [
      "GET",
      `/k/v1/apps.json?${query(
        "spaceIds",
        list(101, (id) => id + 1),
      )}`,
    ],
  ],
  [
    "64 characters of an app's code",
    () => ["GET", `/k/v1/apps.json?codes[0]=${"a".repeat(65)}`],
    () => ["GET", `/k/v1/apps.json?codes[0]=${"a".repeat(64)}`],
  ],
  [
    "64 characters of a name to look for",
    () => ["GET", `/k/v1/apps.json?name=${"a".repeat(65)}`],
    () => ["GET", `/k/v1/apps.json?name=${"a".repeat(64)}`],
  ],
  ["100 apps a page", () => ["GET", "/k/v1/apps.json?limit=101"], () => ["GET", "/k/v1/apps.json?limit=100"]],
  [
    "64 characters of an app's name",
    () => ["PUT", "/k/v1/preview/app/settings.json", { app, name: letters(65) }],
    () => ["PUT", "/k/v1/preview/app/settings.json", { app, name: letters(64) }],
  ],
  ["64 characters of a new app's name", () => ["POST", "/k/v1/preview/app.json", { name: letters(65) }]],
  [
    "10,000 characters of description",
    () => ["PUT", "/k/v1/preview/app/settings.json", { app, description: letters(10_001) }],
    () => ["PUT", "/k/v1/preview/app/settings.json", { app, description: letters(10_000) }],
  ],
  [
    "10,000 characters of notes",
    () => ["PUT", "/k/v1/preview/app/adminNotes.json", { app, content: letters(10_001) }],
    () => ["PUT", "/k/v1/preview/app/adminNotes.json", { app, content: letters(10_000) }],
  ],
  [
    "128 characters of a field's code",
    () => [
      "POST",
      "/k/v1/preview/app/form/fields.json",
      { app, properties: { [letters(129)]: { type: "NUMBER", code: letters(129), label: "x" } } },
    ],
    () => [
      "POST",
      "/k/v1/preview/app/form/fields.json",
      { app, properties: { [letters(128)]: { type: "NUMBER", code: letters(128), label: "x" } } },
    ],
  ],
  [
    "128 characters of a field's label",
    () => [
      "POST",
      "/k/v1/preview/app/form/fields.json",
      { app, properties: { 長い名: { type: "NUMBER", code: "長い名", label: letters(129) } } },
    ],
  ],
  [
    "100 fields deleted",
    () => ["DELETE", "/k/v1/preview/app/form/fields.json", { app, fields: list(101, () => "題名") }],
  ],
  [
    "64 characters of a view's name",
    () => [
      "PUT",
      "/k/v1/preview/app/views.json",
      { app: bare, views: { [letters(65)]: { type: "LIST", name: letters(65), index: 0, fields: [] } } },
    ],
  ],
  [
    "64 characters of a state's name",
    () => ["PUT", "/k/v1/preview/app/status.json", { app, states: toStates(["未", letters(65)]) }],
  ],
  [
    "64 characters of an action's name",
    () => ["PUT", "/k/v1/preview/app/status.json", { app, actions: [{ name: letters(65), from: "未", to: "済" }] }],
  ],
  [
    "64 characters of a graph's name",
    () => [
      "PUT",
      "/k/v1/preview/app/reports.json",
      { app, reports: { [letters(65)]: { ...report, name: letters(65) } } },
    ],
  ],
  [
    "3 groups of a graph",
    () => [
      "PUT",
      "/k/v1/preview/app/reports.json",
      { app, reports: { g: { ...report, name: "g", groups: list(4, () => ({ code: "題名" })) } } },
    ],
  ],
  [
    "10 aggregations of a graph",
    () => [
      "PUT",
      "/k/v1/preview/app/reports.json",
      {
        app,
        reports: { g: { ...report, name: "g", chartType: "TABLE", aggregations: list(11, () => ({ type: "COUNT" })) } },
      },
    ],
  ],
  [
    "30 files of a customization",
    () => [
      "PUT",
      "/k/v1/preview/app/customize.json",
      { app, desktop: { js: list(31, (index) => ({ type: "URL", url: `https://example.jp/${index}.js` })) } },
    ],
    () => [
      "PUT",
      "/k/v1/preview/app/customize.json",
      { app, desktop: { js: list(30, (index) => ({ type: "URL", url: `https://example.jp/${index}.js` })) } },
    ],
  ],
  ["300 apps deployed", () => ["POST", "/k/v1/preview/app/deploy.json", { apps: list(301, () => ({ app })) }]],
  [
    "100 characters of a reminder's title",
    () => [
      "PUT",
      "/k/v1/preview/app/notifications/perRecord.json",
      { app, notifications: [{ filterCond: "", title: letters(101), targets: [] }] },
    ],
  ],
  [
    "100 records evaluated",
    () => [
      "GET",
      `/k/v1/records/acl/evaluate.json?app=${app}&${query(
        "ids",
        list(101, () => 1),
      )}`,
    ],
  ],
  [
    "65,535 characters of a comment",
    () => ["POST", "/k/v1/record/comment.json", { app, record: 1, comment: { text: "a".repeat(65_536) } }],
  ],
  [
    "10 mentions in a comment",
    () => [
      "POST",
      "/k/v1/record/comment.json",
      { app, record: 1, comment: { text: "a", mentions: list(11, () => ({ code: platform.me.code, type: "USER" })) } },
    ],
  ],
  [
    "10 comments a page",
    () => ["GET", `/k/v1/record/comments.json?app=${app}&record=1&limit=11`],
    () => ["GET", `/k/v1/record/comments.json?app=${app}&record=1&limit=10`],
  ],
  [
    "100 assignees",
    () => ["PUT", "/k/v1/record/assignees.json", { app, id: 1, assignees: list(101, (index) => `u${index}`) }],
  ],
  ["500 records a page of a cursor", () => ["POST", "/k/v1/records/cursor.json", { app, size: 501 }]],
  [
    "20 calls in a bulk request",
    () => [
      "POST",
      "/k/v1/bulkRequest.json",
      { requests: list(21, () => ({ method: "POST", api: "/k/v1/record.json", payload: { app } })) },
    ],
  ],
];

describe("one call", () => {
  const evidence = documented("official description of the parameters; help: limits; fact sheet §11");

  fact.each(cases.map(([name, over, within]) => ({ name, over, within })))(
    "takes no more than $name",
    { evidence },
    async ({ over, within }) => {
      const [method, path, body] = over();
      const refused = await platform.call(method, path, body === undefined ? {} : { body });
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining("CB_VA01")]);
      if (within !== undefined) {
        const [verb, at, sent] = within();
        expect((await platform.call(verb, at, sent === undefined ? {} : { body: sent })).status).toBe(200);
      }
    },
  );
});
