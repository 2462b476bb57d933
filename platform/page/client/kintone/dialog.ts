import { formatMessage } from "../../message.ts";
import { dialogMessages } from "../messages/record-dialog-messages.ts";
import { pageLanguage } from "./page-state.ts";

export type DialogResult = "OK" | "CANCEL" | "CLOSE" | "FUNCTION";

export type DialogConfig = {
  readonly title?: string;
  readonly body?: Element;
  readonly showOkButton?: boolean;
  readonly okButtonText?: string;
  readonly showCancelButton?: boolean;
  readonly cancelButtonText?: string;
  readonly showCloseButton?: boolean;
  readonly beforeClose?: (action: DialogResult) => unknown;
};

export type ConfirmConfig = Omit<DialogConfig, "body"> & { readonly body?: string };

export type DialogControls = { readonly show: () => Promise<DialogResult>; readonly close: () => void };

let sequence = 0;

/** `kintone.createDialog` (fact sheet §4.3): a modal dialog around an element, not shown yet. */
export async function createDialog(config: DialogConfig, kind: "dialog" | "sheet" = "dialog"): Promise<DialogControls> {
  const dialog = buildDialog(config, kind);
  let settle: ((result: DialogResult) => void) | null = null;

  const finish = async (result: DialogResult): Promise<void> => {
    if ((await config.beforeClose?.(result)) === false) {
      return;
    }
    dialog.close();
    dialog.remove();
    settle?.(result);
    settle = null;
  };
  dialog.addEventListener("click", (event) => {
    const action = event.target instanceof Element ? event.target.closest("[data-kp-action]") : null;
    const result = action?.getAttribute("data-kp-action");
    if (action?.closest("dialog") === dialog && isButtonResult(result)) {
      void finish(result);
    }
  });
  dialog.addEventListener("cancel", (event) => {
    if (event.target !== dialog) {
      return;
    }
    event.preventDefault();
    // Without a close button Esc does nothing either, as on kintone; a cancel button is a safe way out.
    if (config.showCloseButton === true) {
      void finish("CLOSE");
    } else if (config.showCancelButton === true) {
      void finish("CANCEL");
    }
  });
  return {
    show: () =>
      new Promise((resolve) => {
        settle = resolve;
        document.body.append(dialog);
        dialog.showModal();
      }),
    close: () => void finish("FUNCTION"),
  };
}

/** `kintone.showConfirmDialog`: a dialog whose body is text, line breaks kept. */
export async function showConfirmDialog(
  config: ConfirmConfig,
  kind: "dialog" | "sheet" = "dialog",
): Promise<DialogResult> {
  const { body, ...rest } = config;
  const paragraph = document.createElement("p");
  paragraph.className = "kp-dialog-text";
  paragraph.textContent = (body ?? "").replaceAll(/\r\n?/gu, "\n");
  const dialog = await createDialog({ ...rest, body: paragraph }, kind);
  return dialog.show();
}

function buildDialog(config: DialogConfig, kind: "dialog" | "sheet"): HTMLDialogElement {
  sequence += 1;
  const dialog = document.createElement("dialog");
  dialog.className = `kp-dialog kp-dialog-${kind}`;
  const head = document.createElement("div");
  head.className = "kp-dialog-head";
  if (config.title !== undefined && config.title !== "") {
    const title = document.createElement("h2");
    title.id = `kp-dialog-title-${sequence}`;
    title.className = "kp-dialog-title";
    title.textContent = config.title;
    head.append(title);
    dialog.setAttribute("aria-labelledby", title.id);
  } else {
    dialog.setAttribute("aria-label", text("untitled"));
  }
  if (config.showCloseButton === true) {
    const close = buildButton("CLOSE", "×", "kp-dialog-close");
    close.setAttribute("aria-label", text("close"));
    head.append(close);
  }
  const body = document.createElement("div");
  body.className = "kp-dialog-body";
  if (config.body !== undefined) {
    body.append(config.body);
  }
  const foot = document.createElement("div");
  foot.className = "kp-dialog-foot";
  if (config.showCancelButton === true) {
    foot.append(buildButton("CANCEL", config.cancelButtonText ?? text("cancel"), "kp-button"));
  }
  if (config.showOkButton !== false) {
    foot.append(buildButton("OK", config.okButtonText ?? text("ok"), "kp-button kp-button-primary"));
  }
  dialog.append(head, body, foot);
  return dialog;
}

function buildButton(action: DialogResult, label: string, className: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = label;
  button.dataset["kpAction"] = action;
  return button;
}

function isButtonResult(value: unknown): value is "OK" | "CANCEL" | "CLOSE" {
  return value === "OK" || value === "CANCEL" || value === "CLOSE";
}

function text(key: keyof typeof dialogMessages): string {
  return formatMessage(dialogMessages[key], pageLanguage());
}
