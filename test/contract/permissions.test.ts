import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Shapes, defaults and the order of priority are those of the reference and of the help pages app_rights and
// app_rights_example; what a case only assumes of kintone says so.

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let staff: KintoneRestAPIClient;
let chief: KintoneRestAPIClient;

const refused = { code: "CB_NO02", status: 403 };
const all = { viewable: true, editable: true, deletable: true };
const everyone = { type: "GROUP", code: "everyone" } as const;

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "staff", name: "担当" }] } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "tantou", groups: ["staff"] } });
  await platform.call("POST", "/v1/organizations.json", {
    body: {
      organizations: [
        { code: "yakuba", name: "役場" },
        { code: "somu", name: "総務課", parentCode: "yakuba" },
      ],
    },
  });
  await platform.call("PUT", "/v1/user/organizations.json", { body: { code: "tantou", organizations: ["somu"] } });
  admin = platform.client();
  staff = platform.client("tantou");
  chief = platform.client("kachou");
});

afterAll(async () => {
  await platform.close();
});

type Properties = Readonly<Record<string, object>>;

async function addApp(name: string, properties: Properties = {}): Promise<string> {
  const { app } = await admin.app.addApp({ name });
  if (Object.keys(properties).length > 0) {
    const body = { app, properties };
    await platform.call("POST", "/k/v1/preview/app/form/fields.json", { body });
  }
  await admin.app.deployApp({ apps: [{ app }] });
  return app;
}

function text(code: string, more: object = {}): Properties {
  return { [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more } };
}

async function putLive(kind: "app" | "record" | "field", app: string, rights: unknown): Promise<void> {
  const { status, body } = await platform.call("PUT", `/k/v1/${kind}/acl.json`, { body: { app, rights } });
  expect([status, body]).toEqual([200, { revision: expect.stringMatching(/^\d+$/u) }]);
}

describe("the permissions of a new app", () => {
  fact(
    "allow its creator everything and everyone to view, add, edit and delete",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("新規");
      const { rights, revision } = await admin.app.getAppAcl({ app });
      expect(revision).toBe("2");
      const line = { includeSubs: false, recordViewable: true, recordAddable: true, recordEditable: true };
      expect(rights).toEqual([
        {
          ...line,
          entity: { type: "CREATOR", code: null },
          appEditable: true,
          recordDeletable: true,
          recordImportable: true,
          recordExportable: true,
        },
        {
          ...line,
          entity: everyone,
          appEditable: false,
          recordDeletable: true,
          recordImportable: false,
          recordExportable: false,
        },
      ]);
      expect(await admin.app.getRecordAcl({ app })).toEqual({ rights: [], revision });
      expect(await admin.app.getFieldAcl({ app, preview: true })).toEqual({ rights: [], revision });
      await expect(staff.app.getAppAcl({ app })).rejects.toMatchObject(refused);
    },
  );
});

describe("changed permissions", () => {
  fact(
    "wait below /preview for the deploy and can be reverted",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("準備");
      const { revision } = await admin.app.updateAppAcl({
        app,
        revision: 2,
        rights: [{ entity: { type: "USER", code: "kachou" }, recordViewable: true }],
      });
      expect(revision).toBe("3");
      expect((await admin.app.getAppAcl({ app })).rights).toHaveLength(2);
      expect((await admin.app.getAppAcl({ app, preview: true })).rights).toHaveLength(1);
      await expect(staff.record.getRecords({ app })).resolves.toHaveProperty("records");
      await admin.app.deployApp({ apps: [{ app }], revert: true });
      expect((await admin.app.getAppAcl({ app, preview: true })).rights).toHaveLength(2);
      const stale = admin.app.updateAppAcl({ app, revision: 2, rights: [] });
      await expect(stale).rejects.toMatchObject({ code: "GAIA_CO02", status: 409 });
    },
  );

  fact(
    "are live at once on the live path, together with all that is prepared",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("即時");
      await admin.app.updateAppSettings({ app, name: "即時の新しい名前" });
      await putLive("app", app, [{ entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true }]);
      expect(await admin.app.getApp({ id: app })).toMatchObject({ name: "即時の新しい名前" });
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "put the line for everyone last and fill in what was not sent",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("順番");
      await putLive("app", app, [
        { entity: everyone, recordViewable: "true" },
        {
          entity: { type: "ORGANIZATION", code: "yakuba" },
          includeSubs: true,
          appEditable: true,
          recordViewable: true,
        },
        { entity: { type: "USER", code: "admin" }, includeSubs: true },
      ]);
      const { rights } = await admin.app.getAppAcl({ app });
      expect(rights.map(({ entity, includeSubs }) => [entity.code, includeSubs])).toEqual([
        ["yakuba", true],
        ["admin", false],
        ["everyone", false],
      ]);
      expect(rights[2]).toMatchObject({ recordViewable: true, recordAddable: false, appEditable: false });
      // The organization below has what the one above has: the member manages the app now.
      await expect(staff.app.getAppAcl({ app })).resolves.toHaveProperty("rights");
      await expect(staff.app.updateAppSettings({ app, theme: "BLUE" })).resolves.toHaveProperty("revision");
      await expect(staff.app.deployApp({ apps: [{ app }] })).resolves.toEqual({});
      await expect(chief.app.updateAppSettings({ app, theme: "RED" })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "follow a field's new code and let go of a deleted field",
    { evidence: guess("settings follow a new field code"), needs: "people" },
    async () => {
      const app = await addApp("改名", { ...text("旧"), ...text("消す") });
      const entities = [{ accessibility: "READ", entity: everyone }];
      await putLive("field", app, [
        { code: "旧", entities },
        { code: "消す", entities },
      ]);
      await putLive("record", app, [{ filterCond: '旧 = "x"', entities: [{ entity: everyone, viewable: true }] }]);
      await admin.app.updateFormFields({ app, properties: { 旧: { type: "SINGLE_LINE_TEXT", code: "新" } } });
      await admin.app.deleteFormFields({ app, fields: ["消す"] });
      const { rights } = await admin.app.getFieldAcl({ app, preview: true });
      expect(rights.map(({ code }) => code)).toEqual(["新"]);
      expect((await admin.app.getRecordAcl({ app, preview: true })).rights[0]?.filterCond).toBe('新 = "x"');
      // Assumed: a field that a condition needs cannot be deleted.
      await expect(admin.app.deleteFormFields({ app, fields: ["新"] })).rejects.toMatchObject({ code: "CB_VA01" });
    },
  );

  const line = { entity: everyone, accessibility: "READ" };
  fact.each([
    ["rights that are missing", "app", undefined, { code: "CB_VA01", errors: { rights: expect.anything() } }],
    ["a line without an entity", "app", [{}], { errors: { "rights[0].entity": expect.anything() } }],
    ["an unknown kind of entity", "app", [{ entity: { type: "ROBOT", code: "x" } }], { code: "CB_VA01" }],
    ["an unknown user", "app", [{ entity: { type: "USER", code: "x" } }], { code: "GAIA_IL26" }],
    ["an unknown organization", "app", [{ entity: { type: "ORGANIZATION", code: "x" } }], { code: "GAIA_IL28" }],
    ["editing without viewing", "app", [{ entity: everyone, recordEditable: true }], { code: "CB_VA01" }],
    ["importing without adding", "app", [{ entity: everyone, recordImportable: true }], { code: "CB_VA01" }],
    ["a flag that is none", "app", [{ entity: everyone, recordViewable: 3 }], { code: "CB_VA01" }],
    ["rules without entities", "record", [{ filterCond: "" }], { code: "CB_VA01" }],
    ["an unreadable condition", "record", [{ filterCond: "名 ==", entities: [] }], { code: "CB_VA01" }],
    ["a condition on no field", "record", [{ filterCond: '無い = "x"', entities: [] }], { code: "GAIA_IQ11" }],
    [
      "deleting without viewing",
      "record",
      [{ entities: [{ entity: everyone, deletable: true }] }],
      { code: "CB_VA01" },
    ],
    [
      "a field that names nobody",
      "record",
      [{ entities: [{ entity: { type: "FIELD_ENTITY", code: "名" } }] }],
      { code: "CB_VA01" },
    ],
    ["an unknown field", "field", [{ code: "無い", entities: [line] }], { code: "GAIA_FC01" }],
    ["an unknown level", "field", [{ code: "名", entities: [{ ...line, accessibility: "ALL" }] }], { code: "CB_VA01" }],
    ["the status, which nobody locks", "field", [{ code: "ステータス", entities: [line] }], { code: "CB_VA01" }],
  ])(
    "are refused with %s",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async (_, kind, rights, expected) => {
      const app = await addApp("検査", text("名"));
      const { status, body } = await platform.call("PUT", `/k/v1/preview/${kind}/acl.json`, { body: { app, rights } });
      expect(status).toBe(400);
      expect(body).toMatchObject(expected);
    },
  );
});

describe("an app that someone may not see", () => {
  fact(
    "is in no list and not there, and its records are refused",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("秘密のアプリ", text("名"));
      await admin.record.addRecord({ app, record: { 名: { value: "a" } } });
      await putLive("app", app, [{ entity: { type: "CREATOR" }, recordViewable: true, appEditable: true }]);
      expect((await staff.app.getApps({ name: "秘密" })).apps).toEqual([]);
      await expect(staff.app.getApp({ id: app })).rejects.toMatchObject({ code: "GAIA_AP01", status: 404 });
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(staff.record.addRecord({ app, record: {} })).rejects.toMatchObject(refused);
      await expect(staff.app.getFormFields({ app })).rejects.toMatchObject(refused);
      expect((await admin.app.getApps({ name: "秘密" })).apps).toHaveLength(1);
    },
  );

  fact(
    "stays manageable for system administrators, whose records the lines still rule",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("管理だけ", text("名"));
      await putLive("app", app, [{ entity: { type: "USER", code: "kachou" }, recordViewable: true }]);
      await expect(admin.app.getAppAcl({ app })).resolves.toHaveProperty("rights");
      await expect(admin.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(chief.record.getRecords({ app })).resolves.toEqual({ records: [], totalCount: null });
      await expect(chief.record.addRecord({ app, record: {} })).rejects.toMatchObject(refused);
    },
  );
});

const secret = "9876543";

/** Records 1 (open), 2 (closed to 担当), both with values of hidden fields; everything by the chief. */
async function addGuarded(): Promise<{ app: string; other: string; file: string }> {
  const app = await addApp("名簿", {
    ...text("名", { unique: true }),
    ...text("番号", { unique: true }),
    ...text("個人"),
    ...text("メモ"),
    給与: { type: "NUMBER", code: "給与", label: "給与" },
    添付: { type: "FILE", code: "添付", label: "添付" },
    区分: {
      type: "DROP_DOWN",
      code: "区分",
      label: "区分",
      options: { 公: { label: "公", index: 0 }, 秘: { label: "秘", index: 1 } },
    },
    明細: {
      type: "SUBTABLE",
      code: "明細",
      label: "明細",
      fields: { 品: text("品")["品"], 原価: { type: "NUMBER", code: "原価", label: "原価" } },
    },
  });
  const other = await addApp("手当", {
    鍵: {
      type: "SINGLE_LINE_TEXT",
      code: "鍵",
      label: "鍵",
      lookup: {
        relatedApp: { app },
        relatedKeyField: "名",
        fieldMappings: [{ field: "写し", relatedField: "給与" }],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      },
    },
    鍵だけ: {
      type: "SINGLE_LINE_TEXT",
      code: "鍵だけ",
      label: "鍵だけ",
      lookup: {
        relatedApp: { app },
        relatedKeyField: "名",
        fieldMappings: [],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      },
    },
    写し: { type: "NUMBER", code: "写し", label: "写し" },
  });
  const { fileKey } = await chief.file.uploadFile({ file: { name: "a.txt", data: secret } });
  const detail = [{ value: { 品: { value: "机" }, 原価: { value: secret } } }];
  await chief.record.addRecords({
    app,
    records: [
      {
        名: { value: "甲" },
        番号: { value: `n${secret}` },
        個人: { value: `p${secret}` },
        メモ: { value: "読む" },
        給与: { value: secret },
        添付: { value: [{ fileKey }] },
        区分: { value: "公" },
        明細: { value: detail },
      },
      { 名: { value: `乙${secret}` }, 番号: { value: "2" }, 区分: { value: "秘" } },
    ],
  });
  const { record } = await chief.record.getRecord<{
    添付: { type: "FILE"; value: { fileKey: string; name: string; contentType: string; size: string }[] };
  }>({
    app,
    id: 1,
  });
  const chiefLine = { accessibility: "WRITE", entity: { type: "USER", code: "kachou" } };
  await putLive("field", app, [
    ...["給与", "添付", "番号", "原価"].map((code) => ({ code, entities: [chiefLine] })),
    { code: "メモ", entities: [chiefLine, { accessibility: "READ", entity: everyone }] },
    {
      code: "個人",
      entities: [
        { accessibility: "WRITE", entity: { type: "FIELD_ENTITY", code: "作成者" } },
        { accessibility: "NONE", entity: everyone },
      ],
    },
  ]);
  await putLive("record", app, [
    { filterCond: '区分 in ("秘")', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
  ]);
  return { app, other, file: record.添付.value[0]?.fileKey ?? "" };
}

describe("every door, for someone who may not see a field or a record", () => {
  let guarded: Awaited<ReturnType<typeof addGuarded>>;

  beforeAll(async () => {
    guarded = await addGuarded();
  });

  type Door = { path: string; method?: string; body?: object; code?: string; status?: number };
  const open = async ({ method = "GET", path, body }: Door, login = "tantou") =>
    platform.call(method, path, { login, ...(body && { body }) });
  const named = (template: string): string =>
    template.replaceAll("{app}", guarded.app).replaceAll("{other}", guarded.other);
  const fill = ({ path, body, method }: Door): Door => ({
    path: named(path),
    ...(method !== undefined && { method }),
    ...(body && { body: { ...body, ...("app" in body && { app: named(String(body.app)) }) } }),
  });
  const answers: Door[] = [
    { path: "/k/v1/record.json?app={app}&id=1" },
    { path: "/k/v1/records.json?app={app}&totalCount=true" },
    { path: "/k/v1/records.json?app={app}&fields[0]=給与&fields[1]=番号&fields[2]=明細&fields[3]=個人" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('個人 like "p" order by 個人 asc')}` },
    { path: "/k/v1/records/acl/evaluate.json?app={app}&ids[0]=1&ids[1]=2" },
    { path: "/k/v1/record/comments.json?app={app}&record=1" },
    { path: "/k/v1/app/form/fields.json?app={app}" },
    { path: "/k/v1/app/form/layout.json?app={app}" },
    { path: "/k/v1/app/views.json?app={app}" },
    { path: "/k/v1/form.json?app={app}" },
  ];
  fact.each(answers)(
    "$path answers nothing of it",
    { evidence: documented("help: what a person may not see"), needs: "people" },
    async (door) => {
      const answer = await open(fill(door));
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    },
  );

  const refusals: Door[] = [
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("給与 > 1")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('番号 like "n"')}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("原価 > 1")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("order by 給与 desc")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('添付 like "a"')}`, code: "GAIA_IQ11" },
    { method: "POST", path: "/k/v1/records/cursor.json", body: { app: "{app}", query: "給与 > 1" }, code: "GAIA_IQ11" },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 給与: { value: 1 } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { メモ: { value: "書く" } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 個人: { value: "書く" } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 明細: { value: [{ value: { 原価: { value: 1 } } }] } } },
      code: "GAIA_FU01",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{app}", record: { 給与: { value: 1 } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/records.json",
      body: { app: "{app}", records: [{ id: 1, record: { 番号: { value: "x" } } }] },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", updateKey: { field: "番号", value: `n${secret}` } },
      code: "CB_VA01",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{other}", record: { 鍵: { value: "甲" } } },
      code: "GAIA_LO04",
    },
    { path: "/k/v1/record.json?app={app}&id=2", code: "CB_NO02" },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 2, record: { 名: { value: "x" } } },
      code: "CB_NO02",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", updateKey: { field: "名", value: `乙${secret}` } },
      code: "GAIA_RE20",
    },
    { method: "DELETE", path: "/k/v1/records.json?app={app}&ids[0]=2", code: "CB_NO02" },
    { method: "PUT", path: "/k/v1/record/status.json", body: { app: "{app}", id: 2, action: "x" }, code: "CB_NO02" },
    {
      method: "PUT",
      path: "/k/v1/record/assignees.json",
      body: { app: "{app}", id: 2, assignees: [] },
      code: "CB_NO02",
    },
    { path: "/k/v1/record/comments.json?app={app}&record=2", code: "CB_NO02" },
    {
      method: "POST",
      path: "/k/v1/record/comment.json",
      body: { app: "{app}", record: 2, comment: { text: "x" } },
      code: "CB_NO02",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{other}", record: { 鍵だけ: { value: `乙${secret}` } } },
      code: "GAIA_LO04",
    },
  ];
  fact.each(refusals)(
    "$method $path refuses with $code",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async ({ code, ...door }) => {
      const answer = await open(fill(door));
      expect(answer.body).toMatchObject({ code });
      expect(answer.headers.get("X-Cybozu-Error")).toBe(code);
      expect([400, 403, 404]).toContain(answer.status);
    },
  );

  fact(
    "bulkRequest refuses what the single call refuses and undoes the rest",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const answer = await open({
        method: "POST",
        path: "/k/v1/bulkRequest.json",
        body: {
          requests: [
            {
              method: "PUT",
              api: "/k/v1/record.json",
              payload: { app: guarded.app, id: 1, record: { 名: { value: "変" } } },
            },
            { method: "DELETE", api: "/k/v1/records.json", payload: { app: guarded.app, ids: [2] } },
          ],
        },
      });
      expect(answer).toMatchObject({ status: 403, body: { results: [{}, { code: "CB_NO02" }] } });
      const { record } = await staff.record.getRecord({ app: guarded.app, id: 1 });
      expect(record).toMatchObject({ 名: { value: "甲" } });
    },
  );

  fact(
    "a list neither shows nor counts the record, and a cursor keeps its owner",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const listed = await staff.record.getRecords({ app, totalCount: true });
      expect(listed).toMatchObject({ totalCount: "1", records: [{ $id: { value: "1" } }] });
      expect((await chief.record.getRecords({ app, totalCount: true })).totalCount).toBe("2");
      // Not even the administrator who made the app: the rule names the chief alone.
      expect((await admin.record.getRecords({ app, totalCount: true })).totalCount).toBe("1");
      const { id, totalCount } = await staff.record.createCursor({ app });
      expect(totalCount).toBe("1");
      await expect(chief.record.getRecordsByCursor({ id })).rejects.toMatchObject({ code: "GAIA_CR01" });
      const { records, next } = await staff.record.getRecordsByCursor({ id });
      expect([records.length, next]).toEqual([1, false]);
      expect(JSON.stringify(records)).not.toContain(secret);
    },
  );

  fact(
    "a file needs the right to the field that holds it",
    { evidence: guess("a file is part of its field"), needs: "people" },
    async () => {
      const { file } = guarded;
      await expect(staff.file.downloadFile({ fileKey: file })).rejects.toMatchObject({ status: 403 });
      const bytes = await chief.file.downloadFile({ fileKey: file });
      expect(new TextDecoder().decode(bytes)).toBe(secret);
    },
  );

  fact(
    "a value that is hidden in some records is empty to filters and orders there",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const count = async (client: KintoneRestAPIClient, condition: string) =>
        (await client.record.getRecords({ app, query: condition, totalCount: true })).totalCount;
      expect(await count(staff, `個人 = "p${secret}"`)).toBe("0");
      expect(await count(staff, '個人 in ("")')).toBe("1");
      expect(await count(chief, `個人 = "p${secret}"`)).toBe("1");
    },
  );

  fact(
    "evaluate tells what each may do",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const mine = await staff.app.evaluateRecordsAcl({ app, ids: [1, 2] });
      expect(mine.rights).toMatchObject([
        {
          id: "1",
          record: all,
          fields: {
            名: { viewable: true, editable: true },
            給与: { viewable: false, editable: false },
            メモ: { viewable: true, editable: false },
            個人: { viewable: false, editable: false },
            原価: { viewable: false, editable: false },
          },
        },
        {
          id: "2",
          record: { viewable: false, editable: false, deletable: false },
          fields: { 名: { viewable: false } },
        },
      ]);
      const theirs = await chief.app.evaluateRecordsAcl({ app, ids: [1, 2] });
      expect(theirs.rights).toMatchObject([
        { fields: { 給与: { viewable: true, editable: true }, 個人: { viewable: true, editable: true } } },
        { record: all },
      ]);
      await expect(staff.app.evaluateRecordsAcl({ app, ids: [9] })).rejects.toMatchObject({ code: "GAIA_RE01" });
    },
  );

  fact(
    "what was hidden is kept when someone else saves the record",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const { record } = await staff.record.getRecord({
        app,
        id: 1,
      });
      const rowId = /"明細":\{"type":"SUBTABLE","value":\[\{"id":"(\d+)"/u.exec(JSON.stringify(record))?.[1] ?? "";
      const rows = [{ id: rowId, value: { 品: { value: "椅子" } } }];
      await staff.record.updateRecord({ app, id: 1, record: { 名: { value: "甲" }, 明細: { value: rows } } });
      const after = await chief.record.getRecord({ app, id: 1 });
      expect(after.record).toMatchObject({
        給与: { value: secret },
        個人: { value: `p${secret}` },
        明細: { value: [{ value: { 品: { value: "椅子" }, 原価: { value: secret } } }] },
      });
    },
  );

  fact("pages carry neither the field nor its views' column", { evidence: own("pages") }, async () => {
    const form = await fetch(`${platform.url}/login`);
    const cookie = form.headers.get("set-cookie")?.split(";")[0] ?? "";
    const csrf = /name="csrf" value="([^"]+)"/u.exec(await form.text())?.[1] ?? "";
    const signedIn = await fetch(`${platform.url}/login`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", origin: platform.url },
      body: new URLSearchParams({ login: "tantou", password: "tantou", csrf }),
    });
    const session =
      signedIn.headers
        .getSetCookie()
        .find((value) => value.startsWith("kp_session="))
        ?.split(";")[0] ?? "";
    expect(session).not.toBe("");
    const page = await fetch(`${platform.url}/k/${guarded.app}/`, { headers: { cookie: session } });
    // Without the built bundle the page says so instead; then there is nothing to look for.
    const html = await page.text();
    expect(html).not.toContain("給与");
    expect(html).not.toContain("accessibility");
    const plugins = await fetch(`${platform.url}/k/admin/app/${guarded.app}/plugin/`, { headers: { cookie: session } });
    expect([403, 503]).toContain(plugins.status);
  });
});

describe("who manages an app without administering the system", () => {
  fact(
    "prepares and deploys it, but neither scripts nor custom views",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("任せる", text("名"));
      await putLive("app", app, [
        { entity: { type: "USER", code: "tantou" }, appEditable: true, recordViewable: true },
        { entity: everyone, recordViewable: true },
      ]);
      await expect(staff.app.getFormFields({ app, preview: true })).resolves.toHaveProperty("properties");
      await expect(staff.app.getAppCustomize({ app })).resolves.toHaveProperty("scope");
      const customize = staff.app.updateAppCustomize({ app, scope: "NONE" });
      await expect(customize).rejects.toMatchObject(refused);
      const list = { type: "LIST" as const, name: "一覧", index: 0, fields: ["名"] };
      const custom = { type: "CUSTOM", name: "自由", index: 1, html: "<b>x</b>" } as const;
      await expect(staff.app.updateViews({ app, views: { 一覧: list } })).resolves.toHaveProperty("revision");
      const both = staff.app.updateViews({ app, views: { 一覧: list, 自由: custom } });
      await expect(both).rejects.toMatchObject(refused);
      await admin.app.updateViews({ app, views: { 一覧: list, 自由: custom } });
      const { views } = await staff.app.getViews({ app, preview: true });
      expect(views["自由"]).toMatchObject({ html: "<b>x</b>" });
      // Sent back as it was read, it stays.
      const body = { app, views };
      expect((await platform.call("PUT", "/k/v1/preview/app/views.json", { login: "tantou", body })).status).toBe(200);
      await expect(staff.app.deployApp({ apps: [{ app }] })).resolves.toEqual({});
      await expect(chief.app.deployApp({ apps: [{ app }] })).rejects.toMatchObject(refused);
      await expect(chief.app.getDeployStatus({ apps: [app] })).rejects.toMatchObject(refused);
    },
  );

  fact(
    "moves assignees and is told apart from those who only see",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const app = await addApp("作業者", text("名"));
      const { id } = await staff.record.addRecord({ app, record: {} });
      const step = { app, id, assignees: ["tantou"] };
      await expect(chief.record.updateRecordAssignees(step)).rejects.toMatchObject(refused);
      // With the right the call goes on to what is wrong with it: the app has no process.
      await expect(admin.record.updateRecordAssignees(step)).rejects.toMatchObject({ code: "GAIA_ST02" });
    },
  );
});

describe("someone who may add and not view", () => {
  fact(
    "adds records and sees none, also not the ones just added",
    { evidence: guess("what may not be viewed is not answered"), needs: "people" },
    async () => {
      const app = await addApp("投票", text("名"));
      await putLive("app", app, [{ entity: everyone, recordAddable: true }]);
      const { id } = await staff.record.addRecord({ app, record: { 名: { value: "a" } } });
      await expect(staff.record.getRecord({ app, id })).rejects.toMatchObject(refused);
      await expect(staff.record.getRecords({ app })).rejects.toMatchObject(refused);
      await expect(staff.record.updateRecord({ app, id, record: {} })).rejects.toMatchObject(refused);
      expect((await staff.app.getApps({ name: "投票" })).apps).toHaveLength(1);
      const { rights } = await staff.app.evaluateRecordsAcl({ app, ids: [id] });
      expect(rights[0]?.record).toEqual({ viewable: false, editable: false, deletable: false });
    },
  );
});

describe("a list of 500 records", () => {
  fact(
    "is answered whole under a rule for an organization with those below it",
    { evidence: own("speed of memberships") },
    async () => {
      const app = await addApp("多い", text("名"));
      await putLive("record", app, [
        {
          filterCond: '名 like "x"',
          entities: [{ entity: { type: "ORGANIZATION", code: "yakuba" }, includeSubs: true, ...all }],
        },
      ]);
      for (let page = 0; page < 5; page += 1) {
        await staff.record.addRecords({ app, records: Array.from({ length: 100 }, () => ({ 名: { value: "x" } })) });
      }
      const { records } = await staff.record.getRecords({ app, query: "limit 500" });
      expect(records).toHaveLength(500);
    },
  );
});
