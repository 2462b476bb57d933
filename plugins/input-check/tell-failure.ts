import { formatMessage } from "../../domain/message.ts";
import { currentUser, notify } from "../core/kintone/environment.ts";
import { toSuiteError } from "../core/kintone/to-suite-error.ts";
import { messages } from "./messages.ts";

/** Says that the check itself failed and that nothing typed is lost; the cause goes to the console. */
export function tellFailure(key: "couldNotRead" | "couldNotCheck", error: unknown): void {
  const { language } = currentUser();
  // Who helps from afar needs the cause, which the words leave out.
  // oxlint-disable-next-line no-console
  console.error(`[${messages.pluginName.ja}]`, error);
  const reason = toSuiteError(error, language).message;
  notify("INFO", formatMessage(messages[key], language, { reason }));
}
