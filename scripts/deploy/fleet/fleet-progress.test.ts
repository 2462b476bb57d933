import { describe, expect, it } from "vitest";
import { loadEnvironment } from "../environment.ts";
import { displayWidth } from "./display-width.ts";
import { createFleetProgress } from "./fleet-progress.ts";
import { toBlankResult } from "./fleet-report.ts";
import type { Town } from "./load-fleet.ts";

const environment = loadEnvironment("local", {});
const towns = ["五霞町", "境町"].map((label): Town => ({ name: label, label, wave: "wave1", environment }));

function show(columns: number | null): string {
  let text = "";
  const write = (more: string): void => {
    text += more;
  };
  const progress = createFleetProgress({ total: 2, parallel: 2, write, columns, now: () => 0 });
  for (const town of towns) {
    progress.begin(town);
    progress.step(town, { done: 0, total: 9, summary: "アプリ「組織」を作る".repeat(9), calls: 1 });
    progress.end(town, { ...toBlankResult(town, "applied"), stepsDone: 9, calls: 12, seconds: 3.5 });
  }
  progress.close();
  return text;
}

const escape = String.fromCodePoint(27);

/** What a terminal shows in the end: `ESC [ n A ESC [ J` goes up n lines and clears what is below. */
function replay(text: string): string[] {
  const lines: string[] = [];
  for (const part of text.replaceAll(`${escape}[J`, "").split(`${escape}[`)) {
    const up = /^(\d+)A/u.exec(part)?.[1] ?? "0";
    lines.splice(lines.length - Number(up));
    lines.push(...part.replace(/^\d+A/u, "").split("\n").slice(0, -1));
  }
  return lines;
}

describe("createFleetProgress", () => {
  it("writes plain lines where nothing can be drawn anew", () => {
    const lines = show(null).trim().split("\n");
    expect(lines).toEqual([
      "wave1 五霞町: 始めます",
      "[1/2] wave1 五霞町: 適用しました(9段階・呼び出し12回・3.5秒)",
      "wave1 境町: 始めます",
      "[2/2] wave1 境町: 適用しました(9段階・呼び出し12回・3.5秒)",
    ]);
  });

  it("leaves one line a municipality on a terminal, and never draws one that is longer than it", () => {
    const text = show(60);
    expect(replay(text)).toEqual([expect.stringContaining("五霞町"), expect.stringContaining("境町")]);
    const drawn = text.split(/\[J|\n/u).filter((line) => line.startsWith("  "));
    expect(drawn.length).toBeGreaterThan(3);
    expect(Math.max(...drawn.map(displayWidth))).toBeLessThan(60);
  });
});
