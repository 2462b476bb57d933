import type { ReactElement } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import { fieldLabel } from "../../field/field-settings.ts";
import { formatValue } from "../../field/format-value.ts";
import { pageState } from "../../kintone/page-state.ts";
import { listMessages } from "../../messages/list-messages.ts";
import type { FormRecord } from "../../record/form-record.ts";
import { translate } from "../../shell/translate.ts";
import { CellValue } from "../list-row.tsx";

/** How many values a card shows under its title. */
const shownFields = 4;

const plain = new Set(["SINGLE_LINE_TEXT", "NUMBER", "DATE", "RECORD_NUMBER", "DROP_DOWN", "RADIO_BUTTON", "CALC"]);

/** Public plugins look for a table and its rows (they are in use); to people it is a list of cards, and is announced as one. */
const roles = { list: { role: "list" }, item: { role: "listitem" }, plain: { role: "presentation" } } as const;

/** Records as cards: the first value of the view is the title and leads to the record. */
export function MobileCards({
  app,
  columns,
  records,
  language,
  addressOf,
}: {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  readonly records: readonly FormRecord[];
  readonly language: "ja" | "en";
  readonly addressOf: (record: string) => string;
}): ReactElement {
  const titleField = chooseTitle(app, columns);
  const rest = columns.filter((field) => field !== titleField && field.type !== "RECORD_NUMBER").slice(0, shownFields);
  return (
    <table className="kp-mobile-cards gaia-mobile-v2-app-index-recordlist-table" {...roles.list}>
      <tbody role="presentation">
        {records.map((record) => {
          const href = addressOf(record.id ?? "");
          const timezone = pageState.bootstrap?.loginUser.timezone;
          const title =
            titleField === undefined ? "" : formatValue(titleField, record.values[titleField.code], timezone);
          return (
            <tr key={record.id} {...roles.item} className="kp-card kp-mobile-card" data-kp-record={record.id}>
              <td {...roles.plain}>
                <h2 className={titleField === undefined ? undefined : `value-${titleField.id}`}>
                  <a href={href}>{title === "" ? translate(listMessages.open, { id: record.id ?? "" }) : title}</a>
                </h2>
                <dl>
                  {rest.map((field) => (
                    <div key={field.id}>
                      <dt className={`label-${field.id}`}>
                        <span className="gaia-mobile-v2-app-index-recordlist-table-headercell-label">
                          {fieldLabel(field)}
                        </span>
                      </dt>
                      <dd className={`value-${field.id}`}>
                        <CellValue {...{ field, record, language, href }} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The app's title field when the view shows it, else the first column that reads as a line. */
function chooseTitle(app: BootstrapApp, columns: readonly StoredField[]): StoredField | undefined {
  const { titleField } = app.settings.general;
  const named = columns.find((field) => titleField.selectionMode === "MANUAL" && field.code === titleField.code);
  const texts = columns.filter((field) => plain.has(field.type));
  return named ?? texts.find((field) => field.type === "SINGLE_LINE_TEXT") ?? texts[0];
}
