import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";

const root = resolve(import.meta.dirname, "..");

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const appliedSchema = v.object({
  apply: v.object({ outcome: v.string() }),
  backups: v.array(v.object({ records: v.number(), restore: v.string() })),
});

let folder = "";
let platform: Platform;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-command-"));
  platform = await createPlatform({ dataDir: folder, port: 0 });
  // Plugins as somebody else built them: these tests are about the commands, not about bundling.
  mkdirSync(join(folder, "plugins"));
  for (const plugin of await packTestPlugins(join(folder, "plugins"))) {
    writeFileSync(join(folder, "plugins", `${plugin.plugin}.json`), JSON.stringify(plugin));
  }
});

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As an administrator runs it, from another folder than the repository. */
function run(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, "scripts/bootstrap.mjs"), ...args], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      KINTONE_BASE_URL: platform.url,
      MACHI_DX_STATE: join(folder, "state"),
      MACHI_DX_PLUGINS: join(folder, "plugins"),
      ...variables,
    },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return new Promise((settle) => {
    child.once("close", (code) => settle({ code, ...output }));
  });
}

describe("npm run deploy", () => {
  it("plans with exit code 2, applies, then has nothing to do with exit code 0", async () => {
    const planned = await run(["deploy", "plan", "--env", "local", "--format", "json"]);
    expect(planned.code).toBe(2);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      kind: "machi-dx-report",
      format: 1,
      environment: { name: "local" },
      exitCode: 2,
      plan: { format: 2 },
      apply: null,
      failure: null,
    });
    const applied = await run(["deploy", "apply", "--env", "local", "--release", "first"]);
    expect([applied.code, applied.stderr]).toEqual([0, expect.stringContaining("終わりました")]);
    expect(applied.stderr).toMatch(/\[ *\d+\/\d+\] .* \(呼び出し\d+回/u);
    // The test plugins are called by their folder names; an id says nothing to anybody.
    expect(applied.stdout).toContain("にプラグインを足す: input-check");
    const again = await run(["deploy", "plan", "--env", "local"]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("変えるものはありません")]);
    const status = await run(["deploy", "status", "--env", "local", "--format", "md"]);
    expect([status.code, status.stdout]).toEqual([0, expect.stringContaining("- 取組: 利用中")]);
    expect(status.stdout).toContain("- first: ");
  }, 240_000);

  it("tells what was changed by hand with exit code 3, asks before anything is lost with 4, and saves it first", async () => {
    const client = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
    const app = String(platform.store.apps.list().find(({ preview }) => preview.general.name === "組織")?.id);
    const path = "/k/v1/preview/app/form/fields.json";
    const label = { type: "SINGLE_LINE_TEXT", code: "dept_name", label: "手で変えた名前" };
    await client.write("PUT", path, { app, properties: { dept_name: label } });
    await client.write("POST", path, { app, properties: { fax: { type: "NUMBER", code: "fax", label: "FAX" } } });
    await client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    const record = { dept_code: { value: "X" }, dept_name: { value: "X" }, fax: { value: "84" } };
    await client.write("POST", "/k/v1/record.json", { app, record });

    const drift = await run(["deploy", "plan", "--env", "local"]);
    expect([drift.code, drift.stdout]).toEqual([3, expect.stringContaining("直接変えられた所を元に戻す")]);
    const asking = await run(["deploy", "apply", "--env", "local", "--mode", "mirror", "--yes"]);
    expect([asking.code, asking.stdout]).toEqual([4, expect.stringContaining("--mode mirror --allow-delete=dept.fax")]);

    const file = join(folder, "plan.json");
    const consent = ["--mode", "mirror", "--allow-delete=dept.fax"];
    expect((await run(["deploy", "plan", "--env", "local", "--save-plan", file, ...consent])).code).toBe(3);
    const applied = await run(["deploy", "apply", "--env", "local", "--plan", file, "--format", "json"]);
    expect(applied.stderr.split("deploy -- restore").length - 1).toBe(1);
    expect(applied.code).toBe(0);
    const report = v.parse(appliedSchema, JSON.parse(applied.stdout));
    expect(report).toMatchObject({ apply: { outcome: "done" }, backups: [{ records: expect.any(Number) }] });
    const again = await run(["deploy", "apply", "--env", "local", "--plan", file]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("何も変えていません")]);

    await client.write("POST", path, { app, properties: { fax: { type: "NUMBER", code: "fax", label: "FAX" } } });
    await client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    const [backup = { restore: "" }] = report.backups;
    const restore = backup.restore.replace("npm run deploy -- ", "deploy ").split(" ");
    const dry = await run(restore);
    expect([dry.code, dry.stdout]).toEqual([2, expect.stringContaining("まだ何も書いていません")]);
    const restored = await run([...restore, "--yes"]);
    expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining("1件の記録に戻しました")]);
    const answer = await client.read("/k/v1/records.json", { app, query: 'dept_code = "X"' });
    expect(answer).toMatchObject({ records: [{ fax: { value: "84" } }] });
  }, 240_000);

  it("goes back to a release, and names those that there are", async () => {
    const unknown = await run(["deploy", "rollback", "--env", "local", "--release", "gone"]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("あるのは first")]);
    const back = await run(["deploy", "rollback", "--env", "local", "--release", "first"]);
    expect([back.code, back.stdout]).toEqual([0, expect.stringContaining("変えるものはありません")]);
  });

  it("backs up every record and pulls an app as declarations", async () => {
    const saved = await run([
      "deploy",
      "backup",
      "--env",
      "local",
      "--out",
      join(folder, "backup"),
      "--format",
      "json",
    ]);
    expect(saved.code).toBe(0);
    expect(JSON.parse(saved.stdout)).toMatchObject({ kind: "machi-dx-backup-report" });
    const out = join(folder, "pull");
    const pulled = await run(["deploy", "pull", "--env", "local", "--out", out]);
    expect([pulled.code, pulled.stdout]).toEqual([0, expect.stringContaining("「組織」")]);
    expect(readFileSync(join(out, "plan-version.ts"), "utf8")).toContain("export const planVersion = defineApp({");
  });

  it("refuses a development key for production, before anything is read", async () => {
    const variables = {
      KINTONE_BASE_URL: "https://example.cybozu.com",
      KINTONE_USERNAME: "a",
      KINTONE_PASSWORD: "geheim",
    };
    const ended = await run(["deploy", "plan", "--env", "local"], variables);
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining("開発用の鍵")]);
    expect(ended.stderr).not.toContain("geheim");
  });

  it("leaves no password in what it says and writes down", async () => {
    const client = createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" });
    const secret = "geheim-secret";
    await client.write("POST", "/v1/users.json", {
      users: [{ code: "deployer", name: "deployer", password: secret, valid: true }],
    });
    await client.write("PUT", "/v1/user/groups.json", { code: "deployer", groups: ["Administrators"] });
    const variables = { KINTONE_USERNAME: "deployer", KINTONE_PASSWORD: secret };
    const file = join(folder, "state", "plan.json");
    const planned = await run(["deploy", "plan", "--env", "local", "--format", "json", "--save-plan", file], variables);
    const applied = await run(["deploy", "apply", "--env", "local", "--format", "json"], variables);
    expect([[0, 2, 3].includes(planned.code ?? 1), applied.code]).toEqual([true, 0]);
    const entries = readdirSync(join(folder, "state"), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const texts = [planned, applied].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    const all = [...texts, ...files.map((each) => readFileSync(each, "latin1"))];
    const coded = Buffer.from(`deployer:${secret}`).toString("base64");
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((text) => text.includes(secret) || text.includes(coded))).toEqual([]);
  }, 240_000);

  it.each([
    [
      "a wrong password",
      ["deploy", "plan", "--env", "local"],
      { KINTONE_PASSWORD: "geheim" },
      "ログインできませんでした",
    ],
    ["an unknown environment", ["deploy", "plan", "--env", "nowhere"], {}, "環境「nowhere」がありません"],
    ["an unknown flag", ["deploy", "plan", "--wat"], {}, "指定「--wat」が分かりません"],
    ["an unknown verb", ["deploy", "explode", "--env", "local"], {}, "使い方"],
    [
      "a sample anywhere but here",
      ["sample", "add", "--env", "local"],
      { KINTONE_BASE_URL: "https://example.cybozu.com", KINTONE_USERNAME: "a", KINTONE_PASSWORD: "geheim" },
      "見本データは手元の環境だけ",
    ],
  ])("answers %s with one line and exit code 1", async (_, args, variables, line) => {
    const ended = await run(args, variables);
    expect(ended.code).toBe(1);
    // Before it there may be a line that says that something is being built.
    expect(ended.stderr.trim().split("\n").at(-1)).toContain(line);
    expect(ended.stdout + ended.stderr).not.toMatch(/geheim|at \w+ \(/u);
  });

  it("answers in JSON also when there is nothing to plan, without the password", async () => {
    const ended = await run(["deploy", "plan", "--env", "local", "--format", "json"], { KINTONE_PASSWORD: "geheim" });
    expect([ended.code, JSON.parse(ended.stdout)]).toEqual([
      1,
      expect.objectContaining({
        exitCode: 1,
        plan: null,
        failure: expect.objectContaining({ code: "unauthenticated" }),
      }),
    ]);
    expect(ended.stdout + ended.stderr).not.toContain("geheim");
  });
});
