import { useState } from "react";
import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import type { LookupSettings } from "../field/field-settings.ts";
import { FieldValue } from "../field/field-value.tsx";
import { formatValue } from "../field/format-value.ts";
import { ModalDialog } from "../field/modal-dialog.tsx";
import { useLoaded } from "../field/use-loaded.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { translate } from "../shell/translate.ts";
import { loadRelatedFields } from "./load-related-fields.ts";
import { loadCandidates, sourceText } from "./lookup.ts";
import type { SourceRecord } from "./lookup.ts";
import { toObject } from "./read-rest-record.ts";

export type LookupPickerProps = {
  readonly field: StoredField;
  readonly lookup: LookupSettings;
  readonly words: string;
  readonly onChoose: (source: SourceRecord) => void;
  readonly onClose: () => void;
};

/** The records that a lookup can copy from, narrowed while one types. */
export function LookupPicker({ field, lookup, words: start, onChoose, onClose }: LookupPickerProps): ReactElement {
  const [words, setWords] = useState(start);
  const fields = useLoaded(() => loadRelatedFields(lookup.app), lookup.app);
  const first = useLoaded(() => loadCandidates(lookup, ""), "");
  // Only when the page does not hold them all are words a matter for the server.
  const asked = first.value?.more === true ? words : "";
  const loaded = useLoaded(() => loadCandidates(lookup, asked), asked);
  const columns = columnsOf(lookup, fields.value);
  const candidates = (loaded.value?.records ?? []).filter((record) => matches(record, columns, words));
  const failed = loaded.state === "failed" || fields.state === "failed";
  return (
    <ModalDialog wide title={translate(fieldMessages.lookupTitle, { name: fieldLabel(field) })} onClose={onClose}>
      <label className="kp-picker-search">
        <span>{translate(fieldMessages.lookupSearch)}</span>
        <input
          className="kp-input"
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <output className="kp-picker-status">{statusText(loaded, failed, candidates.length)}</output>
      {failed ? (
        <button
          type="button"
          className="kp-button"
          onClick={() => {
            fields.reload();
            loaded.reload();
          }}
        >
          {translate(fieldMessages.retry)}
        </button>
      ) : null}
      {candidates.length === 0 ? null : (
        <div className="kp-picker-table">
          <table className="kp-subtable">
            <thead>
              <tr>
                <th scope="col">
                  <span className="kp-visually-hidden">{translate(fieldMessages.lookupChoose)}</span>
                </th>
                {columns.map((column) => (
                  <th key={column.code} scope="col">
                    {fieldLabel(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {candidates.map((record) => (
                <tr key={sourceText(record, "$id")}>
                  <td>
                    <button
                      type="button"
                      className="kp-button"
                      aria-label={`${translate(fieldMessages.lookupChoose)}: ${columns.map((column) => cellText(record, column)).join(" ")}`}
                      onClick={() => onChoose(record)}
                    >
                      {translate(fieldMessages.lookupChoose)}
                    </button>
                  </td>
                  {columns.map((column) => (
                    <td key={column.code} data-label={fieldLabel(column)}>
                      <FieldValue
                        field={column}
                        value={toObject(record[column.code])["value"]}
                        language={pageLanguage()}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ModalDialog>
  );
}

function statusText(
  loaded: { readonly state: string; readonly value: { readonly more: boolean } | null },
  failed: boolean,
  count: number,
): string {
  if (failed) {
    return translate(fieldMessages.loadFailed);
  }
  if (loaded.value === null) {
    return translate(fieldMessages.loading);
  }
  if (count === 0) {
    return translate(fieldMessages.lookupNone);
  }
  return loaded.value.more ? translate(fieldMessages.lookupMore) : "";
}

/** The key first, then what the settings name for the picker. */
function columnsOf(lookup: LookupSettings, fields: ReadonlyMap<string, StoredField> | null): StoredField[] {
  return [...new Set([lookup.keyField, ...lookup.pickerFields])].flatMap((code) => fields?.get(code) ?? []);
}

function cellText(record: SourceRecord, column: StoredField): string {
  return formatValue(column, toObject(record[column.code])["value"]);
}

function matches(record: SourceRecord, columns: readonly StoredField[], words: string): boolean {
  const text = columns
    .map((column) => cellText(record, column))
    .join("\n")
    .normalize("NFKC")
    .toLowerCase();
  return words
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
