import type { Language, Message, MessageParams } from "../../domain/message.ts";
import { formatMessage } from "../../domain/message.ts";

/** Administrators read Japanese unless they ask for English with MACHI_DX_LANG=en. */
const language: Language = process.env["MACHI_DX_LANG"] === "en" ? "en" : "ja";

export function textOf(message: Message, params: MessageParams = {}): string {
  return formatMessage(message, language, params);
}

/** What the command answers: goes to standard output, where another program may read it. */
export function answer(text: string): void {
  console.log(text);
}

/** What happens meanwhile: goes to standard error, so that an answer in JSON stays pure. */
export function say(message: Message, params: MessageParams = {}): void {
  console.error(textOf(message, params));
}
