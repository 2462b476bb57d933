import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

const text = (code: string) => ({ [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code } });

describe("a field that another app's related records read", () => {
  fact(
    "is kept until the list is gone",
    { evidence: observed("2026-04", "GAIA_RE07 and its text in public notes on deploying apps (kintone-app-deploy)") },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "明細" });
      await client.app.addFormFields({ app, properties: { ...text("親番号"), ...text("品名") } });
      const { app: parent } = await client.app.addApp({ name: "台帳" });
      await client.app.addFormFields({ app: parent, properties: text("番号") });
      const related = {
        type: "REFERENCE_TABLE" as const,
        code: "一覧",
        label: "明細の一覧",
        referenceTable: {
          relatedApp: { app },
          condition: { field: "番号", relatedField: "親番号" },
          displayFields: ["品名"],
        },
      };
      await client.app.deployApp({ apps: [{ app }] });
      await client.app.addFormFields({ app: parent, properties: { 一覧: related } });
      for (const code of ["親番号", "品名"]) {
        const query = `app=${app}&fields[0]=${encodeURIComponent(code)}`;
        expect(await platform.call("DELETE", `/k/v1/preview/app/form/fields.json?${query}`)).toMatchObject({
          status: 400,
          body: {
            code: "GAIA_RE07",
            message:
              "フィールドを削除できません。「台帳」アプリの関連レコード一覧フィールド「明細の一覧」から参照されています。",
          },
        });
      }
      await client.app.deleteFormFields({ app: parent, fields: ["一覧"] });
      await expect(client.app.deleteFormFields({ app, fields: ["品名"] })).resolves.toBeDefined();
    },
  );
});
