import { useLanguage, useText } from "../../core/ui/language.tsx";
import { Modal } from "../../core/ui/modal.tsx";
import type { Phase } from "../../../domain/schedule/phase.ts";
import type { Conflict, Question } from "../data/editor-state.ts";
import { findPhase, kindOf } from "../model/describe-phase.ts";
import { formatSlashRange } from "../model/format-day.ts";
import type { Action } from "../model/plan-data.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

export type ConflictDialogProps = {
  readonly conflict: Conflict;
  readonly onResolve: (keeps: "theirs" | "mine") => void;
};

/** Theirs and ours side by side; nothing was overwritten and nothing is until the user says so. */
export function ConflictDialog({ conflict, onResolve }: ConflictDialogProps) {
  const text = useText();
  const { theirs, mine, edit, changedBy } = conflict;
  const isGone = edit.changes.some(({ rowId }) => findPhase(theirs, rowId) === null);
  return (
    <Modal
      title={text(roadmapTexts.conflictTitle)}
      onClose={() => onResolve("theirs")}
      buttons={
        <>
          <button type="button" className="mdx-button mdx-button-primary" onClick={() => onResolve("theirs")}>
            {text(roadmapTexts.takeTheirs)}
          </button>
          {isGone ? null : (
            <button type="button" className="mdx-button" onClick={() => onResolve("mine")}>
              {text(roadmapTexts.takeMine)}
            </button>
          )}
        </>
      }
    >
      <p>
        {text(roadmapTexts.conflictText, {
          name: mine.name,
          who: changedBy === "" ? text(roadmapTexts.someone) : changedBy,
        })}
      </p>
      <TwoSides
        rowIds={edit.changes.map(({ rowId }) => rowId)}
        left={{ action: theirs, title: text(roadmapTexts.theirsColumn) }}
        right={{ action: mine, title: text(roadmapTexts.mineColumn) }}
      />
    </Modal>
  );
}

export type AlsoMovesDialogProps = { readonly question: Question; readonly onAnswer: (goesOn: boolean) => void };

/** Before a drop that pushes other phases along: what is now and what would be. */
export function AlsoMovesDialog({ question, onAnswer }: AlsoMovesDialogProps) {
  const text = useText();
  return (
    <Modal
      title={text(roadmapTexts.alsoTitle)}
      onClose={() => onAnswer(false)}
      buttons={
        <>
          <button type="button" className="mdx-button mdx-button-primary" onClick={() => onAnswer(true)}>
            {text(roadmapTexts.alsoYes)}
          </button>
          <button type="button" className="mdx-button" onClick={() => onAnswer(false)}>
            {text(roadmapTexts.alsoNo)}
          </button>
        </>
      }
    >
      <p>{text(roadmapTexts.alsoText)}</p>
      <TwoSides
        rowIds={question.plan.edit.changes.map(({ rowId }) => rowId)}
        left={{ action: question.base, title: text(roadmapTexts.beforeColumn) }}
        right={{ action: question.plan.action, title: text(roadmapTexts.afterColumn) }}
      />
    </Modal>
  );
}

type Side = { readonly action: Action; readonly title: string };

function TwoSides({ rowIds, left, right }: { rowIds: readonly string[]; left: Side; right: Side }) {
  const text = useText();
  const language = useLanguage();
  return (
    <table className="mdx-table">
      <thead>
        <tr>
          <th scope="col">{text(roadmapTexts.phaseColumn)}</th>
          <th scope="col">{left.title}</th>
          <th scope="col">{right.title}</th>
        </tr>
      </thead>
      <tbody>
        {rowIds.map((rowId) => {
          const phase = findPhase(right.action, rowId) ?? findPhase(left.action, rowId);
          return (
            <tr key={rowId}>
              <th scope="row">{phase === null ? "" : kindOf(phase, language)}</th>
              <td>
                <PlanOf phase={findPhase(left.action, rowId)} />
              </td>
              <td>
                <PlanOf phase={findPhase(right.action, rowId)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function PlanOf({ phase }: { phase: Phase | null }) {
  const text = useText();
  return phase === null ? text(roadmapTexts.gone) : formatSlashRange(phase.current.from, phase.current.to);
}
