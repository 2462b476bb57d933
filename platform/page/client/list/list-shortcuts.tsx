import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { appPath } from "../shell/app-path.ts";
import { ShortcutKeys } from "../shell/shortcut-help.tsx";

const rowLink = ".recordlist-gaia tbody a.recordlist-show-gaia";

/** kintone's keys on a list: the record whose link has the focus is the selected one. */
export function ListShortcuts({ app }: { readonly app: BootstrapApp }): ReactElement {
  return (
    <ShortcutKeys
      actions={{
        SHOW_RECORD: () => selectedRow()?.querySelector<HTMLElement>("a.recordlist-show-gaia")?.click(),
        ...(app.permissions.addRecord ? { CREATE_RECORD: () => location.assign(`${appPath(app.id)}edit`) } : {}),
        EDIT_RECORD: () => selectedRow()?.querySelector<HTMLElement>("[data-kp-edit]")?.click(),
        NEXT_RECORD: () => selectRow(1),
        PREVIOUS_RECORD: () => selectRow(-1),
        NEXT_PAGE: () => turnPage("next"),
        PREVIOUS_PAGE: () => turnPage("previous"),
      }}
    />
  );
}

function turnPage(direction: "next" | "previous"): void {
  document.querySelector<HTMLElement>(`[data-kp-page="${direction}"]`)?.click();
}

function selectedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("tr[data-kp-record]") ?? null;
}

function selectRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(rowLink)];
  const row = selectedRow();
  const at = links.findIndex((link) => link.closest("tr") === row);
  links[at === -1 ? 0 : Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}
