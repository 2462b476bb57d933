/** The text of an app's description, which may be written in HTML (fact sheet §8.3); nothing of it is run or shown as markup. */
export function toPlainText(markup: string): string {
  const parsed = new DOMParser().parseFromString(
    markup.replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/giu, "$& "),
    "text/html",
  );
  return (parsed.body.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
}
