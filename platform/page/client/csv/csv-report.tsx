import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { CsvRow } from "../../csv/parse-csv.ts";
import { writeCsv } from "../../csv/write-csv.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import { listUnsavedRows, mergeResults } from "./report-lines.ts";
import type { CsvTable } from "./read-csv-file.ts";
import type { BatchResult, LineFault } from "./upload-batch.ts";

/** What came of each batch, with the lines of the file and the reasons in words. */
export function CsvReport({
  results,
  total,
  isDone,
  table,
  onStop,
  onAgain,
}: {
  readonly results: readonly BatchResult[];
  readonly total: number;
  readonly isDone: boolean;
  readonly table: CsvTable;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}): ReactElement {
  const done = results.reduce((sum, { uploads }) => sum + uploads.length, 0);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone: the reader goes on where the result stands.
  useEffect(() => {
    if (isDone) {
      heading.current?.focus();
    }
  }, [isDone]);
  const unsaved = useMemo(() => (isDone ? listUnsavedRows(table.rows, results) : []), [isDone, table, results]);
  if (!isDone) {
    return <Progress {...{ done, total, onStop }} />;
  }
  const saved = results.reduce((sum, { uploads, outcome }) => sum + (outcome === "saved" ? uploads.length : 0), 0);
  return (
    <section className="kp-section" aria-labelledby="kp-csv-report">
      <h2 id="kp-csv-report" ref={heading} tabIndex={-1}>
        {translate(text.report)}
      </h2>
      <Banner kind={saved === total ? "success" : "danger"} title={summarize(saved, total, results)}>
        {null}
      </Banner>
      <div className="kp-table-scroll kp-card">
        <table className="kp-table">
          <thead>
            <tr>
              <th scope="col">{translate(text.lines)}</th>
              <th scope="col">{translate(text.result)}</th>
              <th scope="col">{translate(text.reason)}</th>
            </tr>
          </thead>
          <tbody>
            {mergeResults(results).map((result) => (
              <BatchRow key={result.uploads[0]?.lines[0] ?? 0} result={result} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="kp-csv-next">
        {unsaved.length === 0 ? null : <UnsavedFile headings={table.headings} rows={unsaved} />}
        <button className="kp-button" type="button" onClick={onAgain}>
          {translate(text.again)}
        </button>
      </p>
    </section>
  );
}

function Progress({
  done,
  total,
  onStop,
}: {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}): ReactElement {
  const [stopping, setStopping] = useState(false);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  // Ten announcements are enough, however many batches there are.
  const spoken = Math.floor((done / total) * 10) * Math.ceil(total / 10);
  const words = { done: done.toLocaleString("ja-JP"), records: total.toLocaleString("ja-JP") };
  return (
    <section className="kp-card kp-section kp-csv-progress" aria-busy="true">
      <p aria-hidden="true">{translate(text.running, words)}</p>
      <output className="kp-visually-hidden">
        {translate(text.running, { ...words, done: spoken.toLocaleString("ja-JP") })}
      </output>
      <progress value={done} max={total} aria-label={translate(text.report)} />
      <button
        ref={stop}
        className="kp-button"
        type="button"
        aria-disabled={stopping}
        onClick={() => {
          setStopping(true);
          onStop();
        }}
      >
        {translate(stopping ? text.stopping : text.stop)}
      </button>
    </section>
  );
}

/** What is left to mend, as a file that can be read again. */
function UnsavedFile({
  headings,
  rows,
}: {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
}): ReactElement {
  const save = (): void => {
    const content = writeCsv([headings, ...rows.map(({ cells }) => cells)], { bom: true });
    const address = URL.createObjectURL(new Blob([content], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = translate(text.unsavedName);
    link.click();
    // The browser has taken the content by the time the next task runs.
    setTimeout(() => URL.revokeObjectURL(address));
  };
  return (
    <button className="kp-button kp-button-primary" type="button" onClick={save}>
      {translate(text.unsaved, { count: rows.length.toLocaleString("ja-JP") })}
    </button>
  );
}

const outcomeTexts = {
  saved: text.batchSaved,
  refused: text.batchRefused,
  stopped: text.batchSkipped,
  unsure: text.batchUnsure,
} as const;

function BatchRow({ result }: { readonly result: BatchResult }): ReactElement {
  const { uploads, outcome, faults } = result;
  const from = uploads[0]?.lines[0] ?? 0;
  const to = uploads.at(-1)?.lines.at(-1) ?? from;
  const words = outcomeTexts[outcome];
  return (
    <tr>
      <th scope="row">{translate(from === to ? text.line : text.lineRange, { from, to })}</th>
      <td>{translate(words, { count: uploads.length.toLocaleString("ja-JP") })}</td>
      <td>
        {faults.length === 0 ? null : (
          <ul className="kp-plain-list">
            {faults.map((fault, index) => (
              <li key={index}>{describeFault(fault)}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function describeFault({ line, field, reason }: LineFault): string {
  if (line === null) {
    return reason;
  }
  return field === null
    ? translate(text.lineOnly, { line, reason })
    : translate(text.lineReason, { line, name: field, reason });
}

function summarize(saved: number, total: number, results: readonly BatchResult[]): string {
  const unsure = results.find(({ outcome }) => outcome === "unsure");
  if (unsure !== undefined) {
    return translate(text.unsure, { failed: unsure.uploads.length });
  }
  if (saved === total) {
    return translate(text.allSaved, { saved: saved.toLocaleString("ja-JP") });
  }
  const words = { saved: saved.toLocaleString("ja-JP"), failed: (total - saved).toLocaleString("ja-JP") };
  return saved === 0 ? translate(text.noneSaved) : translate(text.partlySaved, words);
}
