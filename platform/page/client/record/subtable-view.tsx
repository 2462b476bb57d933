import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { EmptyValue } from "../field/field-value.tsx";
import { pageLanguage } from "../kintone/page-state.ts";
import type { AppearanceStore } from "./appearance.ts";
import { readRows } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import { RecordValue } from "./record-value.tsx";
import { useObservable } from "./use-observable.ts";

/** A table to read; on phones each row is a card with its labels. */
export function SubtableView({
  table,
  record,
  appearance,
}: {
  readonly table: StoredField;
  readonly record: FormRecord;
  readonly appearance: AppearanceStore;
}): ReactElement {
  const { hidden } = useObservable(appearance.state);
  const columns = (table.fields ?? []).filter((field) => !hidden.has(field.code));
  const rows = readRows(record, table.code);
  const label = fieldLabel(table);
  return (
    <>
      <h2 className={`kp-subtable-title subtable-row-label-gaia label-${table.id}`}>
        <span className="subtable-row-label-text-gaia">{label}</span>
      </h2>
      {rows.length === 0 ? (
        <p className={`value-${table.id}`}>
          <EmptyValue language={pageLanguage()} />
        </p>
      ) : (
        // The table scrolls inside itself; without a tab stop it could not be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={`kp-subtable-scroll value-${table.id}`} tabIndex={0} aria-label={label}>
          <table className="kp-subtable subtable-gaia">
            <thead>
              <tr>
                {columns.map((field) => (
                  <th
                    key={field.code}
                    scope="col"
                    className={`subtable-label-gaia label-${field.id}${numberClass(field)}`}
                  >
                    <span className="subtable-label-inner-gaia control-label-text-gaia">{fieldLabel(field)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {columns.map((field) => (
                    <td
                      key={field.code}
                      data-label={fieldLabel(field)}
                      className={`kp-cell-${field.type.toLowerCase()} value-${field.id}${numberClass(field)}`}
                    >
                      <RecordValue
                        field={field}
                        record={record}
                        path={{ code: field.code, table: table.code, rowKey: row.key }}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function numberClass(field: StoredField): string {
  return field.type === "NUMBER" || field.type === "CALC" ? " kp-number" : "";
}
