/** Full-width letters, case and the kind of spaces make no difference to a search. */
export function normaliseForSearch(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}

/**
 * kintone's `like` is a word search: `key` does not find `keyword`, while Japanese text, which has no spaces, is found in
 * any place (fact sheet §6.1). Both texts must be normalised.
 */
export function containsWords(text: string, needle: string): boolean {
  if (needle === "") {
    return text === "";
  }
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!cutsWord(text, at) && !cutsWord(text, end)) {
      return true;
    }
  }
  return false;
}

/** Whether a place lies between two letters or digits of one alphabetic word. */
function cutsWord(text: string, at: number): boolean {
  return isWordMark(text[at - 1]) && isWordMark(text[at]);
}

function isWordMark(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9_]/u.test(character);
}
