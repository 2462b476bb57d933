import { memo, type ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { EmptyValue, FieldValue } from "../field/field-value.tsx";
import { formatValue } from "../field/format-value.ts";
import { pageState } from "../kintone/page-state.ts";
import { listEditMessages } from "../messages/list-edit-messages.ts";
import { listMessages } from "../messages/list-messages.ts";
import { type FormRecord, readRows } from "../record/form-record.ts";
import { findMark, MarkValue } from "../record/record-value.tsx";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { isNumeric } from "./list-columns.ts";

type Props = {
  readonly columns: readonly StoredField[];
  readonly record: FormRecord;
  /** Codes of the fields that the reader may not view in this record. */
  readonly hidden: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly canRemove: boolean;
  readonly language: "ja" | "en";
  readonly address: string;
  readonly onEdit: (record: FormRecord) => void;
  readonly onRemove: (record: FormRecord) => void;
};

/** One record to read: its link, its values, what one can do with it here. Drawn again only when one of these changes. */
export const ListRow = memo(function ListRow(props: Props): ReactElement {
  const { columns, record, hidden, canEdit, canRemove, language, address, onEdit, onRemove } = props;
  const id = record.id ?? "";
  return (
    <tr
      className="recordlist-row-gaia"
      data-kp-record={id}
      // As in kintone; the button at the end of the row does the same from the keyboard.
      onDoubleClick={canEdit ? (event) => startEdit(event.target, () => onEdit(record)) : undefined}
    >
      <td className="kp-list-open recordlist-action-gaia">
        <a
          className="kp-button kp-button-icon recordlist-show-gaia"
          href={address}
          aria-label={translate(listMessages.open, { id })}
        >
          <Icon name="open" />
        </a>
      </td>
      {columns.map((field) => renderCell({ field, record, language, href: address }, hidden.has(field.code)))}
      <td className="kp-list-row-actions">
        {canEdit ? (
          <button
            className="kp-button kp-button-icon recordlist-edit-gaia"
            type="button"
            data-kp-edit={id}
            aria-label={translate(listEditMessages.edit, { id })}
            onClick={() => onEdit(record)}
          >
            <Icon name="edit" />
          </button>
        ) : null}
        {canRemove ? (
          <button
            className="kp-button kp-button-icon recordlist-remove-gaia"
            type="button"
            aria-label={translate(listEditMessages.remove, { id })}
            onClick={() => onRemove(record)}
          >
            <Icon name="remove" />
          </button>
        ) : null}
      </td>
    </tr>
  );
});

type CellProps = {
  readonly field: StoredField;
  readonly record: FormRecord;
  readonly language: "ja" | "en";
  readonly href: string;
};

/** As few elements as it takes, and no component of its own: a list has thousands of cells. */
function renderCell(cell: CellProps, hidden: boolean): ReactElement {
  const { field, record, language } = cell;
  const key = field.id;
  const name = cellClass(field);
  if (hidden) {
    return (
      <td key={key} className={name}>
        <div className="kp-muted">{translate(listMessages.noRight)}</div>
      </td>
    );
  }
  if (!lines.has(field.type)) {
    return (
      <td key={key} className={long.has(field.type) ? `${name} kp-cell-long` : name}>
        <div>
          <CellValue {...cell} />
        </div>
      </td>
    );
  }
  const mark = findMark(field, record, { code: field.code });
  if (mark !== null) {
    return (
      <td key={key} className={name}>
        <div>
          <MarkValue mark={mark} />
        </div>
      </td>
    );
  }
  const text = formatValue(field, record.values[field.code], pageState.bootstrap?.loginUser.timezone);
  return isLong(text) ? (
    <td key={key} className={`${name} kp-cell-long`}>
      <div>{text}</div>
    </td>
  ) : (
    <td key={key} className={name}>
      {text === "" ? <EmptyValue language={language} /> : text}
    </td>
  );
}

/** Types whose value in a list is text and nothing else. */
const lines = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "NUMBER",
  "CALC",
  "DATE",
  "TIME",
  "DATETIME",
  "CREATED_TIME",
  "UPDATED_TIME",
  "DROP_DOWN",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "CREATOR",
  "MODIFIER",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/** Of the others those that may be of any length. */
const long = new Set(["RICH_TEXT", "LINK", "FILE"]);

/** Whether a text may need more than the line that even a narrow column has; cutting lines costs layout, cell by cell. */
function isLong(text: string): boolean {
  return text.length > 20 || text.includes("\n");
}

const classes = new WeakMap<StoredField, string>();

function cellClass(field: StoredField): string {
  const known = classes.get(field);
  if (known !== undefined) {
    return known;
  }
  const type = field.type.toLowerCase().replaceAll("_", "-");
  const name = `recordlist-cell-gaia value-${field.id} kp-cell-${type}${isNumeric(field) ? " kp-number" : ""}`;
  classes.set(field, name);
  return name;
}

/** Links and buttons in the row keep their own double click. */
function startEdit(target: EventTarget, edit: () => void): void {
  if (target instanceof Element && target.closest("a, button, input") === null) {
    edit();
  }
}

/** A value in a cell; a table is told by its number of rows, the record number leads to the record. */
export function CellValue({ field, record, language, href }: CellProps): ReactElement {
  const value = record.values[field.code];
  if (field.type === "SUBTABLE") {
    return <span>{translate(listMessages.rows, { count: readRows(record, field.code).length })}</span>;
  }
  const mark = findMark(field, record, { code: field.code });
  const shown =
    mark === null ? <FieldValue field={field} value={value} language={language} /> : <MarkValue mark={mark} />;
  return field.type === "RECORD_NUMBER" ? <a href={href}>{shown}</a> : shown;
}
