import type { ReactElement } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, isRequired } from "../field/field-settings.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { FieldError } from "./field-error.tsx";
import { FormInput, inputIdOf } from "./form-field.tsx";
import type { FormParts } from "./form-parts.ts";
import { readRows, toPathKey } from "./form-record.ts";
import type { FormRow } from "./form-record.ts";
import { useObservable } from "./use-observable.ts";

/** A table to fill: rows are added, removed and moved; on phones each row is a card with its labels. */
export function SubtableInput({
  table,
  parts,
}: {
  readonly table: StoredField;
  readonly parts: FormParts;
}): ReactElement {
  const { store, appearance } = parts;
  const { record, errors, busy } = useObservable(store.state);
  const { hidden } = useObservable(appearance.state);
  const columns = (table.fields ?? []).filter((field) => !hidden.has(field.code));
  const rows = readRows(record, table.code);
  const name = fieldLabel(table);
  return (
    <>
      <h2 className={`kp-subtable-title subtable-row-label-gaia label-${table.id}`}>
        <span className="subtable-row-label-text-gaia">{name}</span>
      </h2>
      <FieldError error={errors.get(table.code)} />
      {rows.length === 0 ? (
        <p className="kp-muted kp-subtable-none">{translate(recordMessages.emptyTable)}</p>
      ) : (
        <section className={`kp-subtable-scroll value-${table.id}`} aria-label={name}>
          <table className="kp-subtable kp-subtable-edit subtable-gaia">
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.code} scope="col" className={`subtable-label-gaia label-${field.id}`}>
                    <span className="subtable-label-inner-gaia control-label-text-gaia">{fieldLabel(field)}</span>
                    {isRequired(field) ? (
                      <span className="kp-required require-cybozu">{translate(fieldMessages.required)}</span>
                    ) : null}
                  </th>
                ))}
                <th scope="col" className="kp-row-actions-head" data-kp-part={`TableRowActions:${table.code}`}>
                  <span className="kp-visually-hidden">{translate(recordMessages.rowActions)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Row key={row.key} table={table} columns={columns} row={row} index={index} parts={parts} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <button
        type="button"
        className="kp-button kp-subtable-add"
        data-kp-part={`AddTableRowButtons:${table.code}`}
        disabled={busy}
        aria-label={translate(recordMessages.addFirstRow, { name })}
        onClick={() => focusRow(table, columns, store.addRow(table.code, null))}
      >
        <Icon name="add" />
        {translate(recordMessages.addRow)}
      </button>
    </>
  );
}

function Row({
  table,
  columns,
  row,
  index,
  parts,
}: {
  readonly table: StoredField;
  readonly columns: readonly StoredField[];
  readonly row: FormRow;
  readonly index: number;
  readonly parts: FormParts;
}): ReactElement {
  const { store } = parts;
  const { errors, busy } = useObservable(store.state);
  const number = index + 1;
  const last = readRows(store.state.get().record, table.code).length - 1;
  return (
    <tr data-row={translate(recordMessages.rowName, { row: number })}>
      {columns.map((field) => {
        const path = { code: field.code, table: table.code, rowKey: row.key };
        const error = errors.get(toPathKey(path)) ?? "";
        const errorId = `${inputIdOf(path)}-error`;
        return (
          <td
            key={field.code}
            data-label={fieldLabel(field)}
            className={`kp-cell-${field.type.toLowerCase()} value-${field.id}`}
          >
            <div className="control-value-content-gaia">
              <FormInput
                field={field}
                path={path}
                parts={parts}
                label={translate(recordMessages.cellLabel, { name: fieldLabel(field), row: number })}
                describedBy={error === "" ? undefined : errorId}
              />
            </div>
            <FieldError id={errorId} error={error} />
          </td>
        );
      })}
      <td className="kp-row-actions" data-kp-part={`TableRowActions:${table.code}`}>
        <RowButton
          icon="up"
          label={translate(recordMessages.rowUp, { row: number })}
          disabled={busy || index === 0}
          onPress={() => store.moveRow(table.code, row.key, -1)}
        />
        <RowButton
          icon="down"
          label={translate(recordMessages.rowDown, { row: number })}
          disabled={busy || index === last}
          onPress={() => store.moveRow(table.code, row.key, 1)}
        />
        <RowButton
          icon="add"
          part={`AddTableRowButtons:${table.code}`}
          label={translate(recordMessages.addBelow, { row: number })}
          disabled={busy}
          onPress={() => focusRow(table, columns, store.addRow(table.code, row.key))}
        />
        {last === 0 ? null : (
          // The only row of a table stays, as on kintone (documented with `showDeleteTableRowButtons`).
          <RowButton
            icon="remove"
            part={`DeleteTableRowButtons:${table.code}`}
            label={translate(recordMessages.removeRow, { row: number })}
            disabled={busy}
            onPress={() => store.removeRow(table.code, row.key)}
          />
        )}
      </td>
    </tr>
  );
}

function RowButton({
  icon,
  part,
  label,
  disabled,
  onPress,
}: {
  readonly icon: "up" | "down" | "add" | "remove";
  /** By which customizations hide it. */
  readonly part?: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="kp-button kp-button-icon"
      data-kp-part={part}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Whoever adds a row wants to write into it. */
function focusRow(table: StoredField, columns: readonly StoredField[], rowKey: string): void {
  requestAnimationFrame(() => {
    for (const field of columns) {
      const input = document.querySelector<HTMLElement>(
        `#${CSS.escape(inputIdOf({ code: field.code, table: table.code, rowKey }))}`,
      );
      if (input !== null) {
        input.focus();
        return;
      }
    }
  });
}
