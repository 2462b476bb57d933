import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

describe("apps", () => {
  fact(
    "keeps a new app off the live paths until its first deploy",
    { evidence: observed("2026-09", "monosashi notes") },
    async () => {
      const client = platform.client();
      const { app, revision } = await client.app.addApp({ name: "計画" });
      expect(revision).toBe("2");
      await expect(client.app.getApp({ id: app })).rejects.toMatchObject({ code: "GAIA_AP01", status: 404 });
      await expect(client.app.getFormFields({ app })).rejects.toMatchObject({ code: "GAIA_AP01" });
      await client.app.deployApp({ apps: [{ app, revision }] });
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({
        appId: app,
        code: "",
        name: "計画",
        spaceId: null,
        creator: { code: platform.me.code },
      });
    },
  );

  fact(
    "lists only deployed apps, by part of the name without regard to case, in pages",
    { evidence: documented("official description of apps.json") },
    async () => {
      const client = platform.client();
      const ids: string[] = [];
      for (const name of ["Suite one", "suite TWO", "suite three"]) {
        const { app } = await client.app.addApp({ name });
        ids.push(app);
      }
      await client.app.deployApp({ apps: ids.slice(0, 2).map((app) => ({ app })) });
      const { apps } = await client.app.getApps({ name: "SUITE" });
      expect(apps.map(({ name }) => name)).toEqual(["Suite one", "suite TWO"]);
      const second = await client.app.getApps({ name: "suite", limit: 1, offset: 1 });
      expect(second.apps.map(({ appId }) => appId)).toEqual([ids[1]]);
      const byId = await client.app.getApps({ ids: [ids[1] ?? "", ids[2] ?? ""] });
      expect(byId.apps.map(({ appId }) => appId)).toEqual([ids[1]]);
      await expect(client.app.getApps({ limit: 101 })).rejects.toMatchObject({ code: "CB_VA01" });
    },
  );

  fact(
    "refuses preparation to people who do not administer, who can read what is live",
    { evidence: observed("2026-09", "monosashi notes"), needs: "people" },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "権限" });
      await client.app.deployApp({ apps: [{ app }] });
      await platform.call("POST", "/v1/users.json", {
        body: { users: [{ code: "tantou", name: "担当", password: "tantou" }] },
      });
      const user = platform.client("tantou");
      const refused = { code: "CB_NO02", status: 403 };
      await expect(user.app.addApp({ name: "x" })).rejects.toMatchObject(refused);
      await expect(user.app.updateAppSettings({ app, name: "x" })).rejects.toMatchObject(refused);
      await expect(user.app.deployApp({ apps: [{ app }] })).rejects.toMatchObject(refused);
      await expect(user.app.getFormFields({ app, preview: true })).rejects.toMatchObject(refused);
      await expect(user.app.getAppCustomize({ app })).rejects.toMatchObject(refused);
      await expect(user.plugin.installPlugin({ fileKey: "x" })).rejects.toMatchObject(refused);
      await expect(user.app.getFormFields({ app })).resolves.toHaveProperty("properties");
      await expect(user.app.getViews({ app })).resolves.toHaveProperty("views");
      await expect(user.app.getApps({ name: "権限" })).resolves.toMatchObject({ apps: [{ appId: app }] });
    },
  );

  fact(
    "refuses a name that is missing or too long",
    { evidence: documented("official description of the operation") },
    async () => {
      const { status, body } = await platform.call("POST", "/k/v1/preview/app.json", { body: { name: "" } });
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: "CB_VA01", errors: { name: { messages: ["必須です。"] } } });
      const long = await platform.call("POST", "/k/v1/preview/app.json", {
        body: { name: "あ".repeat(65) },
        language: "en",
      });
      expect(long.body).toMatchObject({
        code: "CB_VA01",
        errors: { name: { messages: ["must be 64 characters or less"] } },
      });
    },
  );

  fact(
    "answers general settings and changes only what is sent",
    { evidence: documented("official description of the operation") },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "設定" });
      const before = await client.app.getAppSettings({ app, preview: true });
      expect(before).toMatchObject({
        name: "設定",
        theme: "WHITE",
        icon: { type: "PRESET", key: "APP72" },
        numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" },
      });
      const { revision } = await client.app.updateAppSettings({
        app,
        description: "<b>説明</b>",
        theme: "BLUE",
        enableComments: false,
      });
      const after = await client.app.getAppSettings({ app, preview: true });
      expect(after).toEqual({ ...before, description: "<b>説明</b>", theme: "BLUE", enableComments: false, revision });
    },
  );

  fact(
    "keeps an icon file and refuses titles, icons and numbers that do not exist",
    { evidence: documented("official description of the operation") },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "見た目" });
      const { fileKey } = await client.file.uploadFile({ file: { name: "icon.png", data: "png" } });
      await client.app.updateAppSettings({ app, icon: { type: "FILE", file: { fileKey } } });
      const first = await client.app.getAppSettings({ app, preview: true });
      expect(first.icon).toMatchObject({ type: "FILE", file: { name: "icon.png", size: "3" } });
      const { revision: _, ...settings } = first;
      await client.app.updateAppSettings({ app, ...settings });
      const { revision: __, ...again } = await client.app.getAppSettings({ app, preview: true });
      expect(again).toEqual(settings);
      const put = async (change: object) =>
        (await platform.call("PUT", "/k/v1/preview/app/settings.json", { body: { app, ...change } })).body;
      await expect(put({ titleField: { selectionMode: "MANUAL", code: "無い" } })).resolves.toMatchObject({
        code: "GAIA_FC01",
      });
      await expect(put({ icon: { type: "PRESET", key: "APP91" }, theme: "PINK" })).resolves.toMatchObject({
        errors: { "icon.key": expect.anything(), theme: expect.anything() },
      });
      await expect(
        put({ numberPrecision: { digits: 31 }, firstMonthOfFiscalYear: 0, name: " " }),
      ).resolves.toMatchObject({
        errors: {
          "numberPrecision.digits": expect.anything(),
          firstMonthOfFiscalYear: { messages: ["最小でも1以上です。"] },
          name: { messages: ["必須です。"] },
        },
      });
      const lang = await platform.call("GET", `/k/v1/preview/app/settings.json?app=${app}&lang=fr`);
      expect(lang.body).toMatchObject({ code: "CB_VA01", errors: { lang: expect.anything() } });
    },
  );

  fact(
    "refuses a revision that is not the present one and leaves -1 unchecked",
    { evidence: documented("official description of the operation") },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "改訂" });
      await client.app.updateAppSettings({ app, name: "改訂2", revision: 2 });
      await expect(client.app.updateAppSettings({ app, name: "改訂3", revision: 2 })).rejects.toMatchObject({
        code: "GAIA_CO02",
        status: 409,
      });
      await expect(client.app.updateAppSettings({ app, name: "改訂4", revision: -1 })).resolves.toEqual({
        revision: "4",
      });
    },
  );
});
