import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import { currentInterval } from "../../../domain/schedule/phase.ts";
import type { Editor, Gesture } from "../data/create-editor.ts";
import type { Pending } from "../data/editor-state.ts";
import type { GestureKind } from "../model/gesture.ts";
import { type GridFocus, readGridKey } from "../model/grid-focus.ts";
import type { BarLayout } from "../model/layout-bars.ts";
import type { Action } from "../model/plan-data.ts";
import type { PlanStore } from "../model/plan-store.ts";
import type { Row } from "../model/rows.ts";
import type { Zoom } from "../model/zoom.ts";
import { Chart } from "./chart.tsx";
import { chartSize } from "./chart-size.ts";
import { describeEditPlan } from "./describe-edit-plan.ts";
import type { Drawing } from "./drawing.ts";
import { FlagCard } from "./flag-card.tsx";
import { CardFrame, PhaseCard } from "./phase-card.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { circledNumber } from "./row-name.ts";
import { hitOf, useBarDrag } from "./use-bar-drag.ts";
import { useCard } from "./use-card.ts";
import { useAction } from "./use-store.ts";

export type ChartFrameProps = {
  readonly env: RoadmapEnv;
  readonly store: PlanStore;
  readonly editor: Editor;
  readonly pending: Pending | null;
  readonly rows: readonly Row[];
  readonly drawing: Drawing;
  readonly zoom: Zoom;
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onToggle: (key: string) => void;
};

type BarPlace = { readonly action: Action; readonly layout: BarLayout };

/** The chart with what answers: keyboard, dragging, the card, the words beside the pointer. */
export function ChartFrame(props: ChartFrameProps) {
  const { env, store, editor, rows, drawing, zoom, height, scroller } = props;
  const text = useText();
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const [given, setFocus] = useState<GridFocus>({ row: 0, bar: -1 });
  const focus = given.row < rows.length ? given : { row: rows.length - 1, bar: -1 };
  const card = useCard(frame);

  const barAt = (row: number, bar: number): BarPlace | null => {
    const at = rows[row];
    const action = at?.kind === "action" ? store.action(at.actionId) : null;
    const layout = action === null ? undefined : drawing.barsOf(action)[bar];
    return action === null || layout === undefined ? null : { action, layout };
  };
  const barsIn = (row: number): number => {
    const at = rows[row];
    const action = at?.kind === "action" ? store.action(at.actionId) : null;
    return action === null ? 0 : drawing.barsOf(action).length;
  };
  const pinAt = (row: number, bar: number): void => {
    const place = barAt(row, bar);
    const element = frame.current?.querySelector<HTMLElement>(`[data-row="${row}"] [data-bar="${bar}"]`);
    if (place === null || element === null || element === undefined) {
      card.close();
    } else {
      card.pin({ kind: "phase", actionId: place.action.id, index: place.layout.index }, element);
    }
  };
  const gestureFor = ({ action, layout }: BarPlace, kind: GestureKind, count: number): Gesture => ({
    recordId: action.id,
    index: layout.index,
    kind,
    zoom,
    count,
  });

  const drag = useBarDrag({
    scroller,
    tip,
    scale: drawing.scale,
    zoom,
    plan: (hit, kind, count) => {
      const place = barAt(hit.row, hit.bar);
      const plan = place === null ? null : editor.preview(gestureFor(place, kind, count));
      return place === null || plan === null
        ? null
        : { dates: plan.dates, lines: describeEditPlan(plan, place.layout.phase, language, text) };
    },
    datesOf: (hit) => {
      const phase = barAt(hit.row, hit.bar)?.layout.phase;
      return phase === undefined || phase.id === null ? null : currentInterval(phase);
    },
    begin: card.close,
    drop: (hit, kind, count) => {
      const place = barAt(hit.row, hit.bar);
      if (place !== null) {
        editor.drop(gestureFor(place, kind, count));
      }
    },
  });

  const open = (): void => {
    const row = rows[focus.row];
    if (row?.kind === "action") {
      globalThis.location.assign(env.recordUrl(row.actionId));
    } else if (row?.kind === "subItem" && !row.hasChildren && env.createUrl !== null) {
      globalThis.location.assign(env.createUrl(row.subItem.subItemId));
    } else if (row !== undefined) {
      props.onToggle(row.key);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget && event.key !== "Escape") {
      return;
    }
    if (readKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  /** True when the key was ours. */
  const readKey = (event: KeyboardEvent): boolean => {
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") {
      const wasDragging = drag.cancel();
      const wasPending = editor.cancel();
      const hadCard = card.card !== null;
      card.close();
      return wasDragging || wasPending || hadCard;
    }
    if (withControl && event.key.toLowerCase() === "z") {
      (event.shiftKey ? editor.redo : editor.undo)();
      return true;
    }
    if (withControl && event.key.toLowerCase() === "y") {
      editor.redo();
      return true;
    }
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const place = barAt(focus.row, focus.bar);
      if (place !== null) {
        const count = event.key === "ArrowRight" ? 1 : -1;
        editor.nudge(gestureFor(place, event.shiftKey ? "to" : "move", count));
      }
      return true;
    }
    if (event.key === "Enter") {
      if (props.pending === null) {
        open();
      } else {
        editor.commit();
      }
      return true;
    }
    if (event.altKey) {
      return false;
    }
    const rowsPerPage = Math.max(1, Math.floor(height / chartSize.rowHeight) - 3);
    const command = readGridKey(event.key, withControl, { rows, focus, barsIn, rowsPerPage });
    if (command === null) {
      return false;
    }
    editor.commit();
    if (command.kind === "focus") {
      setFocus(command.focus);
    } else {
      props.onToggle(command.key);
    }
    return true;
  };

  useCardAtFocus({ frame, focus, pinAt });

  const onPointerOver = (event: PointerEvent): void => {
    const hit = event.pointerType === "touch" || drag.isDragging() ? null : hitOf(event.target);
    const place = hit === null ? null : barAt(hit.row, hit.bar);
    if (hit === null || place === null) {
      card.leave();
    } else {
      card.hover({ kind: "phase", actionId: place.action.id, index: place.layout.index }, hit.element);
    }
  };

  const onPress = (row: number, bar: number): void => {
    if (drag.isClickOfDrag()) {
      return;
    }
    setFocus({ row, bar });
    const pressed = rows[row];
    if (bar >= 0) {
      pinAt(row, bar);
    } else if (pressed?.hasChildren === true) {
      props.onToggle(pressed.key);
    } else {
      card.close();
    }
  };

  return (
    <div ref={frame} className="mdx-rm-chart">
      <Chart
        rows={rows}
        drawing={drawing}
        zoom={zoom}
        height={height}
        focus={focus}
        subItems={store.data().subItems}
        scroller={scroller}
        grid={grid}
        createUrl={env.createUrl}
        onKeyDown={onKeyDown}
        onPress={onPress}
        onFlag={(flag, element) => card.pin({ kind: "flag", flag }, element)}
        pointer={{ ...drag.handlers, onPointerOver, onPointerLeave: card.leave }}
      />
      {card.card === null ? null : (
        <CardFrame
          anchor={card.card.anchor}
          label={text(roadmapTexts.cardLabel)}
          onPointerEnter={card.stay}
          onPointerLeave={card.leave}
          onClose={() => {
            card.close();
            grid.current?.focus({ preventScroll: true });
          }}
        >
          {card.card.subject.kind === "flag" ? (
            <FlagCard flag={card.card.subject.flag} />
          ) : (
            <SubjectCard {...props} actionId={card.card.subject.actionId} index={card.card.subject.index} />
          )}
        </CardFrame>
      )}
      <div ref={tip} className="mdx-rm-tip" aria-hidden="true" />
    </div>
  );
}

type SubjectCardProps = ChartFrameProps & { readonly actionId: string; readonly index: number };

function SubjectCard({ env, store, editor, pending, zoom, actionId, index }: SubjectCardProps) {
  const text = useText();
  const language = useLanguage();
  const action = useAction(store, actionId);
  const phase = action?.phases[index];
  if (action === null || phase === undefined) {
    return null;
  }
  const subItem = store.data().subItems.find(({ subItemId }) => subItemId === action.subItemId);
  const isPending = pending?.base.id === actionId && pending.index === index;
  return (
    <PhaseCard
      action={action}
      phase={phase}
      itemText={subItem === undefined ? "" : `${circledNumber(subItem.no)}${subItem.text}`}
      zoom={zoom}
      recordUrl={env.recordUrl(actionId)}
      pendingLines={isPending ? describeEditPlan(pending.plan, phase, language, text) : []}
      onNudge={(kind, count) => editor.nudge({ recordId: actionId, index, kind, zoom, count })}
    />
  );
}

type CardAtFocus = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly focus: GridFocus;
  readonly pinAt: (row: number, bar: number) => void;
};

/** The card follows the keyboard; a pointer that set the focus has opened it already. */
function useCardAtFocus({ frame, focus, pinAt }: CardAtFocus): void {
  const last = useRef(focus);
  useLayoutEffect(() => {
    const hasMoved = last.current.row !== focus.row || last.current.bar !== focus.bar;
    last.current = focus;
    if (!hasMoved || frame.current?.contains(document.activeElement) !== true) {
      return undefined;
    }
    // One frame later the row has been scrolled into view and drawn.
    const request = requestAnimationFrame(() => pinAt(focus.row, focus.bar));
    return () => cancelAnimationFrame(request);
  });
}
