import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toText } from "./arguments.ts";
import { readVisibility } from "./display-functions.ts";
import { partState, setPartState, type Visibility } from "./display-state.ts";
import { checkPage } from "./page-kind.ts";
import { isMobile, pageState } from "./page-state.ts";
import { refuse } from "./refuse.ts";

type Show = (code: unknown, state: unknown) => Promise<void>;
type Read = (code: unknown) => Promise<Visibility>;

/**
 * The buttons by which rows are added to a table and deleted from it. Their state is the table's own and does not ask whether the
 * table is shown (documented); without both kinds the whole column of a row's acts goes.
 */
export function createTableRowButtons(side: "desktop" | "mobile") {
  const path = side === "mobile" ? "kintone.mobile.app.record" : "kintone.app.record";
  const tableOf = (name: string, code: unknown): string => {
    checkPage(name, ["create", "edit"]);
    if (isMobile() !== (side === "mobile")) {
      throw refuse(name, kintoneMessages.otherSide);
    }
    const fields = pageState.bootstrap?.app?.settings.fields ?? [];
    if (!fields.some((field) => field.type === "SUBTABLE" && field.code === toText(code))) {
      throw refuse(name, kintoneMessages.noTable, { code: toText(code) });
    }
    return toText(code);
  };
  const show =
    (part: RowButtons): Show =>
    async (code, state) => {
      const name = `${path}.show${part}`;
      const table = tableOf(name, code);
      setPartState(`${part}:${table}`, readVisibility(name, state));
      const isBare = rowButtons.every((kind) => partState(`${kind}:${table}`) === "HIDDEN");
      setPartState(`TableRowActions:${table}`, isBare ? "HIDDEN" : "VISIBLE");
    };
  const read =
    (part: RowButtons): Read =>
    async (code) =>
      partState(`${part}:${tableOf(`${path}.get${part}DisplayState`, code)}`);
  return {
    showAddTableRowButtons: show("AddTableRowButtons"),
    getAddTableRowButtonsDisplayState: read("AddTableRowButtons"),
    showDeleteTableRowButtons: show("DeleteTableRowButtons"),
    getDeleteTableRowButtonsDisplayState: read("DeleteTableRowButtons"),
  };
}

type RowButtons = (typeof rowButtons)[number];

const rowButtons = ["AddTableRowButtons", "DeleteTableRowButtons"] as const;
