import { useState } from "react";
import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { formatValue } from "../field/format-value.ts";
import { ModalDialog } from "../field/modal-dialog.tsx";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";
import type { Difference } from "./compare-records.ts";
import type { FormRow } from "./form-record.ts";

export type ConflictDialogProps = {
  readonly differences: readonly Difference[];
  readonly onMerge: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
};

/** Someone else saved first: both versions side by side, and nothing overwritten until one decides. */
export function ConflictDialog({ differences, onMerge, onDiscard, onClose }: ConflictDialogProps): ReactElement {
  const [copied, setCopied] = useState(false);
  return (
    <ModalDialog
      wide
      title={translate(recordMessages.conflictTitle)}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="kp-button" onClick={onClose}>
            {translate(recordMessages.conflictClose)}
          </button>
          <button type="button" className="kp-button kp-button-danger" onClick={onDiscard}>
            {translate(recordMessages.conflictDiscard)}
          </button>
          <button type="button" className="kp-button kp-button-primary" onClick={onMerge}>
            {translate(recordMessages.conflictMerge)}
          </button>
        </>
      }
    >
      <p>{translate(recordMessages.conflictBody)}</p>
      {differences.length === 0 ? (
        <p>{translate(recordMessages.conflictNone)}</p>
      ) : (
        <div className="kp-picker-table">
          <table className="kp-subtable kp-conflict">
            <thead>
              <tr>
                <th scope="col">{translate(recordMessages.conflictField)}</th>
                <th scope="col">{translate(recordMessages.conflictMine)}</th>
                <th scope="col">{translate(recordMessages.conflictTheirs)}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ field, mine, theirs, clash }) => (
                <tr key={field.code}>
                  <th scope="row">
                    {fieldLabel(field)}
                    {clash ? (
                      <span className="kp-tag kp-tag-clash">{translate(recordMessages.conflictBoth)}</span>
                    ) : null}
                  </th>
                  <td data-label={translate(recordMessages.conflictMine)}>{toText(field, mine)}</td>
                  <td data-label={translate(recordMessages.conflictTheirs)}>{toText(field, theirs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="kp-conflict-copy">
        <button type="button" className="kp-button" onClick={() => void copy(differences).then(() => setCopied(true))}>
          {translate(recordMessages.conflictCopy)}
        </button>{" "}
        <output>{copied ? translate(recordMessages.conflictCopied) : ""}</output>
      </p>
    </ModalDialog>
  );
}

async function copy(differences: readonly Difference[]): Promise<void> {
  const lines = differences.map(({ field, mine }) => `${fieldLabel(field)}: ${toText(field, mine)}`);
  await navigator.clipboard.writeText(lines.join("\n"));
}

/** A value as text; a table as one line for each row. */
function toText(field: StoredField, value: unknown): string {
  if (field.type !== "SUBTABLE" || !Array.isArray(value)) {
    const text = formatValue(field, value);
    return text === "" ? "—" : text;
  }
  return value
    .map((row: FormRow) =>
      (field.fields ?? [])
        .map((inner) => formatValue(inner, row.values[inner.code]))
        .filter((text) => text !== "")
        .join(" / "),
    )
    .join("\n");
}
