import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toParams } from "./arguments.ts";
import { isMobile } from "./page-state.ts";
import { refuse } from "./refuse.ts";

const names = [
  "SHOW_RECORD",
  "FOCUS_SEARCH_BOX",
  "SHORTCUTS_HELP",
  "CREATE_RECORD",
  "EDIT_RECORD",
  "NEXT_RECORD",
  "PREVIOUS_RECORD",
  "NEXT_PAGE",
  "PREVIOUS_PAGE",
  "CANCEL_EDITING",
  "SHOW_VIEW",
  "SHOW_FILTER",
  "SAVE_RECORD",
] as const;

const states = new Map<string, boolean>(names.map((name) => [name, true]));

/** Which of kintone's shortcuts customizations leave on; the pages ask before they act on a key. */
export const keyboardShortcuts = {
  setKeyboardShortcuts: async (config: unknown): Promise<void> => {
    checkDesktop("kintone.setKeyboardShortcuts");
    for (const name of names) {
      const wanted = typeof config === "boolean" ? config : toParams(config)[name];
      if (typeof wanted === "boolean") {
        states.set(name, wanted);
      }
    }
  },
  getKeyboardShortcuts: async (): Promise<Record<string, boolean>> => {
    checkDesktop("kintone.getKeyboardShortcuts");
    return Object.fromEntries(states);
  },
};

function checkDesktop(name: string): void {
  if (isMobile()) {
    throw refuse(name, kintoneMessages.otherSide);
  }
}
