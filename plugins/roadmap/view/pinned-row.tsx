import { memo } from "react";
import { useText } from "../../core/ui/language.tsx";
import { findSpan } from "../model/plan-store.ts";
import type { Row } from "../model/rows.ts";
import { chartSize } from "./chart-size.ts";
import type { Drawing } from "./drawing.ts";
import { wordsClass } from "./label-slot.tsx";
import { toSpanStretch } from "./lane-slot.tsx";
import { roadmapTexts } from "./roadmap-texts.ts";
import { rowName } from "./row-name.ts";

export type PinnedRowProps = {
  readonly row: Row | null;
  readonly drawing: Drawing;
  readonly top: number;
  readonly onOpen: (key: string) => void;
};

/** The 取組 whose lines are being read stays under the header while they scroll. A repetition, so not for screen readers. */
export const PinnedRow = memo(function PinnedRow({ row, drawing, top, onOpen }: PinnedRowProps) {
  const text = useText();
  const span = row === null ? null : findSpan(drawing.store, row.actionIds);
  const stretch = span === null ? null : toSpanStretch(drawing.scale, span);
  return (
    <div
      className="mdx-rm-pinned"
      aria-hidden="true"
      style={{ top, width: chartSize.labelWidth + drawing.scale.width }}
    >
      {row === null ? null : (
        <div className="mdx-rm-pinned-row">
          <div className={`mdx-rm-label mdx-rm-row-${row.kind}`} onPointerDown={() => onOpen(row.key)}>
            <div className="mdx-rm-name">
              <span className="mdx-rm-toggle">▾</span>
              <span className={wordsClass(rowName(row, null, text), 308)}>{rowName(row, null, text)}</span>
            </div>
            <div className="mdx-rm-count">{text(roadmapTexts.countOfActions, { count: row.actionIds.length })}</div>
          </div>
          <div className="mdx-rm-pinned-lane" style={{ width: drawing.scale.width }}>
            {stretch === null ? null : <i className="mdx-rm-span" style={{ left: stretch.x, width: stretch.width }} />}
          </div>
        </div>
      )}
    </div>
  );
});

/** The 取組 (or 区分) that a row belongs to, when its own line has scrolled away. */
export function findPinned(rows: readonly Row[], firstVisible: number): Row | null {
  const top = rows[firstVisible];
  if (top === undefined || top.depth < 2) {
    return null;
  }
  for (let index = firstVisible - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row !== undefined && (row.kind === "initiative" || row.kind === "group")) {
      return row;
    }
  }
  return null;
}
