import type { RuleLevels } from "../../../domain/rules/rule.ts";
import { type Language, type Message, type MessageParams, formatMessage } from "../../../domain/message.ts";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { toSuiteError } from "../../core/kintone/to-suite-error.ts";
import { describeMove, findPhase, kindOf } from "../model/describe-phase.ts";
import { type GestureKind, toStep } from "../model/gesture.ts";
import { judgeChange } from "../model/judge-edit.ts";
import { type EditPlan, planEdit, withEdit } from "../model/plan-edit.ts";
import type { PlanStore } from "../model/plan-store.ts";
import {
  type Edit,
  emptyUndoStack,
  forgetRecord,
  invertEdit,
  moveToDone,
  moveToUndone,
  pushEdit,
} from "../model/undo-stack.ts";
import type { Zoom } from "../model/zoom.ts";
import { type EditorState, initialEditorState } from "./editor-state.ts";
import { editorTexts } from "./editor-texts.ts";
import { type RecordGate, saveEdit } from "./save-edit.ts";

export type Gesture = {
  readonly recordId: string;
  readonly index: number;
  readonly kind: GestureKind;
  readonly zoom: Zoom;
  readonly count: number;
};

export type EditorOptions = {
  readonly store: PlanStore;
  readonly gate: RecordGate;
  readonly levels: RuleLevels;
  readonly today: CalendarDate;
  readonly language: Language;
  /** How long a keyboard change waits for the next key before it is saved, in ms. */
  readonly keyDelay: number;
};

export type Editor = {
  readonly getState: () => EditorState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What a gesture would do; nothing is changed. */
  readonly preview: (gesture: Gesture) => EditPlan | null;
  /** A pointer let go: saves, asks or refuses. */
  readonly drop: (gesture: Gesture) => void;
  /** A key moved the bar on; saved after a pause, by `commit`, or taken back by `cancel`. */
  readonly nudge: (gesture: Gesture) => void;
  readonly commit: () => void;
  readonly cancel: () => boolean;
  readonly answerQuestion: (goesOn: boolean) => void;
  readonly resolveConflict: (keeps: "theirs" | "mine") => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly dismissNotice: () => void;
  /** Resolves when everything given so far is saved or refused. */
  readonly settled: () => Promise<void>;
};

type Save = { readonly edit: Edit; readonly spoken: string; readonly after: "push" | "undo" | "redo" };

/** Keeps what is being changed, saves it one after another, and can take it back. React only looks at its state. */
export function createEditor(options: EditorOptions): Editor {
  const { store, language } = options;
  const listeners = new Set<() => void>();
  let state = initialEditorState;
  let stack = emptyUndoStack;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve();

  const say = (message: Message, params?: MessageParams): string => formatMessage(message, language, params);
  const set = (change: Partial<EditorState>): void => {
    state = { ...state, ...change, canUndo: stack.done.length > 0, canRedo: stack.undone.length > 0 };
    for (const listener of listeners) {
      listener();
    }
  };
  const speak = (text: string): void => set({ spoken: { text, count: state.spoken.count + 1 } });

  /** One save after another: the second one must see the revision that the first one made. */
  const enqueue = (work: () => Promise<void>): void => {
    const before = queue;
    queue = (async () => {
      await before;
      await work();
    })();
  };

  const preview = (gesture: Gesture): EditPlan | null => {
    const action = state.pending?.base.id === gesture.recordId ? state.pending.base : store.action(gesture.recordId);
    return action === null
      ? null
      : planEdit(
          action,
          { index: gesture.index, kind: gesture.kind, step: toStep(gesture.zoom, gesture.count) },
          options,
        );
  };

  /** Draws the change at once; what the server says comes later. */
  const show = (edit: Edit): void => {
    const before = store.action(edit.recordId);
    if (before !== null) {
      store.setAction(withEdit(before, edit));
    }
    store.setSaveState(edit.recordId, "saving");
  };

  const send = async ({ edit, spoken, after }: Save): Promise<void> => {
    try {
      const result = await saveEdit(edit, options.gate, say(editorTexts.unreadable));
      if (result.kind === "conflict") {
        const mine = withEdit(store.action(edit.recordId) ?? result.theirs, edit);
        stack = forgetRecord(stack, edit.recordId);
        store.setAction(result.theirs);
        store.setSaveState(edit.recordId, null);
        set({ conflict: { edit, mine, theirs: result.theirs, changedBy: result.changedBy } });
        speak(say(editorTexts.conflictSpoken));
        return;
      }
      store.setAction(result.action);
      store.setSaveState(edit.recordId, "saved");
      stack = after === "push" ? pushEdit(stack, edit) : after === "undo" ? moveToUndone(stack) : moveToDone(stack);
      set({ notice: null });
      speak(spoken);
    } catch (error) {
      giveBack(edit);
      store.setSaveState(edit.recordId, "failed");
      if (!(error instanceof SuiteError)) {
        // A fault of ours: who helps from afar needs the cause, which the words leave out.
        // oxlint-disable-next-line no-console
        console.error("[roadmap]", error);
      }
      refuse("error", toSuiteError(error, language).message);
    }
  };

  const save = (asked: Save): void => {
    show(asked.edit);
    enqueue(() => send(asked));
  };

  /** Puts the dates back that are really stored; what the user sees is never something that is not. */
  const giveBack = (edit: Edit): void => {
    const now = store.action(edit.recordId);
    if (now !== null) {
      store.setAction(withEdit(now, invertEdit(edit)));
    }
  };

  const refuse = (tone: "warning" | "error", reason: string): void => {
    const text = say(editorTexts.refused, { reason });
    set({ notice: { tone, title: say(editorTexts.refusedTitle), text } });
    speak(text);
  };

  /** Decides on a finished gesture: nothing to do, refuse, ask, or save. */
  const decide = (gesture: Gesture, plan: EditPlan): void => {
    const action = store.action(gesture.recordId);
    const phase = action?.phases[gesture.index];
    if (action === null || phase === undefined || plan.edit.changes.length === 0) {
      return;
    }
    const stop = plan.words.find(({ level }) => level === "stop");
    if (plan.blockedBy.length > 0) {
      const phases = plan.blockedBy.map((other) => kindOf(other, language)).join(language === "ja" ? "、" : ", ");
      refuse("warning", say(editorTexts.blocked, { phases }));
      return;
    }
    if (stop !== undefined) {
      refuse("warning", stop.text);
      return;
    }
    const spoken = say(editorTexts.saved, { move: describeMove(phase, gesture.kind, plan.dates, language) });
    if (plan.alsoMoves.length > 0) {
      set({ question: { base: action, plan, spoken } });
      return;
    }
    save({ edit: plan.edit, spoken, after: "push" });
  };

  const takePending = () => {
    clearTimeout(timer);
    const { pending } = state;
    if (pending !== null) {
      store.setAction(pending.base);
      set({ pending: null });
    }
    return pending;
  };

  const commit = (): void => {
    const pending = takePending();
    if (pending !== null) {
      decide(
        { recordId: pending.base.id, index: pending.index, kind: pending.kind, zoom: "month", count: 0 },
        pending.plan,
      );
    }
  };

  const nudge = (gesture: Gesture): void => {
    const { pending } = state;
    const continues =
      pending !== null &&
      pending.base.id === gesture.recordId &&
      pending.index === gesture.index &&
      pending.kind === gesture.kind;
    if (pending !== null && !continues) {
      commit();
    }
    const base = continues ? pending.base : store.action(gesture.recordId);
    const count = gesture.count + (continues ? pending.count : 0);
    const plan = preview({ ...gesture, count });
    const phase = base?.phases[gesture.index];
    if (base === null || plan === null || phase === undefined) {
      speak(say(editorTexts.noDates));
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(commit, options.keyDelay);
    store.setAction(
      withEdit(base, { ...plan.edit, changes: plan.edit.changes.filter(({ rowId }) => rowId === phase.id) }),
    );
    set({ pending: { base, index: gesture.index, kind: gesture.kind, count, plan } });
    speak(say(editorTexts.pending, { move: describeMove(phase, gesture.kind, plan.dates, language) }));
  };

  const undoLast = (direction: "undo" | "redo"): void => {
    commit();
    // After whatever is still being saved, so that the newest edit is the one taken back.
    enqueue(async () => {
      const edit = direction === "undo" ? stack.done.at(-1) : stack.undone.at(-1);
      if (edit === undefined) {
        speak(say(direction === "undo" ? editorTexts.nothingToUndo : editorTexts.nothingToRedo));
        return;
      }
      const asked = direction === "undo" ? invertEdit(edit) : edit;
      show(asked);
      await send({
        edit: asked,
        spoken: say(direction === "undo" ? editorTexts.undone : editorTexts.redone),
        after: direction,
      });
    });
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    preview,
    drop: (gesture) => {
      commit();
      const plan = preview(gesture);
      if (plan === null) {
        refuse("warning", say(editorTexts.noDates));
      } else {
        decide(gesture, plan);
      }
    },
    nudge,
    commit,
    cancel: () => {
      const hadPending = takePending() !== null;
      if (hadPending) {
        speak(say(editorTexts.cancelled));
      }
      return hadPending;
    },
    answerQuestion: (goesOn) => {
      const { question } = state;
      set({ question: null });
      if (question !== null && goesOn) {
        save({ edit: question.plan.edit, spoken: question.spoken, after: "push" });
      } else if (question !== null) {
        speak(say(editorTexts.cancelled));
      }
    },
    resolveConflict: (keeps) => {
      const { conflict } = state;
      set({ conflict: null });
      if (conflict === null || keeps === "theirs") {
        return;
      }
      const changes = conflict.edit.changes.flatMap((change) => {
        const current = conflict.theirs.phases.find(({ id }) => id === change.rowId)?.current;
        return current?.from && current.to ? [{ ...change, before: { from: current.from, to: current.to } }] : [];
      });
      const edit = { ...conflict.edit, changes };
      const [first] = changes;
      const phase = first === undefined ? null : findPhase(conflict.theirs, first.rowId);
      if (first === undefined || phase === null) {
        refuse("warning", say(editorTexts.gone));
        return;
      }
      // Their record is another one than the gesture was judged on.
      const words = judgeChange(conflict.theirs.phases, withEdit(conflict.theirs, edit).phases, options);
      const stop = words.find(({ level }) => level === "stop");
      if (stop !== undefined) {
        refuse("warning", stop.text);
        return;
      }
      const move = describeMove(phase, "move", first.after, language);
      save({ edit, spoken: say(editorTexts.saved, { move }), after: "push" });
    },
    undo: () => undoLast("undo"),
    redo: () => undoLast("redo"),
    dismissNotice: () => set({ notice: null }),
    settled: async () => {
      let last: Promise<void> | null = null;
      while (last !== queue) {
        last = queue;
        await last;
      }
    },
  };
}
