import { formatMessage } from "../../message.ts";
import { faultMessages } from "../messages/record-fault-messages.ts";
import { showConfirmDialog } from "./dialog.ts";
import { pageLanguage } from "./page-state.ts";

/** Tells the user that a customization failed, as kintone does with a dialog, and the console what it was. */
export function reportCustomizationError(error: unknown): void {
  // The author of the customization looks for it there.
  // oxlint-disable-next-line no-console
  console.error(error);
  const detail = error instanceof Error ? error.message : typeof error === "string" ? error : JSON.stringify(error);
  reportCustomizationFault(detail ?? "");
}

/** The same for something wrong that a customization handed in, which throws nothing (fact sheet §3.7). */
export function reportCustomizationFault(detail: string): void {
  const language = pageLanguage();
  void showConfirmDialog({
    title: formatMessage(faultMessages.script, language),
    body: `${formatMessage(faultMessages.scriptAdvice, language)}\n\n${detail}`,
    okButtonText: formatMessage(faultMessages.close, language),
  });
}
