import { pageLanguage } from "../kintone/page-state.ts";
import { formatMessage, type Message } from "../../message.ts";

/** A text in the language of the page. */
export function translate(message: Message, params: Readonly<Record<string, string | number>> = {}): string {
  return formatMessage(message, pageLanguage(), params);
}
