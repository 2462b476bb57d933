import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { FieldValue } from "../field/field-value.tsx";
import { listEditMessages } from "../messages/list-edit-messages.ts";
import { listMessages } from "../messages/list-messages.ts";
import { type FormRecord, readRows } from "../record/form-record.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { isNumeric } from "./list-columns.ts";

/** One record to read: its link, its values, what one can do with it here. */
export function ListRow({
  columns,
  record,
  hidden,
  canEdit,
  canRemove,
  language,
  address,
  onEdit,
  onRemove,
}: {
  readonly columns: readonly StoredField[];
  readonly record: FormRecord;
  /** Codes of the fields that the reader may not view in this record. */
  readonly hidden: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly canRemove: boolean;
  readonly language: "ja" | "en";
  readonly address: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const id = record.id ?? "";
  return (
    <tr className="recordlist-row-gaia" data-kp-record={id}>
      <td className="kp-list-open recordlist-action-gaia">
        <a
          className="kp-button kp-button-icon recordlist-show-gaia"
          href={address}
          aria-label={translate(listMessages.open, { id })}
        >
          <Icon name="open" />
        </a>
      </td>
      {columns.map((field) => (
        <td
          key={field.id}
          className={`recordlist-cell-gaia value-${field.id} kp-cell-${field.type.toLowerCase().replaceAll("_", "-")}${isNumeric(field) ? " kp-number" : ""}`}
        >
          <div>
            {hidden.has(field.code) ? (
              <span className="kp-muted">{translate(listMessages.noRight)}</span>
            ) : (
              <CellValue {...{ field, record, language }} href={address} />
            )}
          </div>
        </td>
      ))}
      <td className="kp-list-row-actions">
        {canEdit ? (
          <button
            className="kp-button kp-button-icon recordlist-edit-gaia"
            type="button"
            data-kp-edit={id}
            aria-label={translate(listEditMessages.edit, { id })}
            onClick={onEdit}
          >
            <Icon name="edit" />
          </button>
        ) : null}
        {canRemove ? (
          <button
            className="kp-button kp-button-icon recordlist-remove-gaia"
            type="button"
            aria-label={translate(listEditMessages.remove, { id })}
            onClick={onRemove}
          >
            <Icon name="remove" />
          </button>
        ) : null}
      </td>
    </tr>
  );
}

/** A value in a cell; a table is told by its number of rows, the record number leads to the record. */
export function CellValue({
  field,
  record,
  language,
  href,
}: {
  readonly field: StoredField;
  readonly record: FormRecord;
  readonly language: "ja" | "en";
  readonly href: string;
}): ReactElement {
  const value = record.values[field.code];
  if (field.type === "SUBTABLE") {
    return <span>{translate(listMessages.rows, { count: readRows(record, field.code).length })}</span>;
  }
  const shown = <FieldValue field={field} value={value} language={language} />;
  return field.type === "RECORD_NUMBER" ? <a href={href}>{shown}</a> : shown;
}
