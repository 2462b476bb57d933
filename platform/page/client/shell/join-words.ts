import { pageLanguage } from "../kintone/page-state.ts";

/** Several names or values as one text, in the reader's way of listing. */
export function joinWords(words: readonly string[]): string {
  return words.join(pageLanguage() === "ja" ? "、" : ", ");
}
