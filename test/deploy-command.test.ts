import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";

const root = resolve(import.meta.dirname, "..");

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

let folder = "";
let platform: Platform;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-command-"));
  platform = await createPlatform({ dataDir: folder, port: 0 });
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
    env: { ...process.env, KINTONE_BASE_URL: platform.url, MACHI_DX_STATE: join(folder, "state"), ...variables },
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
    const applied = await run(["deploy", "apply", "--env", "local"]);
    expect([applied.code, applied.stderr]).toEqual([0, expect.stringContaining("終わりました")]);
    const again = await run(["deploy", "plan", "--env", "local"]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("変えるものはありません")]);
    const status = await run(["deploy", "status", "--env", "local", "--format", "md"]);
    expect([status.code, status.stdout]).toEqual([0, expect.stringContaining("- 取組: 利用中")]);
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
  ])(
    "answers %s with one line and exit code 1",
    async (_, args, variables, line) => {
      const ended = await run(args, variables);
      expect(ended.code).toBe(1);
      // Before it there may be a line that says that something is being built.
      expect(ended.stderr.trim().split("\n").at(-1)).toContain(line);
      expect(ended.stdout + ended.stderr).not.toMatch(/geheim|at \w+ \(/u);
    },
    120_000,
  );

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
  }, 60_000);
});
