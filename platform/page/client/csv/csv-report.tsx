import type { ReactElement } from "react";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import type { BatchResult, LineFault } from "./upload-batch.ts";

/** What came of each batch, with the lines of the file and the reasons in words. */
export function CsvReport({
  results,
  total,
  isDone,
  onStop,
  onAgain,
}: {
  readonly results: readonly BatchResult[];
  readonly total: number;
  readonly isDone: boolean;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}): ReactElement {
  const done = results.reduce((sum, { uploads }) => sum + uploads.length, 0);
  if (!isDone) {
    return (
      <section className="kp-card kp-section" aria-busy="true">
        <output className="kp-csv-count">{translate(text.running, { done, records: total })}</output>
        <progress value={done} max={total} aria-label={translate(text.report)} />
        <button className="kp-button" type="button" onClick={onStop}>
          {translate(text.stop)}
        </button>
      </section>
    );
  }
  const saved = results.reduce((sum, { uploads, outcome }) => sum + (outcome === "saved" ? uploads.length : 0), 0);
  return (
    <section className="kp-section" aria-labelledby="kp-csv-report">
      <h2 id="kp-csv-report">{translate(text.report)}</h2>
      <Banner kind={saved === total ? "success" : "danger"} title={summarize(saved, total)}>
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
            {results.map((result) => (
              <BatchRow key={result.uploads[0]?.lines[0] ?? 0} result={result} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button className="kp-button" type="button" onClick={onAgain}>
          {translate(text.again)}
        </button>
      </p>
    </section>
  );
}

function BatchRow({ result }: { readonly result: BatchResult }): ReactElement {
  const { uploads, outcome, faults } = result;
  const from = uploads[0]?.lines[0] ?? 0;
  const to = uploads.at(-1)?.lines.at(-1) ?? from;
  const words = { saved: text.batchSaved, refused: text.batchRefused, stopped: text.batchSkipped }[outcome];
  return (
    <tr>
      <th scope="row">{translate(text.lineRange, { from, to })}</th>
      <td>{translate(words, { count: uploads.length })}</td>
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
  return field === null
    ? translate(text.lineOnly, { line, reason })
    : translate(text.lineReason, { line, name: field, reason });
}

function summarize(saved: number, total: number): string {
  if (saved === total) {
    return translate(text.allSaved, { saved });
  }
  return saved === 0 ? translate(text.noneSaved) : translate(text.partlySaved, { saved, failed: total - saved });
}
