import type { ReactNode } from "react";
import { useText } from "../../core/ui/language.tsx";
import { roadmapTexts } from "./roadmap-texts.ts";

export type ActsProps = {
  readonly isTable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onTable: (isTable: boolean) => void;
  readonly onToday: () => void;
  readonly onPrint: () => void;
  readonly onExport: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** What can be done with what is shown. */
export function Acts(props: ActsProps) {
  const text = useText();
  return (
    <span className="mdx-rm-toolbar-acts">
      <Act label={text(roadmapTexts.undo)} onClick={props.onUndo} isDisabled={!props.canUndo}>
        ↶ {text(roadmapTexts.undo)}
      </Act>
      <Act label={text(roadmapTexts.redo)} onClick={props.onRedo} isDisabled={!props.canRedo}>
        ↷ {text(roadmapTexts.redo)}
      </Act>
      {props.isTable ? null : <Act onClick={props.onToday}>{text(roadmapTexts.toToday)}</Act>}
      <Act onClick={() => props.onTable(!props.isTable)}>
        {text(props.isTable ? roadmapTexts.asChart : roadmapTexts.asTable)}
      </Act>
      <Act onClick={props.onPrint}>{text(roadmapTexts.print)}</Act>
      <Act onClick={props.onExport}>{text(roadmapTexts.exportCsv)}</Act>
    </span>
  );
}

type ActProps = { label?: string; onClick: () => void; isDisabled?: boolean; children: ReactNode };

/** A disabled button stays reachable, so that the keyboard is not thrown out of the toolbar after the last undo. */
function Act({ label, onClick, isDisabled = false, children }: ActProps) {
  return (
    <button
      type="button"
      className="mdx-button"
      {...(label === undefined ? {} : { "aria-label": label })}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) {
          onClick();
        }
      }}
    >
      {children}
    </button>
  );
}
