import { operations } from "../../platform/api/routes.ts";
import { findAnswerFault } from "./answer-faults.ts";
import type { FuzzAnswer } from "./answer-faults.ts";
import { buildAttack } from "./build-attack.ts";
import type { Attack, World } from "./build-attack.ts";
import { prepareWorld } from "./prepare-world.ts";
import { untouchedApp, untouchedRecords } from "./fuzz-seed.ts";
import type { Json } from "./hostile-value.ts";
import { mutate, toHostileText } from "./hostile-value.ts";
import { startPlatformUnderFire } from "./platform-under-fire.ts";
import type { PlatformUnderFire } from "./platform-under-fire.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { sendRawBytes } from "./send-raw-bytes.ts";
import { parseArgs } from "node:util";

/**
 * `node --import tsx test/fuzz/fuzz-rest.ts --minutes N [--seed N]`: spoiled calls to every route of the table. Fails on a
 * 500, a crash, a hang, a lost record, or an answer that is not shaped like kintone's.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const lanes = 6;
const callsPerRound = 1500;
const adminHeaders = { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") };

const failures = new Map<string, string>();
const statuses = new Map<number, number>();
let calls = 0;

const platform = await startPlatformUnderFire();
try {
  await fuzz(platform, Number(values.minutes) * 60_000, createRandom(Number(values.seed)));
} finally {
  await platform.close();
}
say(`${calls} calls to ${operations.length} operations, seed ${values.seed}: ${failures.size} different failures`);
say([...statuses].map(([status, count]) => `${status}: ${count}`).join(", "));
for (const [what, example] of failures) {
  say(`- ${what}\n  ${example}`);
}
process.exitCode = failures.size === 0 ? 0 : 1;

async function fuzz(target: PlatformUnderFire, durationMs: number, random: Random): Promise<void> {
  const end = Date.now() + durationMs;
  const world = await prepareWorld(target);
  await post(target, "/k/platform/snapshot.json", { name: "start" });
  while (Date.now() < end && target.exitCode() === null && failures.size < 40) {
    await runRound(target, { world, random, end });
  }
}

type Round = { readonly world: World; readonly random: Random; readonly end: number };

/** Attacks for a while, looks whether the app that nobody touches is whole, and goes back to the start. */
async function runRound(target: PlatformUnderFire, { world, random, end }: Round): Promise<void> {
  let left = callsPerRound;
  const lane = async (): Promise<void> => {
    while (left > 0 && Date.now() < end && target.exitCode() === null) {
      left -= 1;
      await attackOnce(target, random, world);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (target.exitCode() !== null) {
    fail(`the platform ended with ${String(target.exitCode())}`, target.takeLog());
    return;
  }
  await checkUntouched(target);
  await post(target, "/k/platform/restore.json", { name: "start" });
}

async function attackOnce(target: PlatformUnderFire, random: Random, world: World): Promise<void> {
  calls += 1;
  const dice = random.below(100);
  if (dice < 3) {
    return attackPage(target, random);
  }
  if (dice === 3) {
    if (await sendRawBytes(target.url, random)) {
      fail("raw bytes are answered 500", target.takeLog().slice(0, 1500));
    }
    return undefined;
  }
  if (dice === 4) {
    return attackFiles(target, random);
  }
  const operation = random.pickAny(operations);
  if (operation === null) {
    return undefined;
  }
  const attack = buildAttack(random, operation, world);
  const answer = await send(target, attack);
  const fault = answer === null ? "no answer" : findAnswerFault(answer, true);
  if (fault !== null) {
    fail(
      `${operation.method} ${operation.path}: ${fault}`,
      `${describe(attack)}\n  ${target.takeLog().slice(0, 1500)}`,
    );
  }
  return undefined;
}

/** Pages and the platform's own calls: any status but a fault. */
async function attackPage(target: PlatformUnderFire, random: Random): Promise<void> {
  const text = encodeURIComponent(Buffer.from(toHostileText(random).slice(0, 300), "utf8").toString("utf8"));
  const path = random.pick([
    `/k/1/?view=${text}&q=${text}`,
    `/k/1/show?record=${text}`,
    `/k/${text}/`,
    `/k/m/1/show?record=${text}`,
    `/k/1/print?record=${text}`,
    `/k/1/csv?view=${text}`,
    `/login?return=${text}`,
    `/k/platform/requests?text=${text}`,
    `/k/platform/plugin/${text}/1/x.js`,
    `/k/platform/customize/1/${text}/x.js`,
    `/k/admin/app/1/plugin/config?pluginId=${text}`,
    `/${text}`,
    `/k/v1/${text}`,
    `/v1/${text}`,
    `/k/guest/${text}/v1/record.json`,
    `/k/guest/${text}/3/show?record=1`,
    `/k/m/guest/${text}/3/`,
    `/k/1/report?report=${text}`,
    `/k/1/edit?record=${text}`,
    `/k/m/1/edit?record=${text}`,
    `/k/m/1/?q=${text}`,
    `/k/?space=${text}`,
    `/k/ntf/?filter=${text}`,
    `/k/admin/app/${text}/plugin/`,
    `/k/admin/system/plugin/?q=${text}`,
    `/k/platform/assets/${text}`,
  ]);
  const attack: Attack = { method: "GET", path, headers: adminHeaders, body: null };
  const answer = await send(target, attack);
  if (answer === null || answer.status === 500) {
    fail(`GET page ${path.replace(text, "…")}`, `${describe(attack)}\n  ${target.takeLog().slice(0, 1500)}`);
  }
  const [toolPath, right] = random.pick<[string, Json]>([
    ["/k/platform/faults.json", [{ match: { path: "/x" }, count: 1, status: 503 }]],
    ["/k/platform/restore.json", { name: "missing" }],
    ["/k/platform/domains.json", { snapshot: "missing" }],
  ]);
  const tool: Attack = {
    method: "POST",
    path: toolPath,
    headers: { ...adminHeaders, "Content-Type": "application/json" },
    body: JSON.stringify(mutate(random, right)),
  };
  const toolAnswer = await send(target, tool);
  await send(target, { method: "DELETE", path: "/k/platform/faults.json", headers: adminHeaders, body: null });
  const fault = toolAnswer === null ? "no answer" : findAnswerFault(toolAnswer, true);
  if (fault !== null) {
    fail(`POST ${toolPath}: ${fault}`, describe(tool));
  }
}

/** Uploads that are no uploads, downloads of what is not there. */
async function attackFiles(target: PlatformUnderFire, random: Random): Promise<void> {
  const name = toHostileText(random).slice(0, 200);
  const boundary = random.pick(["x", "xy", ""]);
  const body = random.pick([
    `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nabc\r\n--x--\r\n`,
    `--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n`,
    `--x\r\n\r\n`,
    "",
    name,
  ]);
  const upload: Attack = {
    method: "POST",
    path: "/k/v1/file.json",
    headers: { ...adminHeaders, "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body,
  };
  const key = encodeURIComponent(Buffer.from(name, "utf8").toString("utf8"));
  const download: Attack = { method: "GET", path: `/k/v1/file.json?fileKey=${key}`, headers: adminHeaders, body: null };
  for (const attack of [upload, download]) {
    const answer = await send(target, attack);
    const fault = answer === null ? "no answer" : findAnswerFault(answer, true);
    if (fault !== null) {
      fail(`${attack.method} /k/v1/file.json: ${fault}`, `${describe(attack)}\n  ${target.takeLog().slice(0, 1500)}`);
    }
  }
}

async function checkUntouched(target: PlatformUnderFire): Promise<void> {
  const path = `/k/v1/records.json?app=${untouchedApp}&totalCount=true&query=${encodeURIComponent("limit 500")}`;
  const answer = await send(target, { method: "GET", path, headers: adminHeaders, body: null });
  const whole = answer !== null && answer.status === 200 && answer.text.includes(`"totalCount":"${untouchedRecords}"`);
  const unchanged =
    whole && answer.text.split('"$revision":{"type":"__REVISION__","value":"1"}').length - 1 === untouchedRecords;
  if (!unchanged) {
    fail("records of the untouched app are lost or changed", answer?.text.slice(0, 300) ?? "no answer");
  }
}

async function post(target: PlatformUnderFire, path: string, body: Json): Promise<void> {
  const headers = { ...adminHeaders, "Content-Type": "application/json" };
  const answer = await send(target, { method: "POST", path, headers, body: JSON.stringify(body) });
  if (answer?.status !== 200) {
    fail(`POST ${path}: ${String(answer?.status)}`, `${answer?.text ?? ""} ${target.takeLog().slice(0, 1500)}`);
  }
}

/** Null when no answer came within 20 seconds. */
async function send(target: PlatformUnderFire, { method, path, headers, body }: Attack): Promise<FuzzAnswer | null> {
  try {
    const response = await fetch(target.url + path, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
      ...(body !== null && { body: typeof body === "string" ? body : new Uint8Array(body) }),
    });
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    return { status: response.status, contentType: response.headers.get("content-type") ?? "", text };
  } catch {
    return null;
  }
}

function fail(what: string, example: string): void {
  if (!failures.has(what)) {
    failures.set(what, example);
  }
}

function describe({ method, path, headers, body }: Attack): string {
  const text = body === null ? "" : typeof body === "string" ? body : Buffer.from(body).toString("latin1");
  return `${method} ${path.slice(0, 600)} ${headers["Content-Type"] ?? ""} ${text.slice(0, 900)}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
