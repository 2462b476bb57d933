// A treegrid of absolutely placed, recycled rows cannot be a <table>; 「表で見る」 is one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from "react";
import { useText } from "../../core/ui/language.tsx";
import { progressOf, progressShapes, progressTexts } from "../model/progress.ts";
import type { Row } from "../model/rows.ts";
import { estimateTextWidth } from "../model/text-width.ts";
import { chartSize } from "./chart-size.ts";
import type { Drawing } from "./drawing.ts";
import { barId } from "./lane-slot.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { rowName, rowTitle } from "./row-name.ts";
import { useAction } from "./use-store.ts";

export type LabelSlotProps = {
  readonly row: Row;
  readonly index: number;
  readonly drawing: Drawing;
  readonly isActive: boolean;
  readonly createUrl: RoadmapEnv["createUrl"];
};

/** The left half of a row: its name with what belongs to it, and as a treegrid row the owner of its bars. */
export const LabelSlot = memo(function LabelSlot({ row, index, drawing, isActive, createUrl }: LabelSlotProps) {
  const text = useText();
  const action = useAction(drawing.store, row.kind === "action" ? row.actionId : null);
  const bars = action === null ? [] : drawing.barsOf(action);
  const owned = bars.map((_, position) => barId(row.key, position)).join(" ");
  const name = rowName(row, action, text);
  return (
    <div
      className={`mdx-rm-label mdx-rm-row-${row.kind}${isActive ? " is-active" : ""}`}
      style={{ top: index * chartSize.rowHeight }}
      role="row"
      aria-level={row.depth + 1}
      aria-rowindex={index + 2}
      {...(row.hasChildren ? { "aria-expanded": row.isOpen } : {})}
      {...(owned === "" ? {} : { "aria-owns": owned })}
      data-row={index}
    >
      <div id={labelId(row.key)} role="rowheader" className="mdx-rm-name" title={name}>
        {row.kind === "action" ? null : (
          <span className="mdx-rm-toggle" aria-hidden="true">
            {row.hasChildren ? (row.isOpen ? "▾" : "▸") : ""}
          </span>
        )}
        <span className={wordsClass(name, nameWidths[row.kind])}>{name}</span>
      </div>
      {action === null ? (
        <div role="gridcell" className="mdx-rm-count">
          {row.kind === "subItem" ? (
            createUrl === null ? null : (
              <a
                className="mdx-rm-add"
                href={createUrl(row.subItem.subItemId)}
                tabIndex={-1}
                aria-label={text(roadmapTexts.addAction, { item: rowTitle(row, text) })}
              >
                ＋
              </a>
            )
          ) : (
            text(roadmapTexts.countOfActions, { count: row.actionIds.length })
          )}
        </div>
      ) : (
        <>
          <div role="gridcell" className={deptClass(action.deptName)}>
            {action.deptName === "" ? "—" : action.deptName}
          </div>
          <ProgressCell progress={progressOf(action, drawing.today)} />
        </>
      )}
    </div>
  );
});

/** How wide the words of a row may be on one line; chart.css has the same places. */
const nameWidths = { group: 320, initiative: 308, subItem: 334, action: 209 } as const satisfies Record<
  Row["kind"],
  number
>;

/** Two lines only for what does not fit on one: breaking by phrase is work, and most names are short. */
export function wordsClass(name: string, width: number): string {
  return estimateTextWidth(name, 14) > width ? "mdx-rm-words is-long" : "mdx-rm-words";
}

function deptClass(name: string): string {
  return estimateTextWidth(name, 14) > 76 ? "mdx-rm-dept is-long" : "mdx-rm-dept";
}

function ProgressCell({ progress }: { progress: ReturnType<typeof progressOf> }) {
  const text = useText();
  return (
    <div role="gridcell" className={`mdx-rm-progress mdx-rm-progress-${progress}`}>
      <span aria-hidden="true">{progressShapes[progress]}</span>
      {text(progressTexts[progress])}
    </div>
  );
}

/** The id of the element that carries a row's name. */
export function labelId(rowKey: string): string {
  return `mdx-rm-${encodeURIComponent(rowKey)}`;
}
