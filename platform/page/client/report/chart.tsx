import type { ReactElement, ReactNode } from "react";
import type { StoredReport } from "../../../store/report-settings.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { type ChartData, toSpans, toTicks } from "./chart-data.ts";

const size = { width: 800, height: 400 };
const plot = { left: 88, right: 16, top: 16, bottom: 72 };
const inner = { width: size.width - plot.left - plot.right, height: size.height - plot.top - plot.bottom };

/** A column or bar is no wider than this; few of them do not fill the page. */
const thickest = 40;

type Props = { readonly report: StoredReport; readonly data: ChartData; readonly summary: string };

/** A chart as plain SVG with its legend. The figures themselves stand in the table under it. */
export function Chart({ report, data, summary }: Props): ReactElement {
  return (
    <figure className="kp-report-figure">
      <ScrollRegion className="kp-report-scroll" label={report.name}>
        <svg
          className="kp-report-chart"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={summary}
          preserveAspectRatio="xMidYMid meet"
        >
          {report.chartType === "PIE" ? <Pie data={data} /> : <Axes report={report} data={data} />}
        </svg>
      </ScrollRegion>
      <Legend names={report.chartType === "PIE" ? data.categories : data.series.map(({ name }) => name)} />
    </figure>
  );
}

function Legend({ names }: { readonly names: readonly string[] }): ReactElement {
  return (
    <ul className="kp-report-legend">
      {names.slice(0, 50).map((name, index) => (
        <li key={name}>
          <span className={`kp-report-swatch kp-report-color-${index % 8}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Everything with two axes: columns, bars, lines and areas. */
function Axes({ report, data }: Omit<Props, "summary">): ReactElement {
  const isLine = report.chartType === "LINE" || report.chartType === "SPLINE";
  const spans = toSpans(data, isLine ? "NORMAL" : report.chartMode);
  const ends = spans.flat().flatMap(({ from, to }) => [from, to]);
  const ticks = toTicks(
    ends.reduce((least, value) => Math.min(least, value), 0),
    ends.reduce((most, value) => Math.max(most, value), 0),
  );
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const isBar = report.chartType === "BAR";
  const along = isBar ? inner.width : inner.height;
  const toLength = (value: number): number => ((value - low) / (high - low)) * along;
  const format = new Intl.NumberFormat(pageLanguage());
  const step = (isBar ? inner.height : inner.width) / Math.max(1, data.categories.length);
  // Not more names than there is room for.
  const every = Math.ceil(data.categories.length / (isBar ? 20 : 12));
  return (
    <g transform={`translate(${plot.left} ${plot.top})`}>
      {ticks.map((tick) => (
        <Mark key={tick} isBar={isBar} at={toLength(tick)} text={format.format(tick)} />
      ))}
      {report.chartType === "COLUMN" || isBar ? (
        <Blocks {...{ spans, step, toLength, isBar }} isStacked={report.chartMode !== "NORMAL"} />
      ) : (
        <Lines
          {...{ spans, step, toLength }}
          filled={report.chartType === "AREA" || report.chartType === "SPLINE_AREA"}
          smooth={report.chartType === "SPLINE" || report.chartType === "SPLINE_AREA"}
        />
      )}
      {data.categories.map((name, index) =>
        index % every === 0 ? <CategoryName key={name} isBar={isBar} at={(index + 0.5) * step} name={name} /> : null,
      )}
    </g>
  );
}

function Mark({ isBar, at, text }: { readonly isBar: boolean; readonly at: number; readonly text: string }): ReactNode {
  return isBar ? (
    <>
      <line className="kp-report-grid" x1={at} x2={at} y1={0} y2={inner.height} />
      <text x={at} y={inner.height + 20} textAnchor="middle">
        {text}
      </text>
    </>
  ) : (
    <>
      <line className="kp-report-grid" x1={0} x2={inner.width} y1={inner.height - at} y2={inner.height - at} />
      <text x={-8} y={inner.height - at + 4} textAnchor="end">
        {text}
      </text>
    </>
  );
}

function CategoryName({
  isBar,
  at,
  name,
}: {
  readonly isBar: boolean;
  readonly at: number;
  readonly name: string;
}): ReactElement {
  const short = name.length > 10 ? `${name.slice(0, 9)}…` : name;
  return isBar ? (
    <text x={-8} y={at + 4} textAnchor="end">
      {short.length > 6 ? `${short.slice(0, 5)}…` : short}
    </text>
  ) : (
    <text transform={`translate(${at + 4} ${inner.height + 16}) rotate(-30)`} textAnchor="end">
      {short}
    </text>
  );
}

type Shapes = {
  readonly spans: ReturnType<typeof toSpans>;
  readonly step: number;
  readonly toLength: (value: number) => number;
};

function Blocks({
  spans,
  step,
  toLength,
  isBar,
  isStacked,
}: Shapes & { readonly isBar: boolean; readonly isStacked: boolean }): ReactNode {
  const side = isStacked ? 1 : Math.max(1, spans.length);
  const thickness = Math.min((step * 0.7) / side, thickest);
  const margin = (step - thickness * side) / 2;
  return spans.map((points, series) =>
    points.map(({ from, to }, index) => {
      const across = index * step + margin + (isStacked ? 0 : series * thickness);
      const [start, end] = [Math.min(toLength(from), toLength(to)), Math.max(toLength(from), toLength(to))];
      const box = isBar
        ? { x: start, y: across, width: end - start, height: thickness }
        : { x: across, y: inner.height - end, width: thickness, height: end - start };
      return <rect key={`${series} ${index}`} className={`kp-report-color-${series % 8}`} {...box} />;
    }),
  );
}

function Lines({
  spans,
  step,
  toLength,
  filled,
  smooth,
}: Shapes & { readonly filled: boolean; readonly smooth: boolean }): ReactNode {
  const toPoint = (value: number, index: number): Point => [(index + 0.5) * step, inner.height - toLength(value)];
  return spans.map((points, series) => {
    const upper = points.map(({ to }, index) => toPoint(to, index));
    const lower = points.map(({ from }, index) => toPoint(from, index)).toReversed();
    const line = `M${toPath(upper, smooth)}`;
    return (
      <g key={series}>
        {filled ? (
          <path className={`kp-report-area kp-report-color-${series % 8}`} d={`${line}L${toPath(lower, smooth)}Z`} />
        ) : null}
        <path className={`kp-report-line kp-report-color-${series % 8}`} d={line} />
        {points.length === 1 ? (
          <circle className={`kp-report-color-${series % 8}`} cx={upper[0]?.[0]} cy={upper[0]?.[1]} r={4} />
        ) : null}
      </g>
    );
  });
}

type Point = readonly [number, number];

/** Straight or rounded through all points; the rounding bends only sideways, so that it never passes a value. */
function toPath(points: readonly Point[], smooth: boolean): string {
  return points
    .map(([x, y], index) => {
      const [px, py] = points[index - 1] ?? [x, y];
      const middle = (px + x) / 2;
      return index === 0 || !smooth
        ? `${index === 0 ? "" : "L"}${x} ${y}`
        : `C${middle} ${py} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}

function Pie({ data }: { readonly data: ChartData }): ReactNode {
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  const [cx, cy, radius] = [size.width / 2, size.height / 2, size.height / 2 - 24];
  let turned = 0;
  return values.map((value, index) => {
    const share = total === 0 ? 0 : value / total;
    const [start, end] = [turned, turned + share];
    turned = end;
    const className = `kp-report-slice kp-report-color-${index % 8}`;
    const name = data.categories[index] ?? "";
    if (share >= 0.9999) {
      return <circle key={name} className={className} cx={cx} cy={cy} r={radius} />;
    }
    const at = (part: number): string => {
      const angle = part * 2 * Math.PI - Math.PI / 2;
      return `${cx + radius * Math.cos(angle)} ${cy + radius * Math.sin(angle)}`;
    };
    const path = `M${cx} ${cy}L${at(start)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(end)}Z`;
    return <path key={name} className={className} d={path} />;
  });
}
