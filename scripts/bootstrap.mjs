// Runs before anything is installed: only Node's own modules here.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const oldestNode = [20, 19];

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/**
 * npm writes what it really installed to node_modules/.package-lock.json: the lock without the root package and
 * without optional packages for other systems. Every package in it must be one of the lock, at the same version, and
 * every package of the lock that is not optional must be in it.
 */
function isInstalled() {
  const locked = readText(join(root, "package-lock.json"));
  const stampFile = join(root, "node_modules", ".machi-dx-lock");
  const hash = createHash("sha256").update(locked).digest("hex");
  if (readText(stampFile) === hash) {
    return true;
  }
  const installed = readText(join(root, "node_modules", ".package-lock.json"));
  if (installed === "" || !sameVersions(JSON.parse(locked).packages, JSON.parse(installed).packages)) {
    return false;
  }
  writeStamp(stampFile, hash);
  return true;
}

/**
 * @param {Record<string, { version?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
function sameVersions(locked, installed) {
  return (
    Object.entries(installed).every(([path, entry]) => locked[path]?.version === entry.version) &&
    Object.entries(locked).every(
      ([path, entry]) => path === "" || entry.optional === true || entry.devOptional === true || path in installed,
    )
  );
}

/** @param {string} file @param {string} text */
function writeStamp(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch {
    // Only a short cut: a node_modules that cannot be written to still works.
  }
}

/** @param {string[]} args */
function runNpm(args) {
  // npm is a .cmd file on Windows, which Node starts only through a shell; the arguments are fixed, none is from outside.
  return (
    spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" }).status === 0
  );
}

function install() {
  say("必要な部品をそろえています(初回は数分かかります)… / Installing what is missing…");
  // A registry that lacks a package for some other system makes `npm ci` refuse the whole lock; `npm install` passes over
  // it, takes the versions of the lock all the same, and with --no-save writes nothing of the repository.
  if (!runNpm(["ci", "--no-audit", "--no-fund"])) {
    say("npm ci が断ったため、npm install で続けます… / npm ci refused; going on with npm install…");
    if (!runNpm(["install", "--no-save", "--no-audit", "--no-fund"])) {
      say(
        "部品をそろえられませんでした。ネットワークの接続と、上に出ているnpmのメッセージを確認してから、もう一度実行してください。",
      );
      say("npm did not succeed; see its message above, check the network and run the command again.");
      process.exit(1);
    }
  }
  writeStamp(
    join(root, "node_modules", ".machi-dx-lock"),
    createHash("sha256")
      .update(readText(join(root, "package-lock.json")))
      .digest("hex"),
  );
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const endWithParent = pathToFileURL(join(root, "scripts", "local", "end-with-parent.mjs")).href;
  const script = join(root, "scripts", `${command}.ts`);
  const child = spawn(process.execPath, ["--import", endWithParent, "--import", "tsx", script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MACHI_DX_PARENT: String(process.pid) },
  });
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    // A terminal sends Ctrl-C to the whole group, so the child has it already; a second SIGINT must not cut its closing short.
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) {
        child.kill(signal);
      }
    });
  }
  child.on("error", (error) => {
    say(`起動できませんでした: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? (signal === "SIGINT" ? 130 : 1));
  });
}

const [command = "", ...args] = process.argv.slice(2);
if (!/^[a-z]+$/u.test(command) || !existsSync(join(root, "scripts", `${command}.ts`))) {
  say(`「${command}」という命令はありません。package.json の scripts にあるものを使ってください。`);
  process.exit(1);
}
if (isNodeTooOld()) {
  say(
    `Node.js ${oldestNode.join(".")} 以上が必要です(今は ${process.versions.node})。https://nodejs.org から新しいものを入れてください。`,
  );
  process.exit(1);
}
if (!isInstalled()) {
  install();
}
run(command, args);
