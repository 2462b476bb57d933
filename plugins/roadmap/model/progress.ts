import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { type Message, defineMessages } from "../../../domain/message.ts";
import { isLateAction } from "./late-stretch.ts";
import type { Action } from "./plan-data.ts";

/** How an action stands, in one word; each has a shape of its own besides its colour. */
export type Progress = "late" | "running" | "done" | "planned" | "paused" | "stopped" | "undated";

export const progressTexts = defineMessages({
  late: { ja: "遅れ", en: "Late" },
  running: { ja: "進行中", en: "Running" },
  done: { ja: "完了", en: "Done" },
  planned: { ja: "予定", en: "Planned" },
  paused: { ja: "休止", en: "Paused" },
  stopped: { ja: "中止", en: "Stopped" },
  undated: { ja: "日付なし", en: "No dates" },
}) satisfies Readonly<Record<Progress, Message>>;

export const progressShapes: Readonly<Record<Progress, string>> = {
  late: "▲",
  running: "▶",
  done: "✓",
  planned: "○",
  paused: "‖",
  stopped: "×",
  undated: "－",
};

export function progressOf(action: Action, today: CalendarDate): Progress {
  const phases = action.phases.filter((phase) => phase.current.from !== null || phase.actual.from !== null);
  if (phases.length === 0) {
    return "undated";
  }
  if (isLateAction(action, today)) {
    return "late";
  }
  if (phases.every((phase) => phase.state === "済" || phase.state === "中止")) {
    return phases.some((phase) => phase.state === "中止") ? "stopped" : "done";
  }
  const present = phases.find(
    ({ current }) => current.from !== null && current.from <= today && (current.to === null || current.to >= today),
  );
  if (present?.kind === "休止") {
    return "paused";
  }
  const hasBegun = phases.some(
    (phase) => phase.actual.from !== null || phase.state === "実施中" || phase.state === "済",
  );
  return hasBegun ? "running" : "planned";
}
