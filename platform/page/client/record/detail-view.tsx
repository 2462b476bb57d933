import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { readReference } from "../field/field-settings.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { showNotification } from "../kintone/notification.ts";
import { pageState } from "../kintone/page-state.ts";
import { AppActions } from "./app-actions.tsx";
import { createAppearance } from "./appearance.ts";
import type { AppearanceStore } from "./appearance.ts";
import { buildEventRecord } from "./build-event-record.ts";
import { DetailToolbar } from "./detail-toolbar.tsx";
import { FieldBox } from "./field-box.tsx";
import { findCategoryField } from "./field-kinds.ts";
import { fieldsByCode, hasCode } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import { buildLayout } from "./layout.ts";
import { LayoutView } from "./layout-view.tsx";
import { ProcessBar } from "./process-bar.tsx";
import { toObject } from "./read-rest-record.ts";
import { RecordFrame } from "./record-frame.tsx";
import { recordTitle } from "./record-title.ts";
import { RecordValue } from "./record-value.tsx";
import { ReferenceTable } from "./reference-table.tsx";
import { SidePanel } from "./side-panel.tsx";
import { SubtableView } from "./subtable-view.tsx";

export type DetailViewProps = {
  readonly app: BootstrapApp;
  readonly record: FormRecord;
  readonly mobile: boolean;
  readonly listHref: string;
  /** The way to the records beside it in the list. */
  readonly pager?: ReactElement;
  readonly onEdit: () => void;
  /** Only to be read on paper: nothing can be done to it, and the print event fires. */
  readonly print?: boolean;
  /** After a change of status: the record is another one now. */
  readonly onChanged: () => void;
};

/** A record to read, with what can be done to it. */
export function DetailView(props: DetailViewProps): ReactElement {
  const { app, record, mobile, print = false } = props;
  const [appearance] = useState(createAppearance);
  const nodes = useMemo(() => buildLayout(app.settings.layout, fieldsByCode(app.settings.fields)), [app]);
  const category = findCategoryField(app.settings.fields);
  useLayoutEffect(() => publish({ app, record, mobile, appearance }), [app, record, mobile, appearance]);
  useEffect(() => {
    void fireShow({ app, record, mobile }, print);
  }, [app, record, mobile, print]);
  return (
    <article className="kp-record kp-detail">
      {print ? (
        <h1 className="kp-print-title">{recordTitle(app, record)}</h1>
      ) : (
        <DetailToolbar {...props} title={recordTitle(app, record)} />
      )}
      {print ? null : <AppActions app={app} record={record} mobile={mobile} />}
      {app.settings.process.enable && !print ? (
        <ProcessBar app={app} record={record} mobile={mobile} onDone={props.onChanged} />
      ) : null}
      <div className="kp-detail-columns">
        <RecordFrame>
          <div className="kp-record-body kp-card showlayout-gaia">
            {category === null ? null : (
              <div className="kp-row kp-category-row">
                <FieldBox field={category} appearance={appearance} editing={false}>
                  <RecordValue field={category} record={record} />
                </FieldBox>
              </div>
            )}
            <LayoutView
              nodes={nodes}
              appearance={appearance}
              renderField={(field) => (
                <FieldBox field={field} appearance={appearance} editing={false}>
                  <DetailValue field={field} record={record} />
                </FieldBox>
              )}
              renderTable={(table) => <SubtableView table={table} record={record} appearance={appearance} />}
            />
          </div>
        </RecordFrame>
        {record.id !== null && !print ? <SidePanel {...{ app, record, mobile }} onRestored={props.onChanged} /> : null}
      </div>
    </article>
  );
}

function DetailValue({ field, record }: { readonly field: StoredField; readonly record: FormRecord }): ReactElement {
  const reference = readReference(field);
  return reference === null ? (
    <RecordValue field={field} record={record} />
  ) : (
    <ReferenceTable field={field} value={record.values[reference.field]} />
  );
}

type Shown = { readonly app: BootstrapApp; readonly record: FormRecord; readonly mobile: boolean };

function eventRecord({ app, record }: Shown): ReturnType<typeof buildEventRecord>["record"] {
  return buildEventRecord(record, { fields: app.settings.fields, context: "saved", withFiles: true }).record;
}

async function fireShow(shown: Shown, print: boolean): Promise<void> {
  const type = print ? "app.record.print.show" : `${shown.mobile ? "mobile." : ""}app.record.detail.show`;
  const returned = await fireEvent(type, {
    type,
    appId: shown.app.id,
    recordId: Number(shown.record.id),
    record: eventRecord(shown),
  });
  const error = toObject(returned)["error"];
  if (typeof error === "string" && error !== "") {
    await showNotification("ERROR", error);
  } else if (print) {
    // kintone opens the print dialog itself (fact sheet §3.5), once the customizations have had their turn.
    globalThis.print();
  }
}

/** Lets `kintone.app.record.*` read this record while it is shown. */
function publish(shown: Shown & { readonly appearance: AppearanceStore }): () => void {
  const { app, record, mobile, appearance } = shown;
  const fields = fieldsByCode(app.settings.fields);
  const isOpen = (code: string): boolean => fields.get(code)?.property["openGroup"] === true;
  const state = {
    id: Number(record.id),
    mode: "detail" as const,
    get: () => eventRecord(shown),
    set: () => {},
    fieldElement: (code: string) => findElement(fields.get(code), mobile),
    knows: (code: string) => hasCode(app.settings.fields, code),
    setFieldShown: appearance.setShown,
    isFieldShown: (code: string) => !appearance.state.get().hidden.has(code),
    setGroupOpen: appearance.setOpen,
    isGroupOpen: (code: string) => appearance.state.get().groups.get(code) ?? isOpen(code),
    setFieldStyle: appearance.setStyle,
    fieldStyle: (code: string) => appearance.state.get().styles.get(code),
  };
  pageState.record = state;
  return () => {
    if (pageState.record === state) {
      pageState.record = null;
    }
  };
}

/** The element of a field's value; on phones none for tables, related records and groups (fact sheet §4.1). */
function findElement(field: StoredField | undefined, mobile: boolean): HTMLElement | null {
  if (field === undefined || (mobile && ["SUBTABLE", "REFERENCE_TABLE", "GROUP"].includes(field.type))) {
    return null;
  }
  const name = field.type === "GROUP" ? "field" : "value";
  return document.querySelector<HTMLElement>(`#record-gaia .${name}-${field.id}`);
}
