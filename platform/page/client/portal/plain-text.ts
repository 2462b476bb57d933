/** What a deployment tool writes at the end to find its app again, like `[suite:app]`, is no sentence for people. */
const mark = / ?\[[\w.-]+:[\w.-]+\]$/u;

/** The text of an app's description, which may be written in HTML (fact sheet §8.3); nothing of it is run or shown as markup. */
export function toPlainText(markup: string): string {
  const parsed = new DOMParser().parseFromString(
    markup.replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/giu, "$& "),
    "text/html",
  );
  return dropMark((parsed.body.textContent ?? "").replaceAll(/\s+/gu, " ").trim());
}

/** A description without the mark of a deployment tool. */
export function dropMark(text: string): string {
  return text.replace(mark, "");
}
