import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import { FieldInput } from "../../field/field-input.tsx";
import { fieldLabel } from "../../field/field-settings.ts";
import { pageLanguage } from "../../kintone/page-state.ts";
import { recordPath } from "../../kintone/page-url.ts";
import { listEditMessages } from "../../messages/list-edit-messages.ts";
import type { FormRecord } from "../../record/form-record.ts";
import { Banner } from "../../shell/banner.tsx";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import { isNumeric } from "../list-columns.ts";
import { CellValue } from "../list-row.tsx";
import { type RowEditor, useRowEditor } from "./use-row-editor.ts";

/** Enter in a box of one line, Ctrl+Enter and Ctrl+S anywhere. In other boxes Enter has a meaning of its own. */
function isSaveKey({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const isLine = target instanceof HTMLInputElement && !["checkbox", "radio", "file", "button"].includes(target.type);
  return ctrlKey || metaKey ? key === "Enter" || key === "s" : key === "Enter" && isLine;
}

/** A record being edited in its row. Esc cancels, Enter saves; messages stand in a row of their own beneath. */
export function EditRow({
  app,
  columns,
  editable,
  record,
  onSaved,
  onCancel,
}: {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  /** Codes of the columns that can be edited here. */
  readonly editable: ReadonlySet<string>;
  readonly record: FormRecord;
  readonly onSaved: (record: FormRecord) => void;
  readonly onCancel: (latest: FormRecord) => void;
}): ReactElement {
  const editor = useRowEditor({ app, columns, record, onSaved, onCancel });
  const row = useRef<HTMLTableRowElement>(null);
  const id = record.id ?? "";
  useEffect(() => {
    row.current?.querySelector<HTMLElement>("input:enabled, select:enabled, textarea:enabled, td button")?.focus();
  }, []);
  const wasBusy = useRef(false);
  useEffect(() => {
    // A save that did not go through: what was disabled meanwhile lost the focus, and its message may lie below the edge.
    if (wasBusy.current && !editor.busy) {
      row.current?.nextElementSibling?.querySelector(".kp-banner")?.scrollIntoView({ block: "nearest" });
      row.current?.querySelector<HTMLElement>('[aria-invalid="true"], .recordlist-save-gaia')?.focus();
    }
    wasBusy.current = editor.busy;
  }, [editor.busy]);
  const press = (event: KeyboardEvent): void => {
    // While a Japanese input method converts, its own Esc and Enter are not ours.
    if (event.nativeEvent.isComposing || event.defaultPrevented) {
      return;
    }
    if (event.key === "Escape" && !editor.busy) {
      event.preventDefault();
      editor.cancel();
    } else if (isSaveKey(event) && !editor.busy) {
      event.preventDefault();
      void editor.save();
    }
  };
  return (
    <>
      <tr ref={row} className="kp-list-editing recordlist-row-gaia recordlist-edit-gaia" onKeyDown={press}>
        <td className="kp-list-open">
          <span className="kp-visually-hidden">{translate(listEditMessages.editing, { id })}</span>
        </td>
        {columns.map((field) => (
          <td
            key={field.id}
            className={`recordlist-cell-gaia value-${field.id}${isNumeric(field) ? " kp-number" : ""}`}
          >
            <div>
              {editable.has(field.code) ? (
                <EditCell field={field} editor={editor} id={id} />
              ) : (
                <CellValue
                  {...{ field, record: editor.draft.record, language: pageLanguage() }}
                  href={recordPath({ app: app.id, record: id, mobile: false })}
                />
              )}
            </div>
          </td>
        ))}
        <td className="kp-list-row-actions">
          <EditButtons editor={editor} />
        </td>
      </tr>
      <EditMessages editor={editor} width={columns.length + 2} onKeyDown={press} />
    </>
  );
}

function EditButtons({ editor }: { readonly editor: RowEditor }): ReactElement {
  return (
    <div className="kp-list-edit-buttons">
      <button
        className="kp-button kp-button-primary recordlist-save-gaia"
        type="button"
        disabled={editor.busy}
        onClick={() => void editor.save()}
      >
        {translate(editor.busy ? listEditMessages.saving : listEditMessages.save)}
      </button>
      <button className="kp-button recordlist-cancel-gaia" type="button" disabled={editor.busy} onClick={editor.cancel}>
        {translate(listEditMessages.cancel)}
      </button>
    </div>
  );
}

function EditCell({
  field,
  editor,
  id,
}: {
  readonly field: StoredField;
  readonly editor: RowEditor;
  readonly id: string;
}): ReactElement {
  const { draft } = editor;
  const error = draft.errors.get(field.code) ?? "";
  const inputId = `kp-edit-${id}-${field.id}`;
  return (
    <div className="kp-list-edit-cell">
      <FieldInput
        field={field}
        value={draft.record.values[field.code]}
        inputId={inputId}
        label={fieldLabel(field)}
        disabled={editor.busy || draft.disabled.get(field.code) === true}
        error={error === "" ? null : error}
        describedBy={error === "" ? undefined : `${inputId}-error`}
        onChange={(value) => editor.change(field.code, value)}
        onCommit={(value) => editor.commit(field.code, value)}
      />
      {error === "" ? null : (
        <p className="kp-list-edit-error" id={`${inputId}-error`}>
          <Icon name="stop" />
          {error}
        </p>
      )}
    </div>
  );
}

function EditMessages({
  editor,
  width,
  onKeyDown,
}: {
  readonly editor: RowEditor;
  readonly width: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): ReactElement | null {
  const { draft, conflict, busy } = editor;
  const hasFieldErrors = [...draft.errors.values()].some((error) => error !== "");
  const text = draft.topError === "" && hasFieldErrors ? translate(listEditMessages.refused) : draft.topError;
  if (!conflict && text === "") {
    return null;
  }
  return (
    <tr className="kp-list-edit-message" onKeyDown={onKeyDown}>
      <td colSpan={width}>
        {conflict ? (
          <Banner kind="warning" title={translate(listEditMessages.conflictTitle)}>
            <p>{translate(listEditMessages.conflict)}</p>
            <p className="kp-banner-actions">
              <button className="kp-button" type="button" disabled={busy} onClick={() => void editor.takeLatest()}>
                {translate(listEditMessages.takeLatest)}
              </button>
              <button className="kp-button" type="button" disabled={busy} onClick={() => void editor.discard()}>
                {translate(listEditMessages.discard)}
              </button>
            </p>
          </Banner>
        ) : (
          <Banner kind="danger">
            <p>{text}</p>
            {editor.expired ? (
              <p className="kp-banner-actions">
                <a className="kp-button" href="/login?notice=expired" target="_blank" rel="noopener">
                  {translate(listEditMessages.signIn)}
                </a>
              </p>
            ) : null}
          </Banner>
        )}
      </td>
    </tr>
  );
}
