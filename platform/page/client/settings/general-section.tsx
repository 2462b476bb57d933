import type { ReactElement } from "react";
import type { Message } from "../../message.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { toPlainText } from "../portal/plain-text.ts";
import { translate } from "../shell/translate.ts";
import { nameField } from "./describe.ts";
import { FactList } from "./fact-table.tsx";

const switches = [
  "enableThumbnails",
  "enableBulkDeletion",
  "enableComments",
  "enableDuplicateRecord",
  "enableInlineRecordEditing",
] as const;

const themes = new Map<string, Message>([
  ["WHITE", text.themeWHITE],
  ["RED", text.themeRED],
  ["BLUE", text.themeBLUE],
  ["GREEN", text.themeGREEN],
  ["YELLOW", text.themeYELLOW],
  ["BLACK", text.themeBLACK],
]);

/** Name, description and the switches of an app. */
export function GeneralSection({ app }: { readonly app: BootstrapApp }): ReactElement {
  const { general, fields } = app.settings;
  const { digits, decimalPlaces, roundingMode } = general.numberPrecision;
  const theme = themes.get(general.theme);
  return (
    <FactList
      facts={[
        [translate(text.name), general.name],
        [translate(text.description), toPlainText(general.description)],
        [translate(text.theme), theme === undefined ? general.theme : translate(theme)],
        [
          translate(text.titleField),
          general.titleField.selectionMode === "MANUAL"
            ? nameField(fields, general.titleField.code ?? "")
            : translate(text.automatic),
        ],
        ...switches.map((name) => [translate(text[name]), translate(general[name] ? text.yes : text.no)] as const),
        [
          translate(text.precision),
          translate(text.precisionText, { digits, places: decimalPlaces, mode: translate(text[roundingMode]) }),
        ],
        [translate(text.firstMonth), translate(text.month, { month: general.firstMonthOfFiscalYear })],
      ]}
    />
  );
}
