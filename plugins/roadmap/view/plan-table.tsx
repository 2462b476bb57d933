import { useMemo, useState } from "react";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import type { Message } from "../../../domain/message.ts";
import { kindOf } from "../model/describe-phase.ts";
import { formatSlashRange } from "../model/format-day.ts";
import type { PhaseLine } from "../model/phase-list.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { circledNumber } from "./row-name.ts";

export type PlanTableProps = {
  readonly lines: readonly PhaseLine[];
  readonly recordUrl: (id: string) => string;
  readonly height: number;
};

type Column = { readonly key: string; readonly name: Message; readonly value: (line: PhaseLine) => string };

const columns: readonly Column[] = [
  {
    key: "initiative",
    name: roadmapTexts.columnInitiative,
    value: ({ initiative }) => (initiative === null ? "" : `${initiative.group}${initiative.no} ${initiative.name}`),
  },
  {
    key: "item",
    name: roadmapTexts.columnItem,
    value: ({ subItem }) => (subItem === null ? "" : `${circledNumber(subItem.no)}${subItem.text}`),
  },
  { key: "action", name: roadmapTexts.columnAction, value: ({ action }) => action.name },
  { key: "dept", name: roadmapTexts.deptColumn, value: ({ action }) => action.deptName },
  { key: "phase", name: roadmapTexts.phaseColumn, value: ({ phase }) => phase?.kind ?? "" },
  { key: "state", name: roadmapTexts.columnState, value: ({ phase }) => phase?.state ?? "" },
  {
    key: "first",
    name: roadmapTexts.columnFirst,
    value: ({ phase }) => formatSlashRange(phase?.first.from ?? null, phase?.first.to ?? null),
  },
  {
    key: "plan",
    name: roadmapTexts.columnPlan,
    value: ({ phase }) => formatSlashRange(phase?.current.from ?? null, phase?.current.to ?? null),
  },
  {
    key: "actual",
    name: roadmapTexts.columnActual,
    value: ({ phase }) => formatSlashRange(phase?.actual.from ?? null, phase?.actual.to ?? null),
  },
  { key: "milestone", name: roadmapTexts.columnMilestone, value: ({ phase }) => phase?.milestone ?? "" },
  {
    key: "late",
    name: roadmapTexts.columnLate,
    value: ({ lateDays }) => (lateDays === 0 ? "" : String(lateDays).padStart(6)),
  },
];

type Sort = { readonly key: string; readonly direction: "ascending" | "descending" } | null;

/** The same content as the drawing, one phase a row, for reading line by line and for sorting. */
export function PlanTable({ lines, recordUrl, height }: PlanTableProps) {
  const text = useText();
  const [sort, setSort] = useState<Sort>(null);
  const sorted = useMemo(() => sortLines(lines, sort), [lines, sort]);
  return (
    <section
      className="mdx-rm-table-frame"
      style={{ height }}
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={text(roadmapTexts.tableCaption)}
    >
      <table className="mdx-table mdx-rm-table">
        <caption>{text(roadmapTexts.tableCaption)}</caption>
        <thead>
          <tr>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" aria-sort={sort?.key === key ? sort.direction : "none"}>
                <button
                  type="button"
                  aria-label={text(roadmapTexts.sortBy, { column: text(name) })}
                  onClick={() => setSort(nextSort(sort, key))}
                >
                  {text(name)}
                  <span aria-hidden="true">
                    {sort?.key === key ? (sort.direction === "ascending" ? "▲" : "▼") : "↕"}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <TableRow key={line.key} line={line} recordUrl={recordUrl} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow({ line, recordUrl }: { line: PhaseLine; recordUrl: (id: string) => string }) {
  const text = useText();
  const language = useLanguage();
  return (
    <tr>
      {columns.map(({ key, value }) => {
        if (key === "action") {
          return (
            <th key={key} scope="row">
              <a href={recordUrl(line.action.id)}>{line.action.name}</a>
            </th>
          );
        }
        if (key === "late") {
          return <td key={key}>{line.lateDays === 0 ? "—" : text(roadmapTexts.lateDays, { days: line.lateDays })}</td>;
        }
        const shown = key === "phase" && line.phase !== null ? kindOf(line.phase, language) : value(line);
        return <td key={key}>{shown === "" ? "—" : shown}</td>;
      })}
    </tr>
  );
}

/** First press ascending, second descending, third back to the order of the plan. */
function nextSort(sort: Sort, key: string): Sort {
  if (sort?.key !== key) {
    return { key, direction: "ascending" };
  }
  return sort.direction === "ascending" ? { key, direction: "descending" } : null;
}

function sortLines(lines: readonly PhaseLine[], sort: Sort): readonly PhaseLine[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (sort === null || column === undefined) {
    return lines;
  }
  const sign = sort.direction === "ascending" ? 1 : -1;
  return lines.toSorted((a, b) => sign * column.value(a).localeCompare(column.value(b), "ja"));
}
