import { memo } from "react";
import { useText } from "../../core/ui/language.tsx";
import { toEpochDay } from "../../../domain/calendar-date.ts";
import { type Span, findSpan } from "../model/plan-store.ts";
import type { Row } from "../model/rows.ts";
import { dayToX, type Scale } from "../model/scale.ts";
import type { BarLayout } from "../model/layout-bars.ts";
import { Bar, plannedLines } from "./bar.tsx";
import { chartSize } from "./chart-size.ts";
import type { Drawing } from "./drawing.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { useAction, useSaveState, useSettledVersion } from "./use-store.ts";

export type LaneSlotProps = {
  readonly row: Row;
  readonly index: number;
  readonly drawing: Drawing;
  /** The bar that has the keyboard, -1 when none in this row has. */
  readonly activeBar: number;
  /** Whether the reader may add an action, and so sees a ＋ to press. */
  readonly canAdd: boolean;
};

/** The right half of a row. It stays mounted while rows pass through it. */
export const LaneSlot = memo(function LaneSlot({ row, index, drawing, activeBar, canAdd }: LaneSlotProps) {
  const action = useAction(drawing.store, row.kind === "action" ? row.actionId : null);
  const bars = action === null ? [] : drawing.barsOf(action);
  return (
    <div
      className={`mdx-rm-lane mdx-rm-row-${row.kind}`}
      role="presentation"
      style={{ top: index * chartSize.rowHeight, ...plannedLines(bars, plannedTop) }}
      data-row={index}
    >
      {bars.map((layout, position) => (
        <Bar
          key={position}
          id={barId(row.key, position)}
          position={position}
          layout={layout}
          today={drawing.today}
          isActive={activeBar === position}
        />
      ))}
      {row.kind === "action" ? (
        <SavingWord actionId={row.actionId} bars={bars} drawing={drawing} />
      ) : row.kind === "subItem" ? (
        <SubItemLane isEmpty={row.actionIds.length === 0} drawing={drawing} canAdd={canAdd} />
      ) : (
        <SpanLane row={row} drawing={drawing} />
      )}
    </div>
  );
});

const plannedTop = 30;

type SavingWordProps = { actionId: string; bars: readonly BarLayout[]; drawing: Drawing };

/** Whether the last change of the row is on its way, stored or refused. */
function SavingWord({ actionId, bars, drawing }: SavingWordProps) {
  const saving = useSaveState(drawing.store, actionId);
  const text = useText();
  const end = Math.max(0, ...bars.map(({ bar }) => bar.x + bar.width));
  return saving === null ? null : (
    <span className={`mdx-rm-saving mdx-rm-saving-${saving}`} style={{ left: end + 8 }}>
      {text(roadmapTexts[saving])}
    </span>
  );
}

function SubItemLane({ isEmpty, drawing, canAdd }: { isEmpty: boolean; drawing: Drawing; canAdd: boolean }) {
  const text = useText();
  const today = dayToX(drawing.scale, toEpochDay(drawing.today));
  return isEmpty ? (
    <span className="mdx-rm-empty" style={{ left: Math.max(12, Math.min(today + 12, drawing.scale.width - 420)) }}>
      {text(canAdd ? roadmapTexts.noAction : roadmapTexts.noActionToRead)}
    </span>
  ) : null;
}

function SpanLane({ row, drawing }: { row: Row; drawing: Drawing }) {
  useSettledVersion(drawing.store);
  const span = findSpan(drawing.store, row.actionIds);
  const stretch = span === null ? null : toSpanStretch(drawing.scale, span);
  return stretch === null ? null : <i className="mdx-rm-span" style={{ left: stretch.x, width: stretch.width }} />;
}

/** Where a summary line lies, or null when it lies outside the period. */
export function toSpanStretch(scale: Scale, span: Span): { x: number; width: number } | null {
  const from = Math.max(scale.firstDay, toEpochDay(span.from));
  const end = Math.min(scale.endDay, toEpochDay(span.to) + 1);
  const x = Math.round(dayToX(scale, from));
  return end <= from ? null : { x, width: Math.max(4, Math.round(dayToX(scale, end)) - x) };
}

/** The id of a bar's element; rows name the bars they own by it. */
export function barId(rowKey: string, position: number): string {
  return `mdx-rm-${encodeURIComponent(rowKey)}-${position}`;
}
