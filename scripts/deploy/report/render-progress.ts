import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { defineMessages } from "../../../domain/message.ts";
import { textOf } from "../../cli/say.ts";
import type { PlanStep } from "../plan/plan.ts";

const messages = defineMessages({
  left: { ja: "呼び出し{calls}回・残り約{seconds}秒", en: "{calls} calls, about {seconds} s left" },
  calls: { ja: "呼び出し{calls}回", en: "{calls} calls" },
});

export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly summary: string;
  readonly calls?: number;
};

/** Milliseconds that a step of an area took so far in this environment. */
export type Durations = Readonly<Record<string, number>>;

type Estimate = {
  readonly steps: readonly Pick<PlanStep, "area">[];
  readonly durations: Durations;
  readonly onMeasured: (durations: Durations) => void;
  readonly now?: () => number;
};

/** One line for each step: `[ 3/61] アプリ「取組」を作る (呼び出し12回・残り約40秒)`. */
export function createProgressLines(write: (line: string) => void, estimate?: Estimate): (progress: Progress) => void {
  const now = estimate?.now ?? Date.now;
  let durations = estimate?.durations ?? {};
  let last = now();
  return ({ done, total, summary, calls }) => {
    const area = estimate?.steps[done - 1]?.area;
    if (area !== undefined) {
      durations = { ...durations, [area]: average(durations[area], now() - last) };
    }
    last = now();
    if (summary === "") {
      estimate?.onMeasured(durations);
      return;
    }
    const left = estimate === undefined ? null : secondsLeft(estimate.steps.slice(done), durations);
    const about =
      calls === undefined
        ? ""
        : ` (${left === null ? textOf(messages.calls, { calls }) : textOf(messages.left, { calls, seconds: left })})`;
    write(`[${String(done + 1).padStart(String(total).length)}/${total}] ${summary}${about}`);
  };
}

/** The newest counts most: a domain at noon is not the one at night. */
function average(before: number | undefined, taken: number): number {
  return Math.round(before === undefined ? taken : before * 0.4 + taken * 0.6);
}

/** Unknown while no step of some area was ever measured here. */
function secondsLeft(steps: readonly Pick<PlanStep, "area">[], durations: Durations): number | null {
  const known = steps.map(({ area }) => durations[area]);
  const sum = known.reduce<number>((total, each) => total + (each ?? 0), 0);
  return known.includes(undefined) ? null : Math.max(1, Math.round(sum / 1000));
}

const durationsSchema = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));

/** What was measured in earlier runs; without it there is no estimate. */
export function loadDurations(folder: string): Durations {
  const file = resolve(folder, "durations.json");
  try {
    const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    const parsed = v.safeParse(durationsSchema, content);
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

export function saveDurations(folder: string, durations: Durations): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, "durations.json"), JSON.stringify(durations));
}
