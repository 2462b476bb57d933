import { formatMessage, type Message } from "../../message.ts";
import { pageLanguage } from "./page-state.ts";

/** Says in the console which function cannot do what was asked, and why; the caller throws or rejects with what it returns. */
export function refuse(name: string, why: Message, params: Readonly<Record<string, string>> = {}): Error {
  const error = new Error(`${name}: ${formatMessage(why, pageLanguage(), params)}`);
  // The author of the customization looks for it there.
  // oxlint-disable-next-line no-console
  console.error(error.message);
  return error;
}
