import { useEffect, useEffectEvent } from "react";
import { keyboardShortcuts } from "../kintone/keyboard-shortcuts.ts";
import { areShortcutsOn } from "./shortcut-choice.ts";

/** kintone's shortcuts that the pages here have; keys and names as its documentation of `setKeyboardShortcuts` lists them. */
const keys = {
  SHOW_RECORD: ["o"],
  SHORTCUTS_HELP: ["?"],
  CREATE_RECORD: ["c"],
  EDIT_RECORD: ["e"],
  NEXT_RECORD: ["j"],
  PREVIOUS_RECORD: ["k"],
  NEXT_PAGE: ["n"],
  PREVIOUS_PAGE: ["p"],
  CANCEL_EDITING: ["Escape"],
  SHOW_VIEW: ["g a"],
  SHOW_FILTER: ["g i"],
  SAVE_RECORD: ["Control s"],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutName = keyof typeof keys;
export type Shortcuts = Readonly<Partial<Record<ShortcutName, () => void>>>;

/** The key of a shortcut as people read it. */
export function shortcutKey(name: ShortcutName): string {
  return keys[name][0].replace("Control s", "Ctrl + s").replace("g ", "g → ").replace("Escape", "Esc");
}

/**
 * Listens for shortcuts while the component is shown. Single letters count only outside of inputs and dialogs; people can turn them
 * off (WCAG 2.1.4), customizations each of them.
 */
export function useShortcuts(actions: Shortcuts): void {
  const act = useEffectEvent((name: ShortcutName) => actions[name]?.());
  const has = useEffectEvent((name: ShortcutName) => actions[name] !== undefined);
  useEffect(() => {
    let first = "";
    const listen = (event: KeyboardEvent): void => {
      const key = toKey(event);
      if (key === null || document.querySelector("dialog[open]") !== null) {
        return;
      }
      const typed = first === "" ? key : `${first} ${key}`;
      first = first === "" && key === "g" ? "g" : "";
      const name = namesOf(typed).find(has);
      if (name === undefined || (isTyping(event.target) && name !== "SAVE_RECORD" && name !== "CANCEL_EDITING")) {
        return;
      }
      if (name === "SAVE_RECORD") {
        // The browser would save the page.
        event.preventDefault();
      }
      void runIfOn(name, act);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

async function runIfOn(name: ShortcutName, act: (name: ShortcutName) => void): Promise<void> {
  const states = await keyboardShortcuts.getKeyboardShortcuts();
  if (states[name] !== false && (areShortcutsOn() || name === "SHORTCUTS_HELP")) {
    act(name);
  }
}

function toKey(event: KeyboardEvent): string | null {
  if (event.isComposing || event.altKey || event.defaultPrevented) {
    return null;
  }
  if (event.ctrlKey || event.metaKey) {
    return event.key.toLowerCase() === "s" ? "Control s" : null;
  }
  return event.key;
}

function namesOf(typed: string): ShortcutName[] {
  return Object.entries(keys).flatMap(([name, own]) =>
    own.some((key) => key === typed) && isShortcut(name) ? [name] : [],
  );
}

function isShortcut(name: string): name is ShortcutName {
  return name in keys;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}
