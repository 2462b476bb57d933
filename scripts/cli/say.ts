import { AsyncLocalStorage } from "node:async_hooks";
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

const listener = new AsyncLocalStorage<(line: string) => void>();

/** Where several environments are worked on at once, each line goes to whoever knows which one it is of. */
export function listenWhile<T>(listen: (line: string) => void, work: () => Promise<T>): Promise<T> {
  return listener.run(listen, work);
}

/** What happens meanwhile: goes to standard error, so that an answer in JSON stays pure. */
export function say(message: Message, params: MessageParams = {}): void {
  const listen = listener.getStore() ?? ((line: string) => console.error(line));
  listen(textOf(message, params));
}
