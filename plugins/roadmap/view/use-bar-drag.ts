import { type PointerEvent, type RefObject, useRef } from "react";
import { toEpochDay } from "../../../domain/calendar-date.ts";
import type { Interval } from "../../../domain/schedule/interval.ts";
import { type GestureKind, countSteps } from "../model/gesture.ts";
import { type Scale, dayToX } from "../model/scale.ts";
import type { Zoom } from "../model/zoom.ts";

export type BarHit = { readonly row: number; readonly bar: number; readonly element: HTMLElement };

export type DragOptions = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly tip: RefObject<HTMLElement | null>;
  readonly scale: Scale;
  readonly zoom: Zoom;
  /** The dates of the bar, or null when it cannot be moved. */
  readonly datesOf: (hit: BarHit) => Interval | null;
  /** What so many steps would do: new dates, and in words what else moves and what a rule says. */
  readonly plan: (hit: BarHit, kind: GestureKind, count: number) => DragPlan | null;
  readonly begin: () => void;
  readonly drop: (hit: BarHit, kind: GestureKind, count: number) => void;
};

type DragPlan = { readonly dates: Interval; readonly lines: readonly string[] };

type Drag = {
  readonly hit: BarHit;
  readonly kind: GestureKind;
  readonly dates: Interval;
  readonly startX: number;
  readonly startScroll: number;
  readonly style: { readonly left: string; readonly width: string };
  hasMoved: boolean;
  count: number;
};

const edge = 7;
const threshold = 3;

/**
 * Dragging a bar with the pointer. Until the drop nothing goes through React: the bar is moved by `transform` (resized
 * by its own width), the words are written into one element that follows the pointer.
 */
export function useBarDrag(options: DragOptions) {
  const drag = useRef<Drag | null>(null);
  const hasJustDragged = useRef(false);

  const finish = (): Drag | null => {
    const ended = drag.current;
    drag.current = null;
    if (ended !== null) {
      const { element } = ended.hit;
      element.classList.remove("is-dragged");
      element.style.transform = "";
      element.style.left = ended.style.left;
      element.style.width = ended.style.width;
      options.tip.current?.replaceChildren();
      options.tip.current?.removeAttribute("data-shown");
    }
    return ended;
  };

  const onPointerDown = (event: PointerEvent): void => {
    const hit = hitOf(event.target);
    // A finger scrolls and taps; moving is for mouse and pen, and for everyone through the card's buttons.
    if (hit === null || event.button !== 0 || event.pointerType === "touch") {
      return;
    }
    const dates = options.datesOf(hit);
    if (dates === null) {
      return;
    }
    const { style } = hit.element;
    drag.current = {
      hit,
      kind: kindAt(event, hit.element),
      dates,
      startX: event.clientX,
      startScroll: options.scroller.current?.scrollLeft ?? 0,
      style: { left: style.left, width: style.width },
      hasMoved: false,
      count: 0,
    };
    hit.element.setPointerCapture(event.pointerId);
  };

  const onPointerMove = (event: PointerEvent): void => {
    const current = drag.current;
    if (current === null) {
      showReach(event);
      return;
    }
    const scrolled = (options.scroller.current?.scrollLeft ?? 0) - current.startScroll;
    const distance = event.clientX - current.startX + scrolled;
    if (!current.hasMoved && Math.abs(distance) < threshold) {
      return;
    }
    const count = countSteps(distance / options.scale.pxPerDay, options.zoom);
    if (!current.hasMoved || count !== current.count) {
      const plan = options.plan(current.hit, current.kind, count);
      if (plan !== null) {
        current.count = count;
        drawDragged(current, plan.dates, options.scale);
        writeTip(options.tip.current, plan.lines);
      }
    }
    if (!current.hasMoved) {
      current.hasMoved = true;
      current.hit.element.classList.add("is-dragged");
      options.begin();
    }
    moveTip(options.tip.current, event);
  };

  const onPointerUp = (): void => {
    const ended = finish();
    if (ended?.hasMoved === true) {
      hasJustDragged.current = true;
      setTimeout(() => (hasJustDragged.current = false), 0);
      if (ended.count !== 0) {
        options.drop(ended.hit, ended.kind, ended.count);
      }
    }
  };

  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => void finish() },
    isDragging: () => drag.current?.hasMoved === true,
    /** The click that ends a drag is not a press. */
    isClickOfDrag: () => hasJustDragged.current,
    cancel: () => finish()?.hasMoved === true,
  };
}

/** The bar under a pointer, read from the attributes of its elements. */
export function hitOf(target: EventTarget): BarHit | null {
  const element = target instanceof Element ? target.closest("[data-bar]") : null;
  const row = element?.closest("[data-row]");
  return element instanceof HTMLElement && row instanceof HTMLElement
    ? { row: Number(row.dataset["row"]), bar: Number(element.dataset["bar"]), element }
    : null;
}

/** The cursor says beforehand what a drag from here would change. */
function showReach(event: PointerEvent): void {
  const hit = hitOf(event.target);
  if (hit !== null) {
    hit.element.style.cursor = kindAt(event, hit.element) === "move" ? "" : "ew-resize";
  }
}

function kindAt(event: PointerEvent, element: HTMLElement): GestureKind {
  const { left, width } = element.getBoundingClientRect();
  const reach = Math.min(edge, width / 3);
  const x = event.clientX - left;
  return x <= reach ? "from" : x >= width - reach ? "to" : "move";
}

function drawDragged(drag: Drag, dates: Interval, scale: Scale): void {
  const { element } = drag.hit;
  const before = dayToX(scale, toEpochDay(drag.dates.from));
  const x = dayToX(scale, toEpochDay(dates.from));
  element.style.transform = `translateX(${Math.round(x - before)}px)`;
  if (drag.kind !== "move") {
    element.style.width = `${Math.max(6, Math.round(dayToX(scale, toEpochDay(dates.to) + 1) - x))}px`;
  }
}

function writeTip(tip: HTMLElement | null, lines: readonly string[]): void {
  tip?.replaceChildren(
    ...lines.map((line) => {
      const element = document.createElement("div");
      element.textContent = line;
      return element;
    }),
  );
  tip?.setAttribute("data-shown", "");
}

function moveTip(tip: HTMLElement | null, event: PointerEvent): void {
  const frame = tip?.offsetParent?.getBoundingClientRect();
  if (tip !== null && frame !== undefined) {
    const left = Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8);
    const below = event.clientY - frame.top + 18;
    const top = below + tip.offsetHeight > frame.height ? below - tip.offsetHeight - 36 : below;
    tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }
}
