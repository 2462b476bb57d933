import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Page, chromium } from "playwright-core";
import webpack from "webpack";
import { findBrowser } from "../../scripts/browser/find-browser.ts";
import configurations from "../../webpack.config.ts";
import type { BenchPage } from "./roadmap-page.tsx";

declare const bench: BenchPage;

/** How often each page is measured; medians are printed. */
const repetitions = 3;
const frames = 120;

type Measured = {
  paint: number;
  scrollMedian: number;
  scrollP95: number;
  busy: number;
  setDate: number;
  setDateInside: number;
  blank: number;
};

const folder = mkdtempSync(join(tmpdir(), "machi-dx-bench-"));
try {
  await buildPage(folder);
  console.log("The road map beside a floor (rows of a name and one bar, no tree, no phases, no editing), same run.");
  for (const rows of [1000, 10_000]) {
    // One after another: side by side they would measure each other.
    const [floor, roadmap] = [await measure(folder, "floor", rows), await measure(folder, "roadmap", rows)];
    printTable(rows, floor, roadmap);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function buildPage(output: string): Promise<void> {
  const [shared] = configurations.filter(({ name }) => name === "roadmap");
  await new Promise<void>((done, fail) => {
    webpack(
      {
        ...shared,
        entry: { page: resolve(import.meta.dirname, "roadmap-page.tsx") },
        output: { path: output, filename: "[name].js" },
      },
      (error, stats) => {
        const problem = error ?? (stats?.hasErrors() === true ? new Error(stats.toString("errors-only")) : null);
        if (problem === null) {
          done();
        } else {
          fail(problem);
        }
      },
    );
  });
}

async function measure(from: string, subject: "roadmap" | "floor", rows: number): Promise<Measured> {
  const { executablePath, args } = await findBrowser();
  const all: Measured[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    // A fresh browser each time, so that no page inherits another one's caches.
    const browser = await chromium.launch({
      executablePath,
      args: [...args, "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
      all.push(await measurePage(page, { from, subject, rows }));
    } finally {
      await browser.close();
    }
  }
  const medianOf = (key: keyof Measured): number =>
    quantile(
      all.map((one) => one[key]),
      0.5,
    );
  return {
    paint: medianOf("paint"),
    scrollMedian: medianOf("scrollMedian"),
    scrollP95: medianOf("scrollP95"),
    busy: medianOf("busy"),
    setDate: medianOf("setDate"),
    setDateInside: medianOf("setDateInside"),
    blank: medianOf("blank"),
  };
}

type Subject = { readonly from: string; readonly subject: "roadmap" | "floor"; readonly rows: number };

async function measurePage(page: Page, { from, subject, rows }: Subject): Promise<Measured> {
  await page.setContent('<body style="margin:0"><div id="host" class="mdx-root" style="height:900px"></div></body>');
  await page.addStyleTag({ content: readFileSync(join(from, "page.css"), "utf8") });
  await page.addScriptTag({ content: readFileSync(join(from, "page.js"), "utf8") });
  const session = await page.context().newCDPSession(page);
  // Thread time: what the page worked, not how long it waited for a busy machine.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taskTime = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const paint = await page.evaluate(([what, count]) => bench.mount(what, count), [subject, rows] as const);
  await page.waitForTimeout(300);
  const before = await taskTime();
  const times = await page.evaluate((count) => bench.scroll(count), frames);
  const busy = ((await taskTime()) - before) / frames;
  const blank = await page.evaluate(() => bench.countBlankRows());
  const dates: [number, number][] = [];
  for (let index = 0; index < 15; index += 1) {
    dates.push(await page.evaluate(() => bench.setDate()));
  }
  return {
    paint,
    scrollMedian: quantile(times, 0.5),
    scrollP95: quantile(times, 0.95),
    busy,
    setDate: quantile(
      dates.map(([, time]) => time),
      0.5,
    ),
    setDateInside: quantile(
      dates.map(([time]) => time),
      0.5,
    ),
    blank,
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function printTable(rows: number, floor: Measured, roadmap: Measured): void {
  const line = (name: string, key: keyof Measured): string => {
    const ratio = floor[key] === 0 ? "—" : (roadmap[key] / floor[key]).toFixed(2);
    return `  ${name.padEnd(34)} floor ${floor[key].toFixed(1).padStart(7)}   road map ${roadmap[key].toFixed(1).padStart(7)}   ratio ${ratio}`;
  };
  console.log(`\n${rows} rows`);
  console.log(line("until painted (ms)", "paint"));
  console.log(line("scrolled frame, median (ms)", "scrollMedian"));
  console.log(line("scrolled frame, p95 (ms)", "scrollP95"));
  console.log(line("main thread works a frame (ms)", "busy"));
  console.log(line("one date changed, in the call (ms)", "setDateInside"));
  console.log(line("one date changed, painted (ms)", "setDate"));
  console.log(line("rows without a name after a jump", "blank"));
}
