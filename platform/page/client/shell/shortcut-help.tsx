import { type ReactElement, useState } from "react";
import { ModalDialog } from "../field/modal-dialog.tsx";
import { shortcutMessages } from "../messages/shortcut-messages.ts";
import { areShortcutsOn, chooseShortcuts } from "./shortcut-choice.ts";
import { translate } from "./translate.ts";
import { shortcutKey, type ShortcutName, type Shortcuts, useShortcuts } from "./use-shortcuts.ts";

/** Listens for the shortcuts of a page; `?` lists them and lets the reader turn them off. */
export function ShortcutKeys({ actions }: { readonly actions: Shortcuts }): ReactElement | null {
  const [shown, setShown] = useState(false);
  const [on, setOn] = useState(areShortcutsOn);
  useShortcuts({ ...actions, SHORTCUTS_HELP: () => setShown(true) });
  if (!shown) {
    return null;
  }
  const names: ShortcutName[] = [...listNames(actions), "SHORTCUTS_HELP"];
  return (
    <ModalDialog title={translate(shortcutMessages.title)} onClose={() => setShown(false)}>
      <table className="kp-table">
        <thead>
          <tr>
            <th scope="col">{translate(shortcutMessages.key)}</th>
            <th scope="col">{translate(shortcutMessages.act)}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <td>
                <kbd>{shortcutKey(name)}</kbd>
              </td>
              <td>{translate(shortcutMessages[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setOn(event.target.checked);
              chooseShortcuts(event.target.checked);
            }}
          />{" "}
          {translate(shortcutMessages.use)}
        </label>
      </p>
    </ModalDialog>
  );
}

function listNames(actions: Shortcuts): ShortcutName[] {
  return Object.keys(actions).filter((name): name is ShortcutName => name in shortcutMessages);
}
