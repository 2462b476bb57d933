import { afterAll, beforeAll, describe, expect } from "vitest";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { inClient, documented, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

async function createApp(): Promise<string> {
  const { app } = await platform.client().app.addApp({ name: "部品" });
  await platform.client().app.deployApp({ apps: [{ app }] });
  return app;
}

const upload = async (name: string, data: string): Promise<string> =>
  (await platform.client().file.uploadFile({ file: { name, data } })).fileKey;

describe("JavaScript and CSS of an app", () => {
  fact(
    "keeps files by upload key and by the key of its own answer, and leaves unsent lists alone",
    { evidence: documented("developer site: update customization") },
    async () => {
      const client = platform.client();
      const app = await createApp();
      const fileKey = await upload("a.js", "alert(1)");
      await client.app.updateAppCustomize({
        app,
        scope: "ADMIN",
        desktop: {
          js: [
            { type: "URL", url: "https://example.com/x.js" },
            { type: "FILE", file: { fileKey } },
          ],
        },
      });
      const first = await client.app.getAppCustomize({ app, preview: true });
      const [, item] = first.desktop.js;
      expect(item).toMatchObject({ type: "FILE", file: { name: "a.js", size: "8" } });
      const storedKey = item?.type === "FILE" ? item.file.fileKey : "";
      expect(storedKey).not.toBe(fileKey);
      await client.app.updateAppCustomize({ app, mobile: { js: [{ type: "FILE", file: { fileKey: storedKey } }] } });
      const second = await client.app.getAppCustomize({ app, preview: true });
      expect(second).toMatchObject({ scope: "ADMIN", desktop: first.desktop, mobile: { js: [item], css: [] } });
      const bytes = await client.file.downloadFile({ fileKey: storedKey });
      expect(Buffer.from(bytes).toString()).toBe("alert(1)");
    },
  );

  fact(
    "removes a file that neither copy of the settings names any more",
    { evidence: own("no file is kept that nothing names") },
    async () => {
      const client = platform.client();
      const app = await createApp();
      const keyOf = async (): Promise<string> => {
        const { desktop } = await client.app.getAppCustomize({ app, preview: true });
        const [item] = desktop.js;
        return item?.type === "FILE" ? item.file.fileKey : "";
      };
      const set = async (name: string): Promise<void> => {
        const fileKey = await upload(name, name);
        await client.app.updateAppCustomize({ app, desktop: { js: [{ type: "FILE", file: { fileKey } }] } });
      };
      await set("old.js");
      const old = await keyOf();
      await client.app.deployApp({ apps: [{ app }] });
      await set("new.js");
      await expect(client.file.downloadFile({ fileKey: old })).resolves.toBeDefined();
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.file.downloadFile({ fileKey: old })).rejects.toThrow(/404|GAIA_BL01/u);
    },
  );

  fact(
    "refuses unknown keys, plain http and too many items",
    { evidence: documented("developer site: update customization") },
    async () => {
      const app = await createApp();
      const put = async (desktop: unknown) =>
        (await platform.call("PUT", "/k/v1/preview/app/customize.json", { body: { app, desktop } })).body;
      await expect(put({ js: [{ type: "FILE", file: { fileKey: "nope" } }] })).resolves.toMatchObject({
        code: "GAIA_BL01",
      });
      await expect(put({ js: [{ type: "URL", url: "http://example.com/x.js" }] })).resolves.toMatchObject({
        errors: { "desktop.js[0].url": expect.anything() },
      });
      const many = Array.from({ length: 31 }, (_, index) => ({ type: "URL", url: `https://example.com/${index}.js` }));
      await expect(put({ js: many })).resolves.toMatchObject({ errors: { "desktop.js": expect.anything() } });
      await expect(put({ js: many.slice(0, 30) })).resolves.toHaveProperty("revision");
    },
  );

  fact(
    "works with customize-uploader's own command, twice",
    { evidence: inClient("@kintone/customize-uploader") },
    async () => {
      const app = await createApp();
      const folder = mkdtempSync(join(tmpdir(), "machi-dx-customize-"));
      try {
        writeFileSync(join(folder, "desktop.js"), "console.log('desktop')");
        writeFileSync(join(folder, "style.css"), "body{}");
        const manifest = {
          app,
          scope: "ALL",
          desktop: { js: [join(folder, "desktop.js")], css: [join(folder, "style.css")] },
          mobile: { js: [], css: [] },
        };
        writeFileSync(join(folder, "customize-manifest.json"), JSON.stringify(manifest));
        const bin = createRequire(import.meta.url).resolve("@kintone/customize-uploader/bin/cli.js");
        const args = [bin, join(folder, "customize-manifest.json"), "--base-url", platform.url];
        for (const _ of [1, 2]) {
          const { stdout } = await promisify(execFile)(
            process.execPath,
            [...args, "--username", "admin", "--password", "admin", "--lang", "en"],
            { timeout: 100_000 },
          );
          expect(stdout).toContain("Setting has been deployed");
        }
        const live = await platform.client().app.getAppCustomize({ app });
        expect(live).toMatchObject({
          scope: "ALL",
          desktop: { js: [{ file: { name: "desktop.js" } }], css: [{ file: { name: "style.css" } }] },
        });
        const back = join(folder, "back");
        const importArgs = [bin, "import", ...args.slice(1), "--dest-dir", back];
        await promisify(execFile)(
          process.execPath,
          [...importArgs, "--username", "admin", "--password", "admin", "--lang", "en"],
          { timeout: 100_000 },
        );
        expect(readFileSync(join(back, "desktop", "js", "desktop.js"), "utf8")).toBe("console.log('desktop')");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
