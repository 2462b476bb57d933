const storageKey = "kp-shortcuts";

/** Whether the reader lets single keys act; it is theirs to turn off in this browser. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

/** Keeps the reader's choice; where the browser keeps nothing it lasts until the page is left. */
export function chooseShortcuts(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Private windows may refuse storage; then the shortcuts stay as they are.
  }
}
