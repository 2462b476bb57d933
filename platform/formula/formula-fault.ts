import { formatMessage, type Message, type MessageParam } from "../page/message.ts";

/** Why a formula cannot be used, in both languages. */
export class FormulaFault extends Error {
  readonly reason: Message;

  constructor(message: Message, params: Readonly<Record<string, MessageParam>> = {}) {
    const reason = { ja: formatMessage(message, "ja", params), en: formatMessage(message, "en", params) };
    super(reason.en);
    this.name = "FormulaFault";
    this.reason = reason;
  }
}
