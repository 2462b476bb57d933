import { useMemo } from "react";
import { createPortal } from "react-dom";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import { toEpochDay } from "../../../domain/calendar-date.ts";
import { formatYear } from "../model/format-year.ts";
import { buildBands } from "../model/bands.ts";
import { formatDay } from "../model/format-day.ts";
import { placeFlags } from "../model/header-flags.ts";
import { type Period, listYears } from "../model/period.ts";
import { findSpan } from "../model/plan-store.ts";
import { progressOf, progressShapes, progressTexts } from "../model/progress.ts";
import type { Row } from "../model/rows.ts";
import { createScale, dayToX } from "../model/scale.ts";
import { Bar, plannedLines } from "./bar.tsx";
import { type Drawing, createDrawing } from "./drawing.ts";
import { barId, toSpanStretch } from "./lane-slot.tsx";
import { Legend } from "./legend.tsx";
import { roadmapTexts } from "./roadmap-texts.ts";
import { rowName } from "./row-name.ts";

export type PrintSheetProps = {
  /** Every row of the present filters, none of them closed. */
  readonly rows: readonly Row[];
  readonly drawing: Drawing;
  readonly period: Period;
  readonly heading: string;
};

/** A3 landscape less its margins is 400 mm wide; 138 mm are names, the rest is time (96 px an inch). */
const laneWidth = 990;

/** The road map for paper: one table, whose head the browser repeats on each page. Only in the page while printing. */
export function PrintSheet({ rows, drawing, period, heading }: PrintSheetProps) {
  const text = useText();
  const language = useLanguage();
  const { store, today } = drawing;
  const paper = useMemo(() => {
    const days = createScale(period.from, period.to, 1).width;
    return createDrawing(store, createScale(period.from, period.to, laneWidth / days), today);
  }, [store, today, period]);
  const bands = buildBands(paper.scale, language);
  const years = listYears(period);
  const todayX = dayToX(paper.scale, toEpochDay(today));
  const flags = placeFlags(store.data().subItems, paper.scale, { x: -1, width: 0 }, language);
  return createPortal(
    <div className="mdx-root mdx-print">
      <table>
        <colgroup>
          <col className="mdx-print-name" />
          <col className="mdx-print-dept" />
          <col className="mdx-print-progress" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <td colSpan={4} className="mdx-print-heading">
              <strong>{heading}</strong>
              <span>
                {text(roadmapTexts.printPeriod, {
                  from: formatYear(period.from, language),
                  to: formatYear(years.at(-1) ?? period.to, language),
                })}
              </span>
              <span>{text(roadmapTexts.printedOn, { date: formatDay(today, language) })}</span>
              <Legend />
            </td>
          </tr>
          <tr>
            <th scope="col">{text(roadmapTexts.nameColumn)}</th>
            <th scope="col">{text(roadmapTexts.deptColumn)}</th>
            <th scope="col">{text(roadmapTexts.progressColumn)}</th>
            <th className="mdx-print-scale">
              {[bands.years, bands.quarters].map((row, level) => (
                <div key={level} className="mdx-print-bands">
                  {row.map((band) => (
                    <span key={band.key} style={{ left: band.x, width: band.width }}>
                      {band.label}
                    </span>
                  ))}
                </div>
              ))}
              {flags.length === 0 ? null : (
                <div className="mdx-print-bands mdx-print-flags">
                  {flags.map((flag) => (
                    <b key={flag.subItem.subItemId} style={{ left: flag.x }}>
                      ⚑{flag.label}
                    </b>
                  ))}
                </div>
              )}
            </th>
          </tr>
        </thead>
        {groupByInitiative(rows).map((group) => (
          <tbody key={group[0]?.key ?? ""}>
            {group.map((row) => (
              <PrintRow
                key={row.key}
                row={row}
                drawing={paper}
                lines={bands.quarters.map(({ x }) => x)}
                todayX={todayX}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>,
    document.body,
  );
}

type PrintRowProps = { row: Row; drawing: Drawing; lines: readonly number[]; todayX: number };

function PrintRow({ row, drawing, lines, todayX }: PrintRowProps) {
  const text = useText();
  const { store, today } = drawing;
  const action = row.kind === "action" ? store.action(row.actionId) : null;
  const progress = action === null ? null : progressOf(action, today);
  const span = row.depth < 2 ? findSpan(store, row.actionIds) : null;
  const stretch = span === null ? null : toSpanStretch(drawing.scale, span);
  return (
    <tr className={`mdx-print-${row.kind}`}>
      <th scope="row" style={{ paddingInlineStart: 4 + row.depth * 10 }} colSpan={action === null ? 3 : 1}>
        {rowName(row, action, text)}
      </th>
      {action === null || progress === null ? null : (
        <>
          <td>{action.deptName === "" ? "—" : action.deptName}</td>
          <td className={`mdx-rm-progress-${progress}`}>
            {progressShapes[progress]} {text(progressTexts[progress])}
          </td>
        </>
      )}
      <td className="mdx-print-lane" style={plannedLines(action === null ? [] : drawing.barsOf(action), 23)}>
        {lines.map((x) => (
          <i key={x} className="mdx-print-line" style={{ left: x }} />
        ))}
        {todayX >= 0 && todayX <= laneWidth ? <i className="mdx-print-today" style={{ left: todayX }} /> : null}
        {stretch === null ? null : <i className="mdx-rm-span" style={{ left: stretch.x, width: stretch.width }} />}
        {row.kind === "subItem" && row.actionIds.length === 0 ? (
          <span className="mdx-rm-empty" style={{ left: 8 }}>
            {text(roadmapTexts.noWork)}
          </span>
        ) : null}
        {action === null
          ? null
          : drawing
              .barsOf(action)
              .map((layout, position) => (
                <Bar
                  key={position}
                  id={`print-${barId(row.key, position)}`}
                  position={position}
                  layout={layout}
                  today={today}
                  isActive={false}
                  isStatic
                />
              ))}
      </td>
    </tr>
  );
}

/** A 取組 with all its lines stays on one page where it fits; a heading of a 区分 goes with the first one. */
function groupByInitiative(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const follows = row.depth > 1 || (row.depth === 1 && last?.at(-1)?.depth === 0);
    if (last !== undefined && follows) {
      last.push(row);
    } else {
      groups.push([row]);
    }
  }
  return groups;
}
