import { addDays, daysBetween } from "../calendar-date.ts";
import { type Interval, intervalsOverlap, moveInterval, resizeInterval, type Step } from "./interval.ts";
import { currentInterval, type Phase } from "./phase.ts";

/** An edit and its consequences; nothing but `edited` changes unless the user agrees. */
export type PhaseEdit = {
  /** The phase as it becomes; the same object when it has no complete current plan to edit. */
  readonly edited: Phase;
  /** Phases that would have to move so that nothing overlaps, each as it would become, by index in the given list. */
  readonly alsoMoves: readonly { readonly index: number; readonly phase: Phase }[];
  /** Indexes of phases that would overlap but cannot move, because they are 済 or have begun. */
  readonly overlapsFixed: readonly number[];
};

/** Moves the current plan of one phase (in days, weeks or months); first plan and actual dates stay. */
export function movePhase(phases: readonly Phase[], index: number, step: Step): PhaseEdit {
  return editPhase(phases, index, (interval) => moveInterval(interval, step));
}

/** Moves one end of the current plan of one phase; at least one day remains. */
export function resizePhase(phases: readonly Phase[], index: number, edge: "from" | "to", step: Step): PhaseEdit {
  return editPhase(phases, index, (interval) => resizeInterval(interval, edge, step));
}

function editPhase(phases: readonly Phase[], index: number, edit: (interval: Interval) => Interval): PhaseEdit {
  const phase = phases[index];
  if (!phase) {
    throw new RangeError(`There is no phase ${index} among ${phases.length}`);
  }
  const before = currentInterval(phase);
  if (!before) {
    return { edited: phase, alsoMoves: [], overlapsFixed: [] };
  }
  const after = edit(before);
  const edited = { ...phase, current: after };
  return phase.state === "中止"
    ? { edited, alsoMoves: [], overlapsFixed: [] }
    : { edited, ...pushNeighbours(phases, index, before, after) };
}

/** Pushes what was later further back and what was earlier further forward, each by just enough, length kept. */
function pushNeighbours(
  phases: readonly Phase[],
  index: number,
  before: Interval,
  after: Interval,
): Pick<PhaseEdit, "alsoMoves" | "overlapsFixed"> {
  const alsoMoves: { index: number; phase: Phase }[] = [];
  const overlapsFixed: number[] = [];
  const others = phases
    .map((phase, position) => ({ index: position, phase, interval: currentInterval(phase) }))
    .filter((other) => other.index !== index && other.phase.state !== "中止")
    .flatMap(({ interval, ...other }) => (interval ? [{ ...other, interval }] : []));
  const later = others
    .filter(({ interval }) => interval.from > before.to)
    .toSorted((a, b) => daysBetween(b.interval.from, a.interval.from));
  const earlier = others
    .filter(({ interval }) => interval.to < before.from)
    .toSorted((a, b) => daysBetween(a.interval.to, b.interval.to));
  for (const direction of ["later", "earlier"] as const) {
    let wall = after;
    for (const other of direction === "later" ? later : earlier) {
      const isPushed = direction === "later" ? other.interval.from <= wall.to : other.interval.to >= wall.from;
      if (!isPushed) {
        break;
      }
      if (isFixed(other.phase)) {
        if (intervalsOverlap(other.interval, wall)) {
          overlapsFixed.push(other.index);
        }
        // It stays where it is; what lies beyond it may be in the way all the same.
        continue;
      }
      const count =
        direction === "later"
          ? daysBetween(other.interval.from, addDays(wall.to, 1))
          : -daysBetween(addDays(wall.from, -1), other.interval.to);
      wall = moveInterval(other.interval, { unit: "day", count });
      alsoMoves.push({ index: other.index, phase: { ...other.phase, current: wall } });
    }
  }
  return { alsoMoves, overlapsFixed };
}

function isFixed({ state, actual }: Phase): boolean {
  return state === "済" || actual.from !== null;
}
