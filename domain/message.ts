/** A text that people read, Japanese first; `{name}` marks a place to fill. */
export type Message = { readonly ja: string; readonly en: string };

export type Language = keyof Message;

export type MessageParams = Readonly<Record<string, string | number>>;

/** Returns the catalogue as it is; the type checks that each text exists in both languages. */
export function defineMessages<const Catalogue extends Readonly<Record<string, Message>>>(
  catalogue: Catalogue,
): Catalogue {
  return catalogue;
}

/** The text in one language with its places filled; a place without a value stays visible as `{name}`. */
export function formatMessage(message: Message, language: Language, params: MessageParams = {}): string {
  return fillPlaces(message[language], params);
}

/** The message with its places filled in both languages. */
export function fillMessage(message: Message, params: MessageParams): Message {
  return { ja: fillPlaces(message.ja, params), en: fillPlaces(message.en, params) };
}

function fillPlaces(text: string, params: MessageParams): string {
  return text.replaceAll(/\{(\w+)\}/gu, (place, name: string) => String(params[name] ?? place));
}
