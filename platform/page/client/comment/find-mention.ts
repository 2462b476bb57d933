/** The `@…` that someone is typing: where it begins and what follows the sign. */
export type TypedMention = { readonly start: number; readonly end: number; readonly words: string };

/** The mention that ends at the caret; null when there is none. A sign within a word (a mail address) starts none. */
export function findTypedMention(text: string, caret: number): TypedMention | null {
  const match = /(?:^|[\s、。])[@＠]([^\s@＠]{0,40})$/u.exec(text.slice(0, caret));
  if (match === null) {
    return null;
  }
  const words = match[1] ?? "";
  return { start: caret - words.length - 1, end: caret, words };
}

/** The text without the mention, once someone was chosen: the name becomes a mark of its own. */
export function removeTypedMention(text: string, { start, end }: TypedMention): string {
  return text.slice(0, start) + text.slice(end);
}
