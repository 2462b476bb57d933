/** The three scales of the toolbar: 年, 四半期, 月. */
export const zooms = ["year", "quarter", "month"] as const;

export type Zoom = (typeof zooms)[number];

const daysPerYear = 365.25;

/** Pixels for one day. 年 spreads the period over the width there is; the other two have a fixed measure. */
export function pxPerDayOf(zoom: Zoom, years: number, availableWidth: number): number {
  if (zoom === "month") {
    return 4;
  }
  if (zoom === "quarter") {
    return 528 / daysPerYear;
  }
  const perYear = availableWidth / Math.max(1, years);
  return Math.min(480, Math.max(150, perYear)) / daysPerYear;
}
