import { type ReactElement, useCallback, useMemo, useRef, useState } from "react";
import type { Bootstrap, BootstrapApp } from "../../bootstrap.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { listEditMessages } from "../messages/list-edit-messages.ts";
import { listMessages } from "../messages/list-messages.ts";
import type { FormRecord } from "../record/form-record.ts";
import { rightsOf } from "../record/record-rights.ts";
import { Icon } from "../shell/icon.tsx";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { translate } from "../shell/translate.ts";
import { EditRow } from "./edit/edit-row.tsx";
import { listInlineEditable } from "./edit/inline-editable.ts";
import { removeRow } from "./edit/remove-row.ts";
import { isNumeric, isSortable } from "./list-columns.ts";
import type { ListLocation } from "./list-location.ts";
import type { SortKey } from "./list-query.ts";
import { ListRow } from "./list-row.tsx";
import type { ListView } from "./list-view.ts";
import { TotalsRow } from "./totals/totals-row.tsx";
import { toRecordAddress } from "./record-address.ts";
import type { ListSnapshot } from "./use-records.ts";

type Props = {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
  readonly view: ListView;
  readonly at: ListLocation;
  readonly columns: readonly StoredField[];
  readonly snapshot: ListSnapshot;
  readonly busy: boolean;
  readonly replace: (record: FormRecord) => void;
  readonly reload: () => void;
  readonly onSort: (code: string) => void;
};

/** The records as a table, with the row that is being edited in its place. */
export function ListTable(props: Props): ReactElement {
  const { app, columns, snapshot, busy, replace, reload } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const [spoken, setSpoken] = useState("");
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const { fields, general } = app.settings;
  const editable = useMemo(() => listInlineEditable(fields, columns), [fields, columns]);
  const canEdit = general.enableInlineRecordEditing && editable.size > 0 && props.view.type === "LIST";

  const leave = (id: string, message: keyof typeof listEditMessages): void => {
    setEditing(null);
    setSpoken(translate(listEditMessages[message], { id }));
    // The row is drawn anew; the reader goes on where editing began, and the list does not move sideways for the button.
    requestAnimationFrame(() =>
      bodyRef.current?.querySelector<HTMLElement>(`[data-kp-edit="${id}"]`)?.focus({ preventScroll: true }),
    );
  };
  const edit = useCallback((record: FormRecord) => setEditing(record.id), []);
  const remove = useCallback(
    (record: FormRecord) => {
      const ask = async (): Promise<void> => {
        if (await removeRow(app, record)) {
          setSpoken(translate(listEditMessages.removed, { id: record.id ?? "" }));
          reload();
          document.querySelector<HTMLElement>(".kp-list-scroll")?.focus();
        }
      };
      void ask();
    },
    [app, reload],
  );
  return (
    <>
      <output className="kp-visually-hidden">{spoken}</output>
      <ScrollRegion className="kp-list-scroll" label={translate(listMessages.records)} busy={busy}>
        <table className={`kp-table kp-list-table recordlist-gaia${densityClass(columns.length)}`}>
          <thead>
            <tr data-kp-list-head="">
              <th scope="col" className="kp-list-open">
                <span className="kp-visually-hidden">{translate(listMessages.openColumn)}</span>
              </th>
              {columns.map((field) => (
                <HeaderCell key={field.id} field={field} sort={snapshot.query.sort} onSort={props.onSort} />
              ))}
              <th scope="col" className="kp-list-row-actions">
                <span className="kp-visually-hidden">{translate(listMessages.actions)}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={bodyRef}>
            {snapshot.records.map((record) => {
              const rights = rightsOf(app, snapshot.rights, record.id);
              return record.id === editing ? (
                <EditRow
                  key={`${record.id}-editing`}
                  {...{ app, columns, record }}
                  editable={new Set([...editable].filter((code) => !rights.locked.has(code)))}
                  onSaved={(saved) => {
                    replace(saved);
                    leave(saved.id ?? "", "saved");
                  }}
                  onCancel={(latest) => {
                    replace(latest);
                    leave(latest.id ?? "", "canceled");
                  }}
                />
              ) : (
                <ListRow
                  // A new answer or revision draws the row anew: what customizations put into it goes with it.
                  key={`${record.id}-${record.revision}-${snapshot.query.query}`}
                  {...{ columns, record }}
                  hidden={rights.hidden}
                  canEdit={canEdit && rights.editable}
                  canRemove={rights.deletable}
                  address={toRecordAddress(app.id, record.id ?? "", { viewId: props.view.id, at: props.at })}
                  language={props.bootstrap.language}
                  onEdit={edit}
                  onRemove={remove}
                />
              );
            })}
          </tbody>
          <TotalsRow
            {...{ app, columns }}
            condition={snapshot.query.condition}
            answer={snapshot.records.map(({ id, revision }) => `${id ?? ""}.${revision ?? ""}`).join(" ")}
          />
        </table>
      </ScrollRegion>
    </>
  );
}

/** Many columns share the width; a class says so, for a rule that asks the table would be asked again with each cell. */
function densityClass(columns: number): string {
  return `${columns >= 6 ? " kp-list-many" : ""}${columns >= 8 ? " kp-list-dense" : ""}`;
}

function HeaderCell({
  field,
  sort,
  onSort,
}: {
  readonly field: StoredField;
  readonly sort: readonly SortKey[];
  readonly onSort: (code: string) => void;
}): ReactElement {
  const name = fieldLabel(field);
  const key = sort.find((item) => item.code === field.code);
  const className = `label-${field.id} recordlist-header-cell-gaia${isNumeric(field) ? " kp-number" : ""}`;
  const label = (
    <span className="recordlist-header-label-gaia" title={name.length > 20 ? name : undefined}>
      {name}
    </span>
  );
  if (!isSortable(field)) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const state = key === undefined ? "none" : key.direction === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" className={className} aria-sort={state}>
      <button className="kp-list-sort" type="button" onClick={() => onSort(field.code)}>
        {label}
        <Icon name={key === undefined ? "sort" : key.direction === "asc" ? "up" : "down"} />
      </button>
    </th>
  );
}
