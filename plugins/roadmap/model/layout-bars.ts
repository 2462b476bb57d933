import { type CalendarDate, toEpochDay } from "../../../domain/calendar-date.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { type LateStretch, findLateStretch } from "./late-stretch.ts";
import type { Action } from "./plan-data.ts";
import { type Scale, dayToX } from "./scale.ts";
import { estimateTextWidth } from "./text-width.ts";

type Stretch = { readonly x: number; readonly width: number };

/** Where a bar's words stand: in it (`repeat` times along a long one), to its right, or only in the card. */
type BarText = {
  readonly value: string;
  readonly place: "inside" | "right" | "none";
  readonly indent: number;
  readonly repeat: number;
};

export type BarLayout = {
  /** Position in `action.phases`. */
  readonly index: number;
  readonly phase: Phase;
  readonly bar: Stretch;
  readonly planned: Stretch | null;
  readonly actual: Stretch | null;
  readonly late: (Stretch & { readonly kind: LateStretch["kind"]; readonly showsWord: boolean }) | null;
  readonly text: BarText;
  readonly milestone: Milestone | null;
};

type Milestone = { readonly x: number; readonly label: string; readonly isOnDark: boolean };

export type DrawingOptions = { readonly scale: Scale; readonly today: CalendarDate; readonly fontSize: number };

const padding = 6;
const markWidth = 11;
const repeatEvery = 480;

/** The bars of one 事業 from left to right, clipped to the scale; phases without a date or outside it are left out. */
export function layoutBars(action: Action, options: DrawingOptions): BarLayout[] {
  const { scale, today } = options;
  const drafts = action.phases
    .map((phase, index) => ({
      phase,
      index,
      bar: toStretch(scale, phase.current.from, phase.current.to ?? phase.current.from),
    }))
    .filter((draft): draft is typeof draft & { bar: Stretch } => draft.bar !== null)
    .toSorted((a, b) => a.bar.x - b.bar.x);
  const lateness = drafts.map(({ phase }) => findLateStretch(phase, today));
  const hasOverdue = lateness.some((late) => late?.kind === "not-finished");
  return drafts.map(({ phase, index, bar }, position) => {
    const found = lateness[position] ?? null;
    const late = found?.kind === "not-started" && hasOverdue ? null : found;
    const before = drafts.slice(0, position).map((_, other) => lateness[other] ?? null);
    const marks = drafts.flatMap((draft) => markX(draft.phase, scale) ?? []);
    const next = drafts[position + 1]?.bar.x ?? scale.width;
    const lateStretch = late === null ? null : toStretch(scale, late.from, late.to);
    const text = placeText(phase, bar, {
      coveredTo: coveredUntil(scale, before),
      freeTo: next,
      ownLate: lateStretch,
      marks,
      fontSize: options.fontSize,
    });
    return {
      index,
      phase,
      bar,
      planned: toStretch(scale, phase.first.from, phase.first.to ?? phase.first.from),
      actual:
        phase.actual.from === null
          ? null
          : toStretch(scale, phase.actual.from, phase.actual.to ?? laterOf(phase, today)),
      late:
        late === null || lateStretch === null
          ? null
          : { ...lateStretch, kind: late.kind, showsWord: lateStretch.width >= 2 * options.fontSize + 6 },
      text,
      milestone: placeMilestone(phase, { bar, text, next, late: lateStretch, ...options }),
    };
  });
}

function laterOf(phase: Phase, today: CalendarDate): CalendarDate {
  return phase.actual.from !== null && phase.actual.from > today ? phase.actual.from : today;
}

function toStretch(scale: Scale, from: CalendarDate | null, to: CalendarDate | null): Stretch | null {
  if (from === null || to === null || to < from) {
    return null;
  }
  const first = toEpochDay(from);
  const end = toEpochDay(to) + 1;
  if (end <= scale.firstDay || first >= scale.endDay) {
    return null;
  }
  const x = Math.round(dayToX(scale, Math.max(first, scale.firstDay)));
  return { x, width: Math.max(6, Math.round(dayToX(scale, Math.min(end, scale.endDay))) - x) };
}

/** How far to the right the hatches of earlier phases reach. */
function coveredUntil(scale: Scale, earlier: readonly (LateStretch | null)[]): number {
  return Math.max(
    0,
    ...earlier.map((late) => {
      const stretch = late === null ? null : toStretch(scale, late.from, late.to);
      return stretch === null ? 0 : stretch.x + stretch.width;
    }),
  );
}

type Room = {
  coveredTo: number;
  freeTo: number;
  ownLate: Stretch | null;
  marks: readonly number[];
  fontSize: number;
};

function placeText(phase: Phase, bar: Stretch, room: Room): BarText {
  const end = bar.x + bar.width;
  const startsUnderOwnLate = room.ownLate !== null && room.ownLate.x < end && room.ownLate.x <= bar.x;
  const coveredTo = Math.max(
    room.coveredTo,
    startsUnderOwnLate ? (room.ownLate?.x ?? 0) + (room.ownLate?.width ?? 0) : 0,
  );
  const start = Math.max(padding, Math.min(coveredTo, end) - bar.x + 4);
  const [full, short] = namesOf(phase);
  for (const value of [full, short]) {
    const width = estimateTextWidth(value, room.fontSize);
    const indent = passMarks(bar.x, start, { width, marks: room.marks });
    if (width + indent + 3 <= bar.width) {
      const repeat = Math.max(1, Math.ceil(bar.width / repeatEvery));
      return { value, place: "inside", indent, repeat };
    }
    const rightEdge = Math.max(end, room.ownLate === null ? 0 : room.ownLate.x + room.ownLate.width);
    if (value === full && rightEdge + padding + width <= room.freeTo) {
      return { value, place: "right", indent: rightEdge - bar.x + padding, repeat: 1 };
    }
  }
  return { value: full, place: "none", indent: padding, repeat: 1 };
}

/** Moves the words to the right of milestones that would stand on them. */
function passMarks(x: number, start: number, { width, marks }: { width: number; marks: readonly number[] }): number {
  let indent = start;
  for (const mark of marks.toSorted((a, b) => a - b)) {
    if (mark + markWidth > x + indent && mark - markWidth < x + indent + width) {
      indent = mark + markWidth - x;
    }
  }
  return indent;
}

/** Where the milestone of a phase stands, or null when it has none on the scale. */
function markX(phase: Phase, scale: Scale): number | null {
  const day = phase.milestoneOn === null ? null : toEpochDay(phase.milestoneOn);
  return day === null || day < scale.firstDay || day >= scale.endDay ? null : Math.round(dayToX(scale, day + 0.5));
}

/** The words for a bar, longest first: 「済」 and 「変更」 are said as well as drawn. */
function namesOf(phase: Phase): [string, string] {
  const kind = phase.kind === "" ? "工程" : phase.kind;
  const mark = phase.state === "済" ? "✓" : "";
  const suffix = phase.state === "変更" || phase.state === "中止" ? `（${phase.state}）` : "";
  return [
    `${mark}${kind}${suffix}`,
    phase.kind === "" ? "工" : phase.state === "中止" ? "中止" : phase.kind.slice(0, 1),
  ];
}

type MilestoneRoom = DrawingOptions & { bar: Stretch; text: BarText; next: number; late: Stretch | null };

/** The mark of a milestone; its name stands to its right where nothing else is written, else only in the card. */
function placeMilestone(phase: Phase, room: MilestoneRoom): Milestone | null {
  const x = markX(phase, room.scale);
  if (x === null) {
    return null;
  }
  const width = estimateTextWidth(phase.milestone, room.fontSize - 1);
  const label = { x: x + markWidth, width };
  const end = room.bar.x + room.bar.width;
  const isFree = listTextSpots(room).every((spot) => !meets(spot, label)) && !meets(room.late, label);
  const fitsInside = isFree && label.x + width + 4 <= end && x >= room.bar.x;
  const fitsBehind = isFree && label.x >= end - 2 && label.x + width <= room.next;
  return {
    x,
    label: fitsInside || fitsBehind ? phase.milestone : "",
    isOnDark:
      fitsInside &&
      (phase.kind === "実施" || phase.kind === "運用・効果確認" || phase.kind === "完了") &&
      phase.state !== "中止",
  };
}

/** Where the words of the bar itself stand. */
function listTextSpots({ bar, text, fontSize }: MilestoneRoom): Stretch[] {
  const width = estimateTextWidth(text.value, fontSize) + 2 * padding;
  if (text.place === "none") {
    return [];
  }
  const first = bar.x + text.indent;
  const room = bar.width - text.indent - width;
  return Array.from({ length: text.repeat }, (_, index) => ({
    x: first + (text.repeat === 1 ? 0 : (room * index) / (text.repeat - 1)),
    width,
  }));
}

function meets(a: Stretch | null, b: Stretch): boolean {
  return a !== null && a.x < b.x + b.width && b.x < a.x + a.width;
}
