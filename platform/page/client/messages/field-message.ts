/** One text that people read, in both languages; `{name}` is filled by `formatMessage`. */
export type Message = { readonly ja: string; readonly en: string };

/** Keeps the keys of a catalogue as its type. */
export function defineMessages<const T extends Record<string, Message>>(messages: T): T {
  return messages;
}

/** The text in one language with its `{name}` places filled. */
export function formatMessage(
  message: Message,
  language: "ja" | "en",
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  return message[language].replaceAll(/\{(\w+)\}/gu, (place, name: string) => String(parameters[name] ?? place));
}
