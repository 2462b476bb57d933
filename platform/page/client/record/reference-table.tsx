import { useState } from "react";
import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, readReference } from "../field/field-settings.ts";
import type { ReferenceSettings } from "../field/field-settings.ts";
import { EmptyValue, FieldValue } from "../field/field-value.tsx";
import { readText } from "../field/read-value.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import { recordPath } from "../kintone/page-url.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { callRest, toRestError } from "../rest.ts";
import { translate } from "../shell/translate.ts";
import { loadRelatedFields } from "./load-related-fields.ts";
import { quote, readRecords, sourceText } from "./lookup.ts";
import type { SourceRecord } from "./lookup.ts";
import { toObject } from "./read-rest-record.ts";

/** The records of another app that belong to this one, each with a way to it. */
export function ReferenceTable({
  field,
  value,
}: {
  readonly field: StoredField;
  readonly value: unknown;
}): ReactElement {
  const reference = readReference(field);
  const key = readText(value);
  if (reference === null || key === "") {
    return <EmptyValue language={pageLanguage()} />;
  }
  return <ReferenceRows field={field} reference={reference} value={key} />;
}

function ReferenceRows({
  field,
  reference,
  value,
}: {
  readonly field: StoredField;
  readonly reference: ReferenceSettings;
  readonly value: string;
}): ReactElement {
  const [limit, setLimit] = useState(reference.size);
  const loaded = useLoaded(() => loadRows(reference, value, limit), `${value} ${limit}`);
  if (loaded.state === "loading") {
    return <p className="kp-muted">{translate(fieldMessages.loading)}</p>;
  }
  if (loaded.state === "failed" && closed.has(toRestError(loaded.error).code)) {
    return <p className="kp-muted">{translate(fieldMessages.noRightToRelated)}</p>;
  }
  if (loaded.state === "failed") {
    return (
      <p>
        {translate(fieldMessages.loadFailed)}{" "}
        <button type="button" className="kp-button" onClick={loaded.reload}>
          {translate(fieldMessages.retry)}
        </button>
      </p>
    );
  }
  const { columns, records, total } = loaded.value;
  if (records.length === 0) {
    return <EmptyValue language={pageLanguage()} />;
  }
  return (
    <>
      {/* The table scrolls inside itself; without a tab stop it could not be scrolled by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="kp-subtable-scroll" tabIndex={0} aria-label={fieldLabel(field)}>
        <table className="kp-subtable">
          <thead>
            <tr>
              <th scope="col">{translate(recordMessages.record)}</th>
              {columns.map((column) => (
                <th key={column.code} scope="col" className={columnClass(column)}>
                  {fieldLabel(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => {
              const id = sourceText(record, "$id");
              return (
                <tr key={id}>
                  <td data-label={translate(recordMessages.record)}>
                    <a href={recordPath({ app: reference.app, record: id })}>
                      {translate(recordMessages.openRecord, { id })}
                    </a>
                  </td>
                  {columns.map((column) => (
                    <td key={column.code} data-label={fieldLabel(column)} className={columnClass(column)}>
                      <FieldValue
                        field={column}
                        value={toObject(record[column.code])["value"]}
                        language={pageLanguage()}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {total > records.length ? (
        <button type="button" className="kp-button" onClick={() => setLimit(limit + reference.size)}>
          {translate(recordMessages.more, { count: total - records.length })}
        </button>
      ) : null}
    </>
  );
}

/** Without the right to the other app, its records or the field that they are found by, there is nothing to try again. */
const closed: ReadonlySet<string> = new Set(["CB_NO02", "GAIA_AP01", "GAIA_IQ11"]);

/** Numbers stand under each other. */
function columnClass({ type }: StoredField): string {
  const number = type === "NUMBER" || type === "CALC" ? " kp-number" : "";
  return `kp-cell-${type.toLowerCase()}${number}`;
}

type Rows = { readonly columns: StoredField[]; readonly records: SourceRecord[]; readonly total: number };

async function loadRows(reference: ReferenceSettings, value: string, limit: number): Promise<Rows> {
  // `in` and not `=`: the related field may stand in a table, where `=` is refused (fact sheet §6.1).
  const own = `${reference.relatedField} in (${quote(value)})`;
  const condition = reference.filterCond === "" ? own : `${own} and (${reference.filterCond})`;
  const sort = reference.sort === "" ? "" : ` order by ${reference.sort}`;
  const query = `${condition}${sort} limit ${Math.min(500, limit)}`;
  const [fields, body] = await Promise.all([
    loadRelatedFields(reference.app),
    callRest("GET", "/k/v1/records", { app: reference.app, query, totalCount: true }),
  ]);
  const columns = reference.displayFields.flatMap((code) => fields.get(code) ?? []);
  return { columns, ...readRecords(body) };
}
