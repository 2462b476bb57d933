import type { EditPlan } from "../model/plan-edit.ts";
import type { GestureKind } from "../model/gesture.ts";
import type { Action } from "../model/plan-data.ts";
import type { Edit } from "../model/undo-stack.ts";

/** A change that is shown but not yet saved: keys are still being pressed. */
export type Pending = {
  readonly base: Action;
  readonly index: number;
  readonly kind: GestureKind;
  readonly count: number;
  readonly plan: EditPlan;
};

/** A drop that would push other phases along: the user decides. */
export type Question = { readonly base: Action; readonly plan: EditPlan; readonly spoken: string };

/** Someone else changed the same phase: both sides, nothing overwritten. */
export type Conflict = {
  readonly edit: Edit;
  readonly mine: Action;
  readonly theirs: Action;
  readonly changedBy: string;
};

type EditorNotice = { readonly tone: "warning" | "error"; readonly title: string; readonly text: string };

export type EditorState = {
  readonly pending: Pending | null;
  readonly question: Question | null;
  readonly conflict: Conflict | null;
  readonly notice: EditorNotice | null;
  /** What screen readers say next; `count` rises so that the same words are said twice. */
  readonly spoken: { readonly text: string; readonly count: number };
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export const initialEditorState: EditorState = {
  pending: null,
  question: null,
  conflict: null,
  notice: null,
  spoken: { text: "", count: 0 },
  canUndo: false,
  canRedo: false,
};
