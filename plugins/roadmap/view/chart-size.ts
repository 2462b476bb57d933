/** The measures of the drawing in CSS pixels; chart.css has the same numbers. */
export const chartSize = {
  rowHeight: 36,
  labelWidth: 420,
  bandHeight: 28,
  laneHeight: 24,
  fontSize: 13,
  overscan: 4,
} as const;

/** Height of the header: one band for fiscal years, one for quarters, one for months at the finest scale, the flags. */
export function headHeightOf(hasMonths: boolean): number {
  return (hasMonths ? 3 : 2) * chartSize.bandHeight + chartSize.laneHeight;
}
