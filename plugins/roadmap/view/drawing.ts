import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { type BarLayout, layoutBars } from "../model/layout-bars.ts";
import type { Action } from "../model/plan-data.ts";
import type { PlanStore } from "../model/plan-store.ts";
import type { Scale } from "../model/scale.ts";
import { chartSize } from "./chart-size.ts";

/** What every row needs to draw itself; a new one is made when the scale changes, never while scrolling. */
export type Drawing = {
  readonly store: PlanStore;
  readonly scale: Scale;
  readonly today: CalendarDate;
  readonly barsOf: (action: Action) => readonly BarLayout[];
};

export function createDrawing(store: PlanStore, scale: Scale, today: CalendarDate): Drawing {
  const laidOut = new WeakMap<Action, BarLayout[]>();
  const options = { scale, today, fontSize: chartSize.fontSize };
  return {
    store,
    scale,
    today,
    barsOf: (action) => {
      const known = laidOut.get(action);
      if (known !== undefined) {
        return known;
      }
      const bars = layoutBars(action, options);
      laidOut.set(action, bars);
      return bars;
    },
  };
}
