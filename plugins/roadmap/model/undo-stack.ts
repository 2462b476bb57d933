import type { Interval } from "../../../domain/schedule/interval.ts";

/** One saved gesture: the dates of each phase it moved, before and after. */
export type PhaseChange = { readonly rowId: string; readonly before: Interval; readonly after: Interval };
export type Edit = { readonly recordId: string; readonly changes: readonly PhaseChange[] };

export type UndoStack = { readonly done: readonly Edit[]; readonly undone: readonly Edit[] };

export const emptyUndoStack: UndoStack = { done: [], undone: [] };

const depth = 100;

/** A new edit was saved; what had been undone before it can no longer be redone. */
export function pushEdit(stack: UndoStack, edit: Edit): UndoStack {
  return { done: [...stack.done, edit].slice(-depth), undone: [] };
}

/** The stack after its last edit was taken back by another save. */
export function moveToUndone(stack: UndoStack): UndoStack {
  const last = stack.done.at(-1);
  return last === undefined ? stack : { done: stack.done.slice(0, -1), undone: [...stack.undone, last] };
}

export function moveToDone(stack: UndoStack): UndoStack {
  const last = stack.undone.at(-1);
  return last === undefined ? stack : { done: [...stack.done, last], undone: stack.undone.slice(0, -1) };
}

/** The edit that takes `edit` back. */
export function invertEdit(edit: Edit): Edit {
  return {
    recordId: edit.recordId,
    changes: edit.changes.map(({ rowId, before, after }) => ({ rowId, before: after, after: before })),
  };
}

/** Forgets the edits of a record that someone else changed meanwhile, so that undoing never overwrites their work. */
export function forgetRecord(stack: UndoStack, recordId: string): UndoStack {
  return {
    done: stack.done.filter((edit) => edit.recordId !== recordId),
    undone: stack.undone.filter((edit) => edit.recordId !== recordId),
  };
}
