import { textOf } from "../../cli/say.ts";
import type { Progress } from "../apply/apply-plan.ts";
import { cutToWidth } from "./display-width.ts";
import { fleetMessages } from "./fleet-messages.ts";
import type { TownResult } from "./fleet-report.ts";
import type { Town } from "./load-fleet.ts";

/** What people see while a fleet is served: one line for each municipality that ended; on a terminal also those at work, drawn anew. */
export type FleetProgress = {
  readonly begin: (town: Town) => void;
  readonly step: (town: Town, progress: Progress) => void;
  readonly end: (town: Town, result: TownResult) => void;
  /** A line of one municipality, or of the whole run. */
  readonly say: (line: string, town?: Town) => void;
  readonly close: () => void;
};

type Screen = {
  readonly total: number;
  readonly parallel: number;
  readonly write: (text: string) => void;
  /** Columns of the terminal; null = no terminal, so nothing is drawn twice. */
  readonly columns: number | null;
  readonly now?: () => number;
};

export function createFleetProgress({ total, parallel, write, columns, now = Date.now }: Screen): FleetProgress {
  const startedAt = now();
  const working = new Map<string, { readonly town: Town; readonly progress: Progress | null }>();
  let [drawn, done, failed] = [0, 0, 0];

  function draw(lines: readonly string[]): void {
    if (columns === null) {
      lines.forEach((line) => write(`${line}\n`));
      return;
    }
    const block = working.size === 0 ? [] : [...[...working.values()].map(renderWorking), renderSummary()];
    const shown = block.map((line) => cutToWidth(line, columns - 1));
    // Up to the first line of the block that is there, and everything below it away.
    const back = drawn === 0 ? "" : `\u001b[${drawn}A\u001b[J`;
    write(`${back}${[...lines, ...shown].map((line) => `${line}\n`).join("")}`);
    drawn = shown.length;
  }

  function renderSummary(): string {
    const passed = (now() - startedAt) / 1000;
    const waiting = Math.ceil((total - done) / parallel);
    const seconds = Math.round((passed / Math.max(1, Math.ceil(done / parallel))) * waiting);
    const left = done === 0 ? "" : textOf(fleetMessages.left, { seconds });
    return textOf(fleetMessages.summary, { done, total, failed, seconds: Math.round(passed), left });
  }

  return {
    begin: (town) => {
      working.set(town.name, { town, progress: null });
      draw(columns === null ? [textOf(fleetMessages.begins, { wave: town.wave, label: town.label })] : []);
    },
    step: (town, progress) => {
      working.set(town.name, { town, progress });
      draw([]);
    },
    end: (town, result) => {
      working.delete(town.name);
      done += 1;
      failed += result.outcome === "failed" ? 1 : 0;
      draw([renderEnd(result, { done, total })]);
    },
    say: (line, town) => draw([town === undefined ? line : `${town.wave} ${town.label}: ${line}`]),
    close: () => {
      working.clear();
      draw([]);
    },
  };
}

function renderWorking({ town, progress }: { readonly town: Town; readonly progress: Progress | null }): string {
  const { label } = town;
  if (progress === null) {
    return textOf(fleetMessages.looking, { label });
  }
  const { done, total, summary } = progress;
  return textOf(fleetMessages.running, { label, done: Math.min(done + 1, total), steps: total, summary });
}

function renderEnd(result: TownResult, place: { readonly done: number; readonly total: number }): string {
  const { wave, label, plan, stepsDone, calls, seconds, failure } = result;
  const steps = stepsDone ?? plan?.steps.length ?? 0;
  const about = textOf(fleetMessages.about, { steps, calls: calls ?? 0, seconds: seconds ?? 0 });
  const outcome = textOf(fleetMessages[result.outcome]);
  const why = failure === null ? "" : ` ${failure.message}`;
  return `${textOf(fleetMessages.ends, { ...place, wave, label, outcome, about })}${why}`;
}
