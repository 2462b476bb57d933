import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { inClient, documented, guess, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

const createApp = async (name: string): Promise<string> => (await platform.client().app.addApp({ name })).app;

const post = (app: string, properties: Record<string, unknown>, language: "ja" | "en" = "ja") =>
  platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties }, language });

const put = (app: string, properties: Record<string, unknown>) =>
  platform.call("PUT", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: 1 } };

describe("fields of a new app", () => {
  fact(
    "has the eight system fields, the last three switched off",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp("新規");
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(Object.keys(properties)).toEqual([
        "レコード番号",
        "作成者",
        "作成日時",
        "更新者",
        "更新日時",
        "カテゴリー",
        "ステータス",
        "作業者",
      ]);
      expect(properties["ステータス"]).toEqual({
        type: "STATUS",
        code: "ステータス",
        label: "ステータス",
        enabled: false,
      });
      expect(properties["レコード番号"]).toEqual({
        type: "RECORD_NUMBER",
        code: "レコード番号",
        label: "レコード番号",
        noLabel: false,
      });
    },
  );
});

describe("adding fields", () => {
  fact(
    "fills the keys that kintone answers for every type",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp("型");
      const types = {
        文字: {},
        複数行: { type: "MULTI_LINE_TEXT" },
        リッチ: { type: "RICH_TEXT" },
        数値: { type: "NUMBER", maxValue: 100, unit: "%", unitPosition: "AFTER" },
        ラジオ: { type: "RADIO_BUTTON", options },
        チェック: { type: "CHECK_BOX", options, defaultValue: ["乙"] },
        複数選択: { type: "MULTI_SELECT", options },
        ドロップ: { type: "DROP_DOWN", options },
        日付: { type: "DATE", defaultNowValue: "true" },
        時刻: { type: "TIME" },
        日時: { type: "DATETIME" },
        リンク: { type: "LINK" },
        添付: { type: "FILE" },
        利用者: { type: "USER_SELECT", defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }] },
        組織: { type: "ORGANIZATION_SELECT" },
        グループ: { type: "GROUP_SELECT" },
        枠: { type: "GROUP" },
        表: { type: "SUBTABLE", fields: { 行名: { type: "SINGLE_LINE_TEXT", code: "行名", label: "行名" } } },
      };
      const properties = Object.fromEntries(
        Object.entries(types).map(([code, more]) => [code, { type: "SINGLE_LINE_TEXT", code, label: code, ...more }]),
      );
      await expect(post(app, properties)).resolves.toMatchObject({ status: 200, body: { revision: "3" } });
      const answer = await platform.client().app.getFormFields({ app, preview: true });
      expect(answer.properties).toMatchObject({
        文字: {
          type: "SINGLE_LINE_TEXT",
          code: "文字",
          label: "文字",
          noLabel: false,
          required: false,
          unique: false,
          minLength: "",
          maxLength: "",
          expression: "",
          hideExpression: false,
          defaultValue: "",
        },
        数値: { maxValue: "100", minValue: "", unit: "%", unitPosition: "AFTER", digit: false, displayScale: "" },
        ラジオ: {
          required: true,
          defaultValue: "甲",
          align: "HORIZONTAL",
          options: { 甲: { label: "甲", index: "0" }, 乙: { index: "1" } },
        },
        チェック: { required: false, defaultValue: ["乙"], align: "HORIZONTAL" },
        ドロップ: { defaultValue: "" },
        日付: { defaultNowValue: true, defaultValue: "", unique: false },
        リンク: { protocol: "WEB", minLength: "", maxLength: "" },
        添付: { thumbnailSize: "50" },
        利用者: { entities: [], defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }] },
        枠: { openGroup: false, noLabel: false },
        表: { fields: { 行名: { type: "SINGLE_LINE_TEXT", code: "行名", label: "行名", unique: false } } },
      });
      expect(answer.properties["枠"]).not.toHaveProperty("required");
      const { layout } = await platform.client().app.getFormLayout({ app, preview: true });
      expect(layout.at(-1)).toEqual({
        type: "SUBTABLE",
        code: "表",
        fields: [{ type: "SINGLE_LINE_TEXT", code: "行名", size: { width: "193" } }],
      });
      expect(layout.at(-2)).toEqual({ type: "GROUP", code: "枠", layout: [] });
      expect(layout).toHaveLength(18);
    },
  );

  fact(
    "puts what GET answered back without any change but the revision",
    { evidence: inClient("tools send back what they read") },
    async () => {
      const app = await createApp("往復");
      await post(app, {
        名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名前", unique: true, maxLength: "64" },
        区分: { type: "DROP_DOWN", code: "区分", label: "区分", options, defaultValue: "乙" },
        表: { type: "SUBTABLE", code: "表", label: "表", fields: { 内: { type: "NUMBER", code: "内", label: "内" } } },
      });
      const before = await platform.client().app.getFormFields({ app, preview: true });
      const answer = await put(app, before.properties);
      expect(answer).toMatchObject({ status: 200, body: { revision: String(Number(before.revision) + 1) } });
      const after = await platform.client().app.getFormFields({ app, preview: true });
      expect(after.properties).toEqual(before.properties);
    },
  );

  fact(
    "names each wrong key with brackets around the field code",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp("誤り");
      const { status, body } = await post(app, {
        "1番": { type: "SINGLE_LINE_TEXT", code: "1番", label: "番号" },
        記号: { type: "SINGLE_LINE_TEXT", code: "記号" },
        型: { type: "TEXT", code: "型", label: "型" },
        数: { type: "NUMBER", code: "数", label: "数", maxValue: "多い", unitPosition: "LEFT" },
        選: { type: "DROP_DOWN", code: "選", label: "選" },
        ステータス: { type: "SINGLE_LINE_TEXT", code: "ステータス", label: "状態" },
        無し: null,
      });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: "CB_VA01",
        message: "入力内容が正しくありません。",
        errors: {
          "properties[1番].code": { messages: [expect.stringContaining("先頭に数字")] },
          "properties[記号].label": { messages: ["必須です。"] },
          "properties[型].type": { messages: ["Enum値のいずれかでなければなりません。"] },
          "properties[数].maxValue": { messages: ["数字でなければなりません。"] },
          "properties[数].unitPosition": { messages: ["Enum値のいずれかでなければなりません。"] },
          "properties[選].options": { messages: [expect.stringContaining("選択肢")] },
          "properties[無し]": { messages: [expect.any(String)] },
        },
      });
      expect(JSON.stringify(body)).toContain("properties[ステータス].code");
      const { revision } = await platform.client().app.getFormFields({ app, preview: true });
      expect(revision).toBe("2");
    },
  );

  fact(
    "refuses a code that the form has already, also inside a table",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp("重複");
      await post(app, { 甲: { type: "SINGLE_LINE_TEXT", code: "甲", label: "甲" } });
      const again = await post(app, {
        表: { type: "SUBTABLE", code: "表", label: "表", fields: { 甲: { type: "NUMBER", code: "甲", label: "甲" } } },
      });
      expect(again.body).toMatchObject({
        code: "CB_VA01",
        errors: { "properties[甲].code": { messages: ["フィールドコードが重複しています。"] } },
      });
    },
  );
});

const column = (code: string) => ({ [code]: { type: "DATE", code, label: code } });

describe("changing and deleting fields", () => {
  fact(
    "renames a field by its code and every place that names it follows",
    { evidence: documented("official description of form/fields.json") },
    async () => {
      const client = platform.client();
      const app = await createApp("改名");
      await post(app, { 旧: { type: "SINGLE_LINE_TEXT", code: "旧", label: "題" } });
      await client.app.updateViews({
        app,
        views: {
          一覧: { type: "LIST", name: "一覧", index: 0, fields: ["旧"], filterCond: '旧 like "旧"', sort: "旧 asc" },
        },
      });
      await put(app, { 旧: { type: "SINGLE_LINE_TEXT", code: "新" } });
      const { properties } = await client.app.getFormFields({ app, preview: true });
      expect(properties).toHaveProperty("新");
      expect(properties).not.toHaveProperty("旧");
      const { views } = await client.app.getViews({ app, preview: true });
      expect(views["一覧"]).toMatchObject({ fields: ["新"], filterCond: '新 like "旧"', sort: "新 asc" });
      const { layout } = await client.app.getFormLayout({ app, preview: true });
      expect(layout).toMatchObject([{ type: "ROW", fields: [{ code: "新" }] }]);
    },
  );

  fact(
    "answers GAIA_FC01 for a field that is not there and CB_VA01 for another type",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp("変更");
      await post(app, { 甲: { type: "SINGLE_LINE_TEXT", code: "甲", label: "甲" } });
      await expect(put(app, { 乙: { type: "NUMBER", label: "乙" } })).resolves.toMatchObject({
        status: 400,
        body: { code: "GAIA_FC01", message: "指定されたフィールド（code: 乙）が見つかりません。" },
      });
      await expect(put(app, { 甲: { type: "NUMBER" } })).resolves.toMatchObject({
        status: 400,
        body: { code: "CB_VA01", errors: { "properties[甲].type": expect.anything() } },
      });
    },
  );

  fact(
    "deletes fields by query string, with their places in layout and views",
    { evidence: inClient("@kintone/rest-api-client: DELETE sends a query string") },
    async () => {
      const client = platform.client();
      const app = await createApp("削除");
      await post(app, {
        甲: { type: "SINGLE_LINE_TEXT", code: "甲", label: "甲" },
        乙: { type: "SINGLE_LINE_TEXT", code: "乙", label: "乙" },
      });
      await client.app.updateViews({
        app,
        views: { 一覧: { type: "LIST", name: "一覧", index: 0, fields: ["甲", "乙"] } },
      });
      await client.app.deleteFormFields({ app, fields: ["甲"] });
      const { layout } = await client.app.getFormLayout({ app, preview: true });
      expect(layout).toMatchObject([{ type: "ROW", fields: [{ code: "乙" }] }]);
      const { views } = await client.app.getViews({ app, preview: true });
      expect(views["一覧"]).toMatchObject({ fields: ["乙"] });
      await expect(client.app.deleteFormFields({ app, fields: ["無い"] })).rejects.toMatchObject({ code: "GAIA_FC01" });
      await expect(client.app.deleteFormFields({ app, fields: ["作成者"] })).rejects.toMatchObject({ code: "CB_VA01" });
    },
  );

  fact(
    "deletes a column of a table, and not the last one",
    { evidence: guess("a table keeps one column, as in the form editor") },
    async () => {
      const client = platform.client();
      const app = await createApp("列");
      await post(app, {
        表: { type: "SUBTABLE", code: "表", label: "表", fields: { ...column("一"), ...column("二") } },
      });
      await client.app.deleteFormFields({ app, fields: ["一"] });
      const { layout } = await client.app.getFormLayout({ app, preview: true });
      expect(layout).toMatchObject([{ type: "SUBTABLE", fields: [{ code: "二" }] }]);
      await expect(client.app.deleteFormFields({ app, fields: ["二"] })).rejects.toMatchObject({ code: "CB_VA01" });
      await expect(client.app.deleteFormFields({ app, fields: ["表"] })).resolves.toBeDefined();
    },
  );

  fact(
    "renames an option and keeps it the default",
    { evidence: documented("official description of the operation") },
    async () => {
      const app = await createApp("選択肢");
      await post(app, { 区分: { type: "DROP_DOWN", code: "区分", label: "区分", options, defaultValue: "甲" } });
      await put(app, {
        区分: { type: "DROP_DOWN", options: { 甲: { label: "甲種", index: 1 }, 丙: { label: "丙", index: 0 } } },
      });
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["区分"]).toMatchObject({
        defaultValue: "甲種",
        options: { 丙: { label: "丙", index: "0" }, 甲種: { label: "甲種", index: "1" } },
      });
    },
  );
});

const createSource = async (unique: boolean): Promise<string> => {
  const app = await createApp("参照元");
  await post(app, {
    番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique },
    名称: { type: "SINGLE_LINE_TEXT", code: "名称", label: "名称" },
    数量: { type: "NUMBER", code: "数量", label: "数量" },
  });
  await platform.client().app.deployApp({ apps: [{ app }] });
  return app;
};
const lookup = (source: string, mapping: { field: string; relatedField: string }, key = "番号") => ({
  参照: {
    type: "SINGLE_LINE_TEXT",
    code: "参照",
    label: "参照",
    lookup: {
      relatedApp: { app: source },
      relatedKeyField: key,
      fieldMappings: [mapping],
      lookupPickerFields: ["名称"],
    },
  },
});
const targets = {
  写し: { type: "SINGLE_LINE_TEXT", code: "写し", label: "写し" },
  写し数: { type: "NUMBER", code: "写し数", label: "写し数" },
};

describe("lookups and related records", () => {
  fact(
    "answers a lookup key with only the keys kintone has for it",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const source = await createSource(true);
      const app = await createApp("参照先");
      const { status } = await post(app, { ...lookup(source, { field: "写し", relatedField: "名称" }), ...targets });
      expect(status).toBe(200);
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["参照"]).toEqual({
        type: "SINGLE_LINE_TEXT",
        code: "参照",
        label: "参照",
        noLabel: false,
        required: false,
        lookup: {
          relatedApp: { app: source, code: "" },
          relatedKeyField: "番号",
          fieldMappings: [{ field: "写し", relatedField: "名称" }],
          lookupPickerFields: ["名称"],
          filterCond: "",
          sort: "レコード番号 desc",
        },
      });
    },
  );

  fact(
    "refuses unknown fields, wrong types, shared targets and $id as kintone does",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const source = await createSource(true);
      const app = await createApp("参照誤り");
      await post(app, targets);
      await expect(post(app, lookup(source, { field: "無い", relatedField: "名称" }))).resolves.toMatchObject({
        body: { code: "GAIA_FC01" },
      });
      await expect(post(app, lookup(source, { field: "写し", relatedField: "数量" }))).resolves.toMatchObject({
        body: {
          code: "CB_VA01",
          errors: {
            "properties[参照].lookup.fieldMappings[0].field": { messages: [expect.stringContaining("組み合わせ")] },
          },
        },
      });
      await expect(post(app, lookup(source, { field: "写し", relatedField: "名称" }, "$id"))).resolves.toMatchObject({
        body: { code: "CB_VA01", errors: { "properties[参照].lookup.relatedKeyField": expect.anything() } },
      });
      await expect(post(app, lookup("999999999", { field: "写し", relatedField: "名称" }))).resolves.toMatchObject({
        status: 404,
        body: { code: "GAIA_AP01" },
      });
      await post(app, lookup(source, { field: "写し", relatedField: "名称" }));
      const second = { 参照2: { ...lookup(source, { field: "写し", relatedField: "名称" }).参照, code: "参照2" } };
      await expect(post(app, second)).resolves.toMatchObject({
        body: {
          code: "CB_VA01",
          errors: {
            "properties[参照2].lookup.fieldMappings[0].field": { messages: [expect.stringContaining("コピー先")] },
          },
        },
      });
    },
  );

  fact(
    "refuses the deploy of a lookup whose key may repeat",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const source = await createSource(false);
      const app = await createApp("参照反映");
      await post(app, { ...lookup(source, { field: "写し", relatedField: "名称" }), ...targets });
      await expect(platform.client().app.deployApp({ apps: [{ app }] })).rejects.toMatchObject({
        code: "GAIA_LO03",
        status: 400,
      });
    },
  );

  fact(
    "keeps a field that another app's lookup reads",
    { evidence: observed("2020-08", "r3it.com on fields that another app reads; the code in public notes") },
    async () => {
      const source = await createSource(true);
      const app = await createApp("参照保護");
      await post(app, { ...lookup(source, { field: "写し", relatedField: "名称" }), ...targets });
      await expect(platform.client().app.deleteFormFields({ app: source, fields: ["名称"] })).rejects.toMatchObject({
        code: "GAIA_LO02",
      });
      await expect(platform.client().app.deleteFormFields({ app, fields: ["写し"] })).rejects.toMatchObject({
        code: "GAIA_LO02",
      });
      await expect(platform.client().app.deleteFormFields({ app, fields: ["写し", "参照"] })).resolves.toBeDefined();
    },
  );

  fact(
    "takes a related-records list of its own app",
    { evidence: documented("official description of form/fields.json") },
    async () => {
      const app = await createApp("関連");
      await post(app, { 親: { type: "SINGLE_LINE_TEXT", code: "親", label: "親" } });
      const { status } = await post(app, {
        子: {
          type: "REFERENCE_TABLE",
          code: "子",
          label: "子",
          referenceTable: {
            relatedApp: { app },
            condition: { field: "親", relatedField: "親" },
            displayFields: ["親"],
          },
        },
      });
      expect(status).toBe(200);
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["子"]).toEqual({
        type: "REFERENCE_TABLE",
        code: "子",
        label: "子",
        noLabel: false,
        referenceTable: {
          relatedApp: { app, code: "" },
          condition: { field: "親", relatedField: "親" },
          filterCond: "",
          displayFields: ["親"],
          sort: "レコード番号 desc",
          size: "5",
        },
      });
    },
  );
});
