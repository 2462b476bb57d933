import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ServerChild, startServer } from "./server-child.ts";
import { createCaller, type TimedCall } from "./timed-call.ts";

/**
 * The platform beside the floor, a bare Node HTTP server that answers a fixed body of the same size: same client, same
 * machine, same run. Ratios are what to look at; milliseconds are this machine's.
 */
const inserted = 10_000;
const clients = 50;
const reads = 3000;

const folder = mkdtempSync(join(tmpdir(), "machi-dx-bench-platform-"));
const seedFile = join(folder, "seed.json");
const bareServer = resolve(import.meta.dirname, "bare-server.mjs");
const platformArgs = (data: string): readonly string[] => {
  const main = resolve(import.meta.dirname, "../../platform/main.ts");
  return ["--import", "tsx", main, "--port", "0", "--data", join(folder, data)];
};
const running: ServerChild[] = [];
const { call, close } = createCaller(clients);
try {
  writeFileSync(seedFile, JSON.stringify({ apps: [toApp("1", 0), toApp("2", 10_000), toApp("3", 100_000)] }));
  const floor = await start([bareServer]);
  const platform = await start([...platformArgs("data"), "--seed", seedFile]);
  await measureInsert(platform, floor);
  await measureList(platform, floor);
  await measureReads(platform, floor);
  await measureOrder(platform);
  await stopAll();
  await measureReady();
} finally {
  close();
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}

async function measureInsert(platform: ServerChild, floor: ServerChild): Promise<void> {
  const bodies = Array.from({ length: inserted / 100 }, (_, page) => {
    const records = Array.from({ length: 100 }, (_unused, index) => toRecord(page * 100 + index));
    return JSON.stringify({ app: 1, records });
  });
  const times: number[] = [];
  const floorTimes: number[] = [];
  for (const body of bodies) {
    const answer = await call({ method: "POST", url: `${platform.url}/k/v1/records.json`, body });
    const bare = await call({ method: "POST", url: toFloor(floor, answer), body });
    times.push(answer.ms);
    floorTimes.push(bare.ms);
  }
  print(`insert ${inserted} records by 100s`, sum(times), sum(floorTimes));
}

async function measureList(platform: ServerChild, floor: ServerChild): Promise<void> {
  const times: number[] = [];
  const floorTimes: number[] = [];
  for (let offset = 0; offset < inserted; offset += 500) {
    const query = `kind in ("甲", "乙") and day >= "2000-01-01" order by amount desc, text asc limit 500 offset ${offset}`;
    const url = `${platform.url}/k/v1/records.json?app=1&query=${encodeURIComponent(query)}`;
    const answer = await call({ method: "GET", url });
    const bare = await call({ method: "GET", url: toFloor(floor, answer) });
    times.push(answer.ms);
    floorTimes.push(bare.ms);
  }
  print(`list ${inserted} by 500s, filter and order`, sum(times), sum(floorTimes));
}

async function measureReads(platform: ServerChild, floor: ServerChild): Promise<void> {
  const url = (id: number): string => `${platform.url}/k/v1/record.json?app=1&id=${id}`;
  const one = await call({ method: "GET", url: url(1) });
  const measured = await readTogether((index) => url(1 + (index % inserted)));
  const bare = await readTogether(() => toFloor(floor, one));
  print(`p95 of one record, ${clients} clients`, percentile(measured, 0.95), percentile(bare, 0.95));
  print(`median of one record, ${clients} clients`, percentile(measured, 0.5), percentile(bare, 0.5));
}

async function readTogether(toUrl: (index: number) => string): Promise<readonly number[]> {
  const times: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < reads) {
      const { ms } = await call({ method: "GET", url: toUrl(next++) });
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  // The first round opens connections and warms the code.
  return times.slice(reads / 4);
}

async function measureOrder(platform: ServerChild): Promise<void> {
  const median = async (app: number): Promise<number> => {
    const query = encodeURIComponent("order by amount desc, text asc limit 100");
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      times.push(
        (await call({ method: "GET", url: `${platform.url}/k/v1/records.json?app=${app}&query=${query}` })).ms,
      );
    }
    return percentile(times, 0.5);
  };
  const [small, large] = [await median(2), await median(3)];
  print("order by: 100,000 records beside 10,000", large, small);
}

/** On the folder with 120,000 records; the floor is the bare server as a process. */
async function measureReady(): Promise<void> {
  const times: number[] = [];
  const floorTimes: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    times.push((await start(platformArgs("data"))).readyMs);
    floorTimes.push((await start([bareServer])).readyMs);
    await stopAll();
  }
  print("ready on an existing folder", percentile(times, 0.5), percentile(floorTimes, 0.5));
}

async function start(args: readonly string[]): Promise<ServerChild> {
  const server = await startServer(args);
  running.push(server);
  return server;
}

async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()));
}

function toFloor(floor: ServerChild, answer: TimedCall): string {
  return `${floor.url}/?size=${Buffer.byteLength(answer.text)}`;
}

function toApp(name: string, count: number): unknown {
  return {
    name: `計測${name}`,
    fields: {
      no: { type: "SINGLE_LINE_TEXT", code: "no", label: "番号", unique: true },
      text: { type: "SINGLE_LINE_TEXT", code: "text", label: "文字" },
      amount: { type: "NUMBER", code: "amount", label: "数値" },
      day: { type: "DATE", code: "day", label: "日付" },
      kind: {
        type: "DROP_DOWN",
        code: "kind",
        label: "種別",
        options: { 甲: toOption("甲", 0), 乙: toOption("乙", 1) },
      },
      note: { type: "MULTI_LINE_TEXT", code: "note", label: "メモ" },
    },
    records: Array.from({ length: count }, (_, index) => toRecord(index)),
  };
}

function toOption(label: string, index: number): unknown {
  return { label, index: String(index) };
}

function toRecord(index: number): Record<string, { readonly value: string }> {
  return {
    no: { value: `N-${index}` },
    text: { value: `件名 ${(index * 7919) % 10_007}` },
    amount: { value: String((index * 104_729) % 100_003) },
    day: { value: `20${String(10 + (index % 20))}-0${String(1 + (index % 9))}-1${String(index % 10)}` },
    kind: { value: index % 2 === 0 ? "甲" : "乙" },
    note: { value: "このメモは計測のための文です。".repeat(3) },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(what: string, ms: number, floorMs: number): void {
  const ratio = (ms / floorMs).toFixed(1);
  console.log(`${what.padEnd(48)} ${ms.toFixed(1).padStart(9)} ms ${floorMs.toFixed(1).padStart(9)} ms  × ${ratio}`);
}
