/** Names of what is hidden now; the elements carry theirs in `data-kp-part`. */
const hidden = new Set<string>();

export type Visibility = "VISIBLE" | "HIDDEN";

/** Whether a part of the page is to be seen, as customizations have it; a part that the page does not have may be named too. */
export function partState(part: string): Visibility {
  return hidden.has(part) ? "HIDDEN" : "VISIBLE";
}

/** Shows or hides a part. A style sheet does it, so that what is drawn anew stays hidden. */
export function setPartState(part: string, state: Visibility): void {
  if (state === "HIDDEN") {
    hidden.add(part);
  } else {
    hidden.delete(part);
  }
  const selectors = [...hidden].map((name) => `[data-kp-part="${name.replaceAll(/["\\]/gu, String.raw`\$&`)}"]`);
  setStyleSheet("kp-display-state", selectors.length === 0 ? "" : `${selectors.join(",")}{display:none!important}`);
}

/** Puts a style sheet of the platform's functions into the page, or another text into it. */
export function setStyleSheet(id: string, css: string): void {
  const present = document.querySelector(`#${id}`);
  const sheet = present ?? document.createElement("style");
  sheet.id = id;
  sheet.textContent = css;
  if (present === null) {
    document.head.append(sheet);
  }
}
