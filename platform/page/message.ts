import type { Language } from "../api/operation.ts";

/** One text that people read, in both languages; `{name}` marks what is filled in. */
export type Message = { readonly ja: string; readonly en: string };

/** Declares the texts of one surface; it only gives the catalogue its type. */
export function defineMessages<const T extends Readonly<Record<string, Message>>>(messages: T): T {
  return messages;
}

/** What fills a `{name}` place; a message does so in the language of the whole. */
export type MessageParam = string | number | Message;

/** The text in the reader's language with `{name}` places filled; an unknown place stays visible. */
export function formatMessage(
  message: Message,
  language: Language,
  params: Readonly<Record<string, MessageParam>> = {},
): string {
  return message[language].replaceAll(/\{(\w+)\}/gu, (place, name: string) => {
    const param = params[name] ?? place;
    return typeof param === "object" ? param[language] : String(param);
  });
}
