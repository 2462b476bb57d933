import type { ReactElement } from "react";
import type { Upload } from "../../csv/build-uploads.ts";
import type { CsvField } from "../../csv/csv-field.ts";
import type { ColumnTarget } from "../../csv/map-columns.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import type { CsvTable } from "./read-csv-file.ts";

export type CsvChoice = { readonly columns: readonly ColumnTarget[]; readonly updateKey: string | null };

type CsvPreviewProps = {
  readonly table: CsvTable;
  readonly choice: CsvChoice;
  readonly uploads: readonly Upload[];
  readonly fields: readonly CsvField[];
  /** Fields by which an existing record can be found. */
  readonly keys: readonly CsvField[];
  readonly onChoose: (choice: CsvChoice) => void;
  readonly onUpload: () => void;
};

/** What will be read: each column with its field, how existing records are found, and how many there are. */
export function CsvPreview(props: CsvPreviewProps): ReactElement {
  const { choice, uploads, table, onUpload } = props;
  const problem = findProblem(props);
  return (
    <>
      <section className="kp-card kp-section" aria-labelledby="kp-csv-mapping">
        <h2 id="kp-csv-mapping">{translate(text.mapping)}</h2>
        <ColumnTable {...props} />
      </section>
      <section className="kp-card kp-section">
        <KeyChoice {...props} />
        <output className="kp-csv-count">
          {translate(text.count, {
            records: uploads.length.toLocaleString("ja-JP"),
            lines: table.rows.length.toLocaleString("ja-JP"),
          })}
          {` ${translate(text.batches)}`}
        </output>
        {problem === null ? null : (
          <Banner kind="warning" title={problem}>
            {null}
          </Banner>
        )}
        <button
          className="kp-button kp-button-primary"
          type="button"
          disabled={problem !== null || choice.columns.length === 0}
          onClick={onUpload}
        >
          {translate(text.upload, { records: uploads.length.toLocaleString("ja-JP") })}
        </button>
      </section>
    </>
  );
}

function ColumnTable({ table, choice, fields, onChoose }: CsvPreviewProps): ReactElement {
  const choose = (at: number, target: ColumnTarget): void => {
    // A field is read from one column only.
    const code = toColumnCode(target);
    const columns = choice.columns.map((other, index): ColumnTarget =>
      index === at ? target : code !== null && toColumnCode(other) === code ? { kind: "none" } : other,
    );
    const keeps = columns.some((column) => toColumnCode(column) === choice.updateKey);
    onChoose({ columns, updateKey: keeps ? choice.updateKey : null });
  };
  return (
    <div className="kp-table-scroll">
      <table className="kp-table">
        <thead>
          <tr>
            <th scope="col">{translate(text.column)}</th>
            <th scope="col">{translate(text.sample)}</th>
            <th scope="col">{translate(text.field)}</th>
          </tr>
        </thead>
        <tbody>
          {table.headings.map((heading, index) => {
            const target = choice.columns[index] ?? { kind: "none" };
            return (
              <tr key={index}>
                <th scope="row">{heading}</th>
                <td>{(table.rows[0]?.cells[index] ?? "").slice(0, 60)}</td>
                <td>
                  {target.kind === "start" ? (
                    translate(text.startOfRecord)
                  ) : (
                    <select
                      className="kp-input"
                      aria-label={`${heading}: ${translate(text.field)}`}
                      value={toColumnCode(target) ?? ""}
                      onChange={(event) => choose(index, toTarget(event.target.value))}
                    >
                      <option value="">{translate(text.ignore)}</option>
                      {fields.map(({ code, label }) => (
                        <option key={code} value={code}>
                          {label === code ? label : `${label} (${code})`}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function KeyChoice({ choice, keys, onChoose }: CsvPreviewProps): ReactElement {
  const present = keys.filter(({ code }) => choice.columns.some((target) => toColumnCode(target) === code));
  return (
    <>
      <label className="kp-label" htmlFor="kp-csv-key">
        {translate(text.updateKey)}
      </label>
      <select
        id="kp-csv-key"
        className="kp-input"
        value={choice.updateKey ?? ""}
        onChange={(event) => onChoose({ ...choice, updateKey: event.target.value === "" ? null : event.target.value })}
      >
        <option value="">{translate(text.noKey)}</option>
        {present.map(({ code, label, type }) => (
          <option key={code} value={code}>
            {translate(type === "RECORD_NUMBER" ? text.byNumber : text.byField, { name: label })}
          </option>
        ))}
      </select>
    </>
  );
}

function findProblem({ choice, uploads, keys, fields }: CsvPreviewProps): string | null {
  if (!uploads.some(({ record, key }) => key !== "" || Object.keys(record).length > 0)) {
    return translate(text.noColumns);
  }
  const key = keys.find(({ code }) => code === choice.updateKey);
  const unread = key === undefined ? listRequiredWithoutColumn(choice, fields) : [];
  if (unread.length > 0) {
    return translate(text.requiredMissing, { names: unread.map(({ label }) => label).join("・") });
  }
  const missing = key === undefined ? undefined : uploads.find((upload) => upload.key === "");
  return key === undefined || missing === undefined
    ? null
    : translate(text.keyMissing, { line: missing.lines[0] ?? 0, name: key.label });
}

/** Fields of the record itself without which a new one is refused; a table may stay without rows. */
function listRequiredWithoutColumn({ columns }: CsvChoice, fields: readonly CsvField[]): readonly CsvField[] {
  const read = new Set(columns.map(toColumnCode));
  return fields.filter(({ code, table, isRequired }) => isRequired && table === null && !read.has(code));
}

/** The code of the field a column is taken for, or null. */
export function toColumnCode(target: ColumnTarget): string | null {
  return target.kind === "field" ? target.code : null;
}

function toTarget(code: string): ColumnTarget {
  return code === "" ? { kind: "none" } : { kind: "field", code };
}
