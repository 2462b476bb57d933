import packContents from "@kintone/plugin-packer";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { generateKeyPairSync } from "node:crypto";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

type Packer = typeof packContents;
/** The package is CommonJS with `exports.default`. */
const toPacker = (module: Packer | { readonly default: Packer }): Packer =>
  "default" in module ? module.default : module;
const pack = toPacker(packContents);

const createKey = (): string =>
  generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs1", format: "pem" }).toString();

const manifest = {
  manifest_version: 1,
  version: "0.1.0",
  type: "APP",
  name: { ja: "工程表", en: "Road map" },
  description: { ja: "説明", en: "Description" },
  icon: "icon.png",
  desktop: { js: ["desktop.js"], css: [] },
  config: { html: "config.html", js: ["./config.js"], css: [] },
};

const files = (change: object = {}): Zippable => ({
  "manifest.json": strToU8(JSON.stringify({ ...manifest, ...change })),
  "icon.png": strToU8("png"),
  "desktop.js": strToU8("/* desktop */"),
  "config.html": strToU8("<p></p>"),
  "config.js": strToU8("/* config */"),
});

type Packed = { readonly plugin: Uint8Array; readonly id: string };

async function packPlugin(key: string, change: object = {}): Promise<Packed> {
  const { plugin, id } = await pack(Buffer.from(zipSync(files(change))), key);
  return { plugin, id };
}

async function upload(data: Uint8Array): Promise<string> {
  const file = { name: "plugin.zip", data: Buffer.from(data) };
  return (await platform.client().file.uploadFile({ file })).fileKey;
}

const none = new Uint8Array();

const install = async (data: Uint8Array, language: "ja" | "en" = "en") =>
  platform.call("POST", "/k/v1/plugin.json", { body: { fileKey: await upload(data) }, language });

describe("installing plugins", () => {
  fact(
    "takes what plugin-packer made, under the packer's own id, and lists it newest first",
    { evidence: documented("developer site: plugins"), needs: "system" },
    async () => {
      const client = platform.client();
      const first = await packPlugin(createKey());
      const second = await packPlugin(createKey(), { name: { en: "Checks" }, version: 3 });
      await expect(client.plugin.installPlugin({ fileKey: await upload(first.plugin) })).resolves.toEqual({
        id: first.id,
        version: "0.1.0",
      });
      await client.plugin.installPlugin({ fileKey: await upload(second.plugin) });
      const { plugins } = await client.plugin.getPlugins({});
      expect(plugins.map(({ id }) => id)).toEqual([second.id, first.id]);
      expect(plugins[0]).toEqual({
        id: second.id,
        name: "Checks",
        isMarketPlugin: false,
        version: "3",
        description: "説明",
      });
      const one = await client.plugin.getPlugins({ ids: [first.id], limit: 1 });
      expect(one.plugins.map(({ id }) => id)).toEqual([first.id]);
      const { store } = platform.platform;
      expect(Buffer.from(store.plugins.readFile(first.id, "./config.js") ?? []).toString()).toBe("/* config */");
      expect(Buffer.from(store.plugins.readFile(first.id, "desktop.js") ?? []).toString()).toBe("/* desktop */");
      expect(store.plugins.readFile(first.id, "manifest.json")).toBeNull();
    },
  );

  fact(
    "updates in place, keeps the app's settings for it and moves it to the front",
    { evidence: documented("developer site: plugins"), needs: "system" },
    async () => {
      const client = platform.client();
      const key = createKey();
      const old = await packPlugin(key);
      await client.plugin.installPlugin({ fileKey: await upload(old.plugin) });
      const { app } = await client.app.addApp({ name: "設定を保つ" });
      await client.app.addPlugins({ app, ids: [old.id] });
      await platform.call("POST", "/k/platform/plugin-config.json", { body: { app, id: old.id, config: { a: "1" } } });
      const other = await packPlugin(createKey());
      await client.plugin.installPlugin({ fileKey: await upload(other.plugin) });
      const next = await packPlugin(key, { version: "0.2.0" });
      await expect(client.plugin.updatePlugin({ id: old.id, fileKey: await upload(next.plugin) })).resolves.toEqual({
        id: old.id,
        version: "0.2.0",
      });
      const { plugins } = await client.plugin.getPlugins({});
      expect(plugins[0]).toMatchObject({ id: old.id, version: "0.2.0" });
      expect(platform.platform.store.apps.find(Number(app))?.preview.plugins).toEqual([
        { id: old.id, enabled: true, config: { a: "1" } },
      ]);
      await expect(
        client.plugin.updatePlugin({ id: old.id, fileKey: await upload(other.plugin) }),
      ).rejects.toMatchObject({
        code: "CB_VA01",
        errors: { fileKey: { messages: [expect.stringMatching(/IDs differ|IDが一致しません/u)] } },
      });
      await expect(
        client.plugin.updatePlugin({ id: "x".repeat(32), fileKey: await upload(next.plugin) }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(client.plugin.installPlugin({ fileKey: await upload(next.plugin) })).rejects.toMatchObject({
        code: "CB_VA01",
      });
    },
  );

  fact(
    "answers each kind of broken package with its own sentence and keeps nothing of it",
    { evidence: guess("the texts are the platform's own"), needs: "system", timeout: 60_000 },
    async () => {
      const { plugin } = await packPlugin(createKey());
      const { "contents.zip": contents = none, PUBKEY = none, SIGNATURE = none } = unzipSync(plugin);
      const parts = { "contents.zip": contents, PUBKEY, SIGNATURE };
      const other = unzipSync((await packPlugin(createKey())).plugin);
      const signed = async (inner: Zippable): Promise<Uint8Array> => {
        const { sign, createPrivateKey, createPublicKey } = await import("node:crypto");
        const key = createPrivateKey(createKey());
        const packed = zipSync(inner);
        return zipSync({
          "contents.zip": packed,
          PUBKEY: createPublicKey(key).export({ type: "spki", format: "der" }),
          SIGNATURE: sign("RSA-SHA1", packed, key),
        });
      };
      const { "manifest.json": _, ...withoutManifest } = files();
      const { "desktop.js": __, ...withoutScript } = files();
      const broken: readonly (readonly [string, Uint8Array])[] = [
        ["not a zip file", strToU8("hello")],
        ['no "SIGNATURE"', zipSync({ "contents.zip": contents, PUBKEY })],
        ["does not belong there", zipSync({ ...parts, "readme.txt": strToU8("x") })],
        ["signature of the plug-in is not valid", zipSync({ ...parts, SIGNATURE: other["SIGNATURE"] ?? strToU8("x") })],
        [
          "signature of the plug-in is not valid",
          zipSync({ ...parts, "contents.zip": zipSync(files({ version: 9 })) }),
        ],
        ["(PUBKEY) of the plug-in cannot be read", zipSync({ ...parts, PUBKEY: strToU8("key") })],
        ["has no manifest.json", await signed(withoutManifest)],
        ["more than one manifest.json", await signed({ ...files(), "sub/manifest.json": strToU8("{}") })],
        ["not valid JSON", await signed({ ...files(), "manifest.json": strToU8("{") })],
        ["manifest.json is not valid", await signed(files({ type: "SPACE" }))],
        ["manifest.json is not valid", await signed(files({ name: {} }))],
        ["desktop.js", await signed(withoutScript)],
        ["cannot be used", await signed({ ...files(), "../evil.js": strToU8("x") })],
        ["too large", await signed({ ...files(), "big.js": new Uint8Array(21 * 1024 * 1024) })],
      ];
      const before = await platform.client().plugin.getPlugins({});
      for (const [sentence, data] of broken) {
        const { status, body } = await install(data);
        expect({ status, body }).toMatchObject({
          status: 400,
          body: { code: "CB_VA01", errors: { fileKey: { messages: [expect.stringContaining(sentence)] } } },
        });
      }
      await expect(platform.client().plugin.getPlugins({})).resolves.toEqual(before);
      await expect(platform.call("POST", "/k/v1/plugin.json", { body: { fileKey: "missing" } })).resolves.toMatchObject(
        {
          status: 404,
          body: { code: "GAIA_BL01" },
        },
      );
    },
  );
});

describe("plugins of an app", () => {
  fact(
    "are added to the preview, reach users with the deploy and stay listed when they are taken out",
    { evidence: documented("developer site: plugins"), needs: "system" },
    async () => {
      const client = platform.client();
      const { plugin, id } = await packPlugin(createKey());
      await client.plugin.installPlugin({ fileKey: await upload(plugin) });
      const { app } = await client.app.addApp({ name: "追加" });
      const { revision } = await client.app.addPlugins({ app, ids: [id] });
      await expect(client.app.getPlugins({ app, preview: true, lang: "ja" })).resolves.toEqual({
        plugins: [{ id, name: "工程表", enabled: true }],
        revision,
      });
      await expect(client.plugin.getApps({ id })).resolves.toEqual({ apps: [{ id: app, name: "追加" }] });
      await expect(client.app.addPlugins({ app, ids: ["y".repeat(32)] })).rejects.toMatchObject({ status: 404 });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getPlugins({ app })).resolves.toMatchObject({ plugins: [{ id, enabled: true }] });
      await client.plugin.uninstallPlugin({ id });
      await expect(client.app.getPlugins({ app, lang: "en" })).resolves.toMatchObject({
        plugins: [{ id, name: "Road map" }],
      });
      const required = await client.plugin.getRequiredPlugins({});
      expect(required.plugins).toContainEqual({ id, name: expect.any(String), isMarketPlugin: false });
      await client.plugin.installPlugin({ fileKey: await upload(plugin) });
      const after = await client.plugin.getRequiredPlugins({});
      expect(after.plugins.map((item) => item.id)).not.toContain(id);
    },
  );

  fact(
    "save their settings into the preview within kintone's limits, live after the deploy",
    { evidence: documented("developer site: set-config"), needs: "doors" },
    async () => {
      const client = platform.client();
      const { plugin, id } = await packPlugin(createKey());
      await client.plugin.installPlugin({ fileKey: await upload(plugin) });
      const { app } = await client.app.addApp({ name: "設定" });
      const { revision } = await client.app.addPlugins({ app, ids: [id] });
      await client.app.deployApp({ apps: [{ app }] });
      const save = (config: unknown) =>
        platform.call("POST", "/k/platform/plugin-config.json", { body: { app, id, config } });
      await expect(save({ key: "値", other: "" })).resolves.toMatchObject({
        status: 200,
        body: { revision: String(Number(revision) + 1) },
      });
      const stored = () => platform.platform.store.apps.find(Number(app));
      expect(stored()?.preview.plugins).toEqual([{ id, enabled: true, config: { key: "値", other: "" } }]);
      expect(stored()?.live?.plugins).toEqual([{ id, enabled: true, config: {} }]);
      await client.app.deployApp({ apps: [{ app }] });
      expect(stored()?.live?.plugins).toMatchObject([{ config: { key: "値" } }]);
      for (const config of [
        { key: "x".repeat(65_536) },
        Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`k${index}`, "x".repeat(65_000)])),
        { キー: "x" },
        { key: 1 },
        "text",
        undefined,
      ]) {
        await expect(save(config)).resolves.toMatchObject({ status: 400, body: { code: "CB_VA01" } });
      }
      await expect(save({})).resolves.toMatchObject({ status: 200 });
      expect(stored()?.preview.plugins).toEqual([{ id, enabled: true, config: {} }]);
    },
  );
});
