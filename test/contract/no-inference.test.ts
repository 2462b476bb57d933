import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Two domains that differ in nothing but what 担当 may not see: values of hidden fields, a field that is hidden in some records, hidden
// columns of a table, whole records, a whole app. Whatever 担当 asks, both domains must give the same answer, so there is nothing to
// infer. 課長 asks the same, to show that the doors do lead to what differs.

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let chief: KintoneRestAPIClient;
let worlds: readonly World[] = [];

const isBuilt = existsSync(resolve(import.meta.dirname, "../../dist/platform/page.js"));
const everyone = { type: "GROUP", code: "everyone" } as const;
const all = { viewable: true, editable: true, deletable: true };

type World = {
  readonly platform: TestPlatform;
  readonly app: string;
  /** Lookups and related records of the app. */
  readonly other: string;
  /** An app of which 担当 has no right at all. */
  readonly closed: string;
  readonly space: string;
};

/** What differs: wages by record, an own note, costs in rows, the hidden record's name and comment, the closed app's name. */
type Secrets = {
  readonly wages: readonly [number, number, number];
  readonly former: number;
  readonly file: string;
  readonly note: string;
  readonly costs: readonly [number, number];
  readonly hidden: readonly string[];
  readonly closed: string;
};

const secrets: readonly Secrets[] = [
  { wages: [100, 300, 200], former: 5, file: "赤", note: "秘甲", costs: [1, 9], hidden: ["朱雀"], closed: "丹波" },
  {
    wages: [300, 100, 250],
    former: 8,
    file: "青",
    note: "秘乙",
    costs: [9, 1],
    hidden: ["玄武", "青龍"],
    closed: "播磨",
  },
];

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const number = (code: string) => ({ [code]: { type: "NUMBER", code, label: code } });

async function addApp(name: string, properties: object, space?: string): Promise<string> {
  const { app } = await admin.app.addApp({ name, ...(space !== undefined && { space }) });
  const added = await platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
  expect(added.status).toBe(200);
  await admin.app.deployApp({ apps: [{ app }] });
  return app;
}

async function putAcl(kind: "app" | "record" | "field", app: string, rights: unknown): Promise<void> {
  const { status, body } = await platform.call("PUT", `/k/v1/${kind}/acl.json`, { body: { app, rights } });
  expect([status, body]).toMatchObject([200, {}]);
}

const chiefWrites = { accessibility: "WRITE", entity: { type: "USER", code: "kachou" } };

async function addWorld(secret: Secrets): Promise<World> {
  const member = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
  const { id: space } = await admin.space.addSpaceFromTemplate({ id: 1, name: "広場", members: [member] });
  const app = await addApp(
    "名簿",
    {
      ...text("名", { unique: true }),
      ...text("番号", { unique: true }),
      ...text("個人"),
      ...number("給与"),
      添付: { type: "FILE", code: "添付", label: "添付" },
      区分: {
        type: "DROP_DOWN",
        code: "区分",
        label: "区分",
        options: { 公: { label: "公", index: 0 }, 秘: { label: "秘", index: 1 } },
      },
      明細: { type: "SUBTABLE", code: "明細", label: "明細", fields: { ...text("品"), ...number("原価") } },
    },
    String(space),
  );
  const lookup = (fieldMappings: readonly object[], more: object = {}) => ({
    relatedApp: { app },
    relatedKeyField: "名",
    fieldMappings,
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
    ...more,
  });
  const other = await addApp("手当", {
    ...number("写し"),
    ...text("写し名"),
    ...text("鍵", { lookup: lookup([{ field: "写し", relatedField: "給与" }]) }),
    ...text("名の鍵", { lookup: lookup([{ field: "写し名", relatedField: "個人" }]) }),
    ...text("鍵だけ", { lookup: lookup([]) }),
  });
  const closed = await addApp(secret.closed, text(secret.closed), String(space));
  await chief.record.addRecord({ app: closed, record: { [secret.closed]: { value: secret.closed } } });
  await fill(app, secret);
  await putAcl("field", app, [
    ...["給与", "添付", "番号", "原価"].map((code) => ({ code, entities: [chiefWrites] })),
    {
      code: "個人",
      entities: [
        { accessibility: "WRITE", entity: { type: "FIELD_ENTITY", code: "作成者" } },
        { accessibility: "NONE", entity: everyone },
      ],
    },
    { code: "更新者", entities: [{ ...chiefWrites, accessibility: "READ" }] },
    { code: "更新日時", entities: [{ ...chiefWrites, accessibility: "READ" }] },
  ]);
  await putAcl("record", app, [
    { filterCond: '区分 in ("秘")', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
  ]);
  await putAcl("app", app, [
    {
      entity: everyone,
      recordViewable: true,
      recordAddable: true,
      recordEditable: true,
      recordDeletable: true,
      recordImportable: true,
      recordExportable: true,
    },
  ]);
  await putAcl("app", closed, [
    { entity: { type: "USER", code: "kachou" }, recordViewable: true, recordAddable: true },
  ]);
  return { platform, app, other, closed, space: String(space) };
}

/** Records 1 to 3 are open with hidden values, 4 and on are hidden: there may be more of them in one world. */
async function fill(app: string, secret: Secrets): Promise<void> {
  const { fileKey } = await chief.file.uploadFile({ file: { name: `${secret.file}.txt`, data: secret.file } });
  await chief.record.addRecords({
    app,
    records: [
      ...secret.wages.map((給与, index) => ({
        名: { value: `職員${index + 1}` },
        番号: { value: `${secret.note}${index}` },
        個人: { value: `${secret.note}${index}` },
        給与: { value: 給与 },
        区分: { value: "公" },
        添付: { value: index === 0 ? [{ fileKey }] : [] },
        明細: {
          value: secret.costs.map((原価, at) => ({ value: { 品: { value: `品${at}` }, 原価: { value: 原価 } } })),
        },
      })),
      ...secret.hidden.map((名) => ({ 名: { value: 名 }, 区分: { value: "秘" }, 給与: { value: 1 } })),
    ],
  });
  await chief.record.updateRecord({ app, id: 1, record: { 給与: { value: secret.former } } });
  await chief.record.updateRecord({
    app,
    id: 1,
    record: { 給与: { value: secret.wages[0] }, 名: { value: "職員一" } },
  });
  await chief.record.addRecordComment({ app, record: 1, comment: { text: "公開の覚え" } });
  await chief.record.addRecordComment({
    app,
    record: 4,
    comment: { text: secret.note, mentions: [{ type: "USER", code: "tantou" }] },
  });
}

beforeAll(async () => {
  const made: World[] = [];
  for (const secret of secrets) {
    platform = await startTestPlatform({ now: () => new Date("2026-04-01T00:00:00Z") });
    const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
    await platform.call("POST", "/v1/users.json", { body: { users } });
    admin = platform.client();
    chief = platform.client("kachou");
    made.push(await addWorld(secret));
  }
  worlds = made;
}, 60_000);

afterAll(async () => {
  for (const world of worlds) {
    await world.platform.close();
  }
});

type Door = {
  readonly name: string;
  readonly path: string;
  readonly method?: string;
  readonly body?: object;
  /** What is asked for does not differ for 課長 either, or not in every answer. */
  readonly alike?: true;
};

function fillIn(template: string, { app, other, closed, space }: World): string {
  return template
    .replaceAll("{app}", app)
    .replaceAll("{other}", other)
    .replaceAll("{closed}", closed)
    .replaceAll("{space}", space);
}

/** Without what is one domain's own by chance: the port, and keys that are drawn. */
function withoutChance(answer: string): string {
  return answer.replaceAll(/localhost:\d+/gu, "localhost").replaceAll(/"(id|fileKey)":"[^"]{20,}"/gu, '"$1":"drawn"');
}

async function ask({ method = "GET", path, body }: Door, login: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const world of worlds) {
    const sent: unknown = body === undefined ? undefined : JSON.parse(fillIn(JSON.stringify(body), world));
    const { status, body: answer } = await world.platform.call(method, fillIn(path, world), {
      login,
      ...(sent !== undefined && { body: sent }),
    });
    // The id of a refusal is drawn too; of a record it is not.
    const { id: _, ...told } = Object(answer);
    answers.push(withoutChance(JSON.stringify([status, status === 200 ? answer : told])));
  }
  return answers;
}

const list = (query: string, more = ""): string =>
  `/k/v1/records.json?app={app}&totalCount=true${more}&query=${encodeURIComponent(query)}`;
const search = (keywords: readonly string[], operator = "AND", more: object = {}): object => ({
  query: [{ operator, keywords }],
  scopes: [{ scope: "APP", ids: ["{app}", "{closed}"] }],
  ...more,
});

const doors: readonly Door[] = [
  { name: "a record with hidden values", path: "/k/v1/record.json?app={app}&id=1" },
  { name: "all records and their number", path: list("") },
  { name: "some fields, hidden ones among them", path: list("", "&fields[0]=給与&fields[1]=個人&fields[2]=名") },
  { name: "a condition on a hidden field", path: list("給与 > 150") },
  { name: "a condition on a hidden field beside an open one", path: list('名 like "職員" or 給与 > 150') },
  { name: "a condition on a hidden column of a table", path: list("原価 > 5") },
  { name: "a condition on a hidden attachment", path: list('添付 like "赤"'), alike: true },
  { name: "an order by a hidden field", path: list("order by 給与 asc") },
  { name: "an order by a hidden field after an open one", path: list("order by 区分 asc, 給与 desc") },
  { name: "a condition on what is hidden in these records", path: list('個人 = "秘甲0"') },
  { name: "the opposite of a condition on what is hidden in these records", path: list('個人 != "秘甲0"') },
  { name: "part of what is hidden in these records", path: list('個人 like "秘甲"') },
  { name: "not part of what is hidden in these records", path: list('個人 not like "秘甲0"') },
  { name: "an order by what is hidden in these records", path: list("order by 個人 desc") },
  { name: "a condition on who changed a record", path: list('更新者 in ("kachou")'), alike: true },
  { name: "hidden records by their name", path: list('名 in ("朱雀")') },
  { name: "all but a hidden record", path: list('名 not in ("朱雀")') },
  { name: "a page behind the open records", path: list("order by $id asc limit 10 offset 3") },
  { name: "hidden records by what they are", path: list('区分 in ("秘")') },
  { name: "a hidden record by its id", path: "/k/v1/record.json?app={app}&id=4" },
  { name: "the comments of a hidden record", path: "/k/v1/record/comments.json?app={app}&record=4" },
  { name: "the comments of an open record", path: "/k/v1/record/comments.json?app={app}&record=1", alike: true },
  {
    name: "what one may do with records",
    path: "/k/v1/records/acl/evaluate.json?app={app}&ids[0]=1&ids[1]=4",
    alike: true,
  },
  { name: "the history of a record", path: "/k/platform/record/history.json?app={app}&id=1" },
  { name: "the history of a hidden record", path: "/k/platform/record/history.json?app={app}&id=4", alike: true },
  { name: "the neighbours of a record", path: "/k/platform/record/neighbours.json?app={app}&id=3" },
  {
    name: "the neighbours in an order by what is hidden",
    path: `/k/platform/record/neighbours.json?app={app}&id=3&query=${encodeURIComponent("order by 給与 asc")}`,
  },
  {
    name: "the neighbours in an order by what is hidden in these records",
    path: `/k/platform/record/neighbours.json?app={app}&id=3&query=${encodeURIComponent("order by 個人 asc")}`,
  },
  { name: "the totals of a hidden column", path: "/k/platform/list/totals.json?app={app}&fields[0]=給与" },
  { name: "the form", path: "/k/v1/app/form/fields.json?app={app}", alike: true },
  { name: "the graphs' settings", path: "/k/v1/app/reports.json?app={app}", alike: true },
  { name: "a closed app", path: "/k/v1/app.json?id={closed}" },
  { name: "the form of a closed app", path: "/k/v1/app/form/fields.json?app={closed}" },
  { name: "the list of apps by id", path: "/k/v1/apps.json?ids[0]={app}&ids[1]={closed}" },
  { name: "the list of apps by name", path: `/k/v1/apps.json?name=${encodeURIComponent("丹波")}` },
  { name: "the apps of a space", path: "/k/v1/space.json?id={space}" },
  { name: "the records of a closed app", path: "/k/v1/records.json?app={closed}&totalCount=true" },
  { name: "a record of a closed app", path: "/k/v1/record.json?app={closed}&id=1" },
  { name: "the numbers of apps", path: "/k/v1/apps/statistics.json", alike: true },
  { name: "the search for a hidden value", method: "POST", path: "/k/v1/search.json", body: search(["300"]) },
  {
    name: "the search for a value of these records",
    method: "POST",
    path: "/k/v1/search.json",
    body: search(["秘甲0"]),
  },
  {
    name: "the search for records without a hidden value",
    method: "POST",
    path: "/k/v1/search.json",
    body: {
      ...search([]),
      query: [
        { operator: "AND", keywords: ["職員"] },
        { operator: "NOT", keywords: ["秘甲0"] },
      ],
    },
  },
  {
    name: "the search for hidden records",
    method: "POST",
    path: "/k/v1/search.json",
    body: search(["朱雀", "玄武"], "OR"),
  },
  { name: "the search for a closed app's records", method: "POST", path: "/k/v1/search.json", body: search(["丹波"]) },
  { name: "the search for a hidden file", method: "POST", path: "/k/v1/search.json", body: search(["赤.txt"]) },
  { name: "the search for a hidden comment", method: "POST", path: "/k/v1/search.json", body: search(["秘甲"]) },
  { name: "a cursor over all records", method: "POST", path: "/k/v1/records/cursor.json", body: { app: "{app}" } },
  {
    name: "a cursor over a condition on a hidden field",
    method: "POST",
    path: "/k/v1/records/cursor.json",
    body: { app: "{app}", query: "給与 > 240" },
    alike: true,
  },
  {
    name: "a lookup that copies a hidden field",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 鍵: { value: "職員2" } } },
    alike: true,
  },
  {
    name: "a lookup that copies what is hidden in this record",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 名の鍵: { value: "職員2" } } },
    alike: true,
  },
  {
    name: "a lookup of a hidden record",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 鍵だけ: { value: "朱雀" } } },
  },
  {
    name: "the records that a related-records field lists, by a condition on what they hide",
    path: list('名 = "職員2" and (給与 > 150) order by $id desc limit 5'),
  },
  {
    name: "an empty change of a record with hidden values",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", id: 2, record: {} },
    alike: true,
  },
  {
    name: "a change by a hidden key",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", updateKey: { field: "番号", value: "秘甲1" }, record: {} },
  },
  {
    name: "a change of a hidden record by an open key",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", updateKey: { field: "名", value: "朱雀" }, record: {} },
  },
  {
    name: "a change of a hidden record with a revision that is not its own",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", id: 4, revision: 77, record: {} },
    alike: true,
  },
];

describe("someone without the right infers nothing from", () => {
  fact.each(doors)(
    "$name",
    { evidence: own("no inference, by two worlds that differ in the hidden alone") },
    async (door) => {
      const [one, other] = await ask(door, "tantou");
      expect(one).toBe(other);
      // A refusal repeats what was asked for.
      const asked = JSON.stringify(door) + decodeURIComponent(door.path);
      for (const hidden of ["秘甲", "秘乙", "朱雀", "玄武", "丹波", "播磨", "赤", "青"]) {
        expect(asked.includes(hidden) || !one?.includes(hidden)).toBe(true);
      }
      const [seen, alsoSeen] = await ask(door, "kachou");
      if (door.alike !== true) {
        expect(seen).not.toBe(alsoSeen);
      }
    },
  );
});

async function readHistory(login: string): Promise<unknown> {
  const [world] = worlds;
  const path = `/k/platform/record/history.json?app=${world?.app}&id=1`;
  return (await world?.platform.call("GET", path, { login }))?.body;
}

describe("fields of the system that are hidden", () => {
  fact(
    "are not told by the history either",
    { evidence: own("no inference: who changed a record, and when") },
    async () => {
      expect(await readHistory("tantou")).toMatchObject({
        versions: [{ by: { code: "", name: "" }, at: "", changes: [{ code: "名" }] }],
        created: { by: { code: "kachou" }, at: "2026-04-01T00:00:00Z" },
      });
      expect(await readHistory("kachou")).toMatchObject({
        versions: [{ by: { code: "kachou" } }, { by: { code: "kachou" } }],
      });
    },
  );
});

describe("what was read before the right was taken away", () => {
  fact(
    "is not read on through a cursor, a notice or a file",
    { evidence: own("every call asks for the rights of its moment") },
    async () => {
      const app = await addApp("移る", {
        ...text("名"),
        ...text("秘"),
        添付: { type: "FILE", code: "添付", label: "添付" },
      });
      const staff = platform.client("tantou");
      const { fileKey } = await chief.file.uploadFile({ file: { name: "a.txt", data: "中" } });
      await chief.record.addRecords({
        app,
        records: [
          { 名: { value: "一" }, 秘: { value: "乾坤" }, 添付: { value: [{ fileKey }] } },
          { 名: { value: "二" }, 秘: { value: "乾坤" } },
        ],
      });
      const mentions = [{ type: "USER" as const, code: "tantou" }];
      await chief.record.addRecordComment({ app, record: 2, comment: { text: "乾坤の件", mentions } });
      const cursor = await staff.record.createCursor({ app, size: 1, query: "order by $id asc" });
      expect(JSON.stringify(await staff.record.getRecordsByCursor({ id: cursor.id }))).toContain("乾坤");
      const inbox = async (): Promise<string> =>
        JSON.stringify((await platform.call("GET", "/k/platform/inbox.json", { login: "tantou" })).body);
      expect(await inbox()).toContain("乾坤");
      const { record } = await staff.record.getRecord({ app, id: 1 });
      const stored = /"fileKey":"([^"]+)"/u.exec(JSON.stringify(record))?.[1] ?? "";
      await expect(staff.file.downloadFile({ fileKey: stored })).resolves.toBeDefined();
      await putAcl(
        "field",
        app,
        ["秘", "添付"].map((code) => ({ code, entities: [chiefWrites] })),
      );
      expect(JSON.stringify(await staff.record.getRecordsByCursor({ id: cursor.id }))).not.toContain("乾坤");
      await expect(staff.file.downloadFile({ fileKey: stored })).rejects.toMatchObject({ status: 403 });
      await putAcl("record", app, [
        { filterCond: '名 = "二"', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
      ]);
      expect(await inbox()).not.toContain("乾坤");
      await chief.record.addRecordComment({ app, record: 2, comment: { text: "乾坤の次", mentions } });
      expect(await inbox()).not.toContain("乾坤");
    },
  );
});

async function signIn({ url }: TestPlatform, login: string): Promise<string> {
  const page = await fetch(`${url}/login`);
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const csrf = /name="csrf" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: url },
    body: new URLSearchParams({ login, password: login, csrf }),
  });
  const session = answer.headers.getSetCookie().find((value) => value.startsWith("kp_session="));
  return session?.split(";")[0] ?? "";
}

describe.skipIf(!isBuilt)("pages", () => {
  const pages: readonly Door[] = [
    { name: "the CSV of all records", path: "/k/{app}/csv" },
    { name: "the CSV of hidden columns", path: `/k/{app}/csv?fields=${encodeURIComponent("名,給与,個人,原価")}` },
    { name: "the CSV by a condition on a hidden field", path: `/k/{app}/csv?q=${encodeURIComponent("給与 > 150")}` },
    { name: "the CSV by a hidden order", path: `/k/{app}/csv?q=${encodeURIComponent("order by 給与 asc")}` },
    {
      name: "the CSV by what is hidden in these records",
      path: `/k/{app}/csv?q=${encodeURIComponent('個人 like "秘甲"')}`,
    },
    { name: "the CSV of a closed app", path: "/k/{closed}/csv", alike: true },
  ];
  fact.each(pages)("tell nothing by $name", { evidence: own("no inference: pages") }, async ({ path, alike }) => {
    const read = async (login: string): Promise<readonly string[]> => {
      const texts: string[] = [];
      for (const world of worlds) {
        const cookie = await signIn(world.platform, login);
        const answer = await fetch(world.platform.url + fillIn(path, world), {
          headers: { cookie },
          redirect: "manual",
        });
        const isCsv = answer.headers.get("content-type")?.startsWith("text/csv") === true;
        texts.push(`${answer.status} ${isCsv ? await answer.text() : ""}`);
      }
      return texts;
    };
    const [one, other] = await read("tantou");
    expect(one).toBe(other);
    const [seen, alsoSeen] = await read("kachou");
    if (alike !== true) {
      expect(seen).not.toBe(alsoSeen);
    }
  });
});
