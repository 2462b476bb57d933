import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { useText } from "../../core/ui/language.tsx";
import type { GridFocus } from "../model/grid-focus.ts";
import type { HeaderFlag } from "../model/header-flags.ts";
import type { SubItem } from "../model/plan-data.ts";
import type { Row } from "../model/rows.ts";
import { type VirtualWindow, listSlots, poolSizeOf, scrollTopFor } from "../model/virtual-window.ts";
import type { Zoom } from "../model/zoom.ts";
import { ChartGrid } from "./chart-grid.tsx";
import { ChartHead, headId } from "./chart-head.tsx";
import { chartSize, headHeightOf } from "./chart-size.ts";
import type { Drawing } from "./drawing.ts";
import { LabelSlot, labelId } from "./label-slot.tsx";
import { LaneSlot, barId } from "./lane-slot.tsx";
import { PinnedRow, findPinned } from "./pinned-row.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { useRowWindow } from "./use-row-window.ts";

export type ChartProps = {
  readonly rows: readonly Row[];
  readonly drawing: Drawing;
  readonly zoom: Zoom;
  readonly height: number;
  readonly focus: GridFocus;
  readonly subItems: readonly SubItem[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly createUrl: RoadmapEnv["createUrl"];
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPress: (row: number, bar: number) => void;
  readonly onFlag: (flag: HeaderFlag, anchor: HTMLElement) => void;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
  };
};

/**
 * The drawing: one native scroller, one sticky header, one sticky pane of labels, a fixed pool of rows in each half. The
 * pane of labels is the grid: its rows own the bars beside it (aria-owns), and the keyboard has one place in it
 * (`focus`), named by aria-activedescendant, so that rows may come and go.
 */
export function Chart(props: ChartProps) {
  const { rows, drawing, zoom, height, focus, scroller, grid } = props;
  const text = useText();
  const headHeight = headHeightOf(zoom === "month");
  const window: VirtualWindow = useMemo(
    () => ({
      rowHeight: chartSize.rowHeight,
      rowCount: rows.length,
      viewportHeight: height - headHeight,
      overscan: chartSize.overscan,
    }),
    [rows.length, height, headHeight],
  );
  const { first, top } = useRowWindow(scroller, window);
  const pool = poolSizeOf(window);
  const slots = listSlots(first, pool);
  const bodyWidth = chartSize.labelWidth + drawing.scale.width;
  const onOpen = useCallback(
    (key: string) => {
      const row = rows.findIndex((other) => other.key === key);
      scroller.current?.scrollTo({ top: row * chartSize.rowHeight });
    },
    [rows, scroller],
  );
  const press = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target : null;
    const row = Number(element?.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? -1);
    if (row >= 0 && element?.closest("a") === null) {
      props.onPress(row, Number(element.closest<HTMLElement>("[data-bar]")?.dataset["bar"] ?? -1));
    }
  };
  useKeepInView({ scroller, window, focus });
  return (
    <div ref={scroller} className="mdx-rm-scroller" style={{ height }}>
      <ChartHead
        scale={drawing.scale}
        today={drawing.today}
        hasMonths={zoom === "month"}
        subItems={props.subItems}
        onFlag={props.onFlag}
      />
      <ChartGrid
        scale={drawing.scale}
        today={drawing.today}
        headHeight={headHeight}
        height={height - headHeight}
        lines={zoom === "year" ? "quarter" : "month"}
      />
      <PinnedRow row={findPinned(rows, top)} drawing={drawing} top={headHeight} onOpen={onOpen} />
      {/* Presses are caught here once for all recycled rows; the keyboard has the same by Enter and the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="mdx-rm-body"
        style={{ height: rows.length * chartSize.rowHeight, width: bodyWidth }}
        onClick={press}
      >
        <div
          ref={grid}
          className="mdx-rm-labels"
          role="treegrid"
          tabIndex={0}
          aria-label={text(roadmapTexts.gridLabel)}
          aria-rowcount={rows.length + 1}
          aria-owns={headId}
          aria-activedescendant={activeId(rows, focus)}
          onKeyDown={props.onKeyDown}
        >
          {slots.map((index, slot) => {
            const row = rows[index];
            return row === undefined ? null : (
              <LabelSlot
                key={slot}
                row={row}
                index={index}
                drawing={drawing}
                isActive={focus.row === index && focus.bar === -1}
                createUrl={props.createUrl}
              />
            );
          })}
        </div>
        {/* A press on a bar leaves the focus where the keyboard is read: on the grid, whose rows own the bars. */}
        <div
          className="mdx-rm-lanes"
          role="presentation"
          style={{ width: drawing.scale.width }}
          onMouseDown={(event) => {
            event.preventDefault();
            grid.current?.focus({ preventScroll: true });
          }}
          {...props.pointer}
        >
          {slots.map((index, slot) => {
            const row = rows[index];
            return row === undefined ? null : (
              <LaneSlot
                key={slot}
                row={row}
                index={index}
                drawing={drawing}
                activeBar={focus.row === index ? focus.bar : -1}
                canAdd={props.createUrl !== null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function activeId(rows: readonly Row[], focus: GridFocus): string | undefined {
  const row = rows[focus.row];
  if (row === undefined) {
    return undefined;
  }
  return focus.bar >= 0 ? barId(row.key, focus.bar) : labelId(row.key);
}

type KeepInView = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly window: VirtualWindow;
  readonly focus: GridFocus;
};

/** Scrolls by as little as brings the row with the keyboard below the pinned row and above the lower edge. */
function useKeepInView({ scroller, window, focus }: KeepInView): void {
  const last = useRef(focus);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || (last.current.row === focus.row && last.current.bar === focus.bar)) {
      return;
    }
    last.current = focus;
    const position = { top: element.scrollTop, covered: chartSize.rowHeight };
    element.scrollTo({ top: scrollTopFor(window, focus.row, position) });
    const bar = element.querySelector<HTMLElement>(".mdx-rm-bar.is-active");
    if (bar !== null) {
      const [left, right] = [element.scrollLeft, element.scrollLeft + element.clientWidth - chartSize.labelWidth];
      const start = bar.offsetLeft;
      const end = start + Math.min(bar.offsetWidth, 200);
      if (start < left || end > right) {
        element.scrollTo({ left: Math.max(0, start - 24) });
      }
    }
  }, [scroller, window, focus]);
}
