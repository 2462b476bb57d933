/** A modal `<dialog>` for pages whose kintone has no dialog of its own (before 2025-10; mobile before 2026-03). */
export function showFallbackDialog(dialog: {
  title: string;
  body: HTMLElement;
  ok: string;
  cancel: string;
  accept: () => boolean;
}): Promise<"OK" | "CANCEL"> {
  const element = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.id = "mdx-fallback-dialog-title";
  heading.textContent = dialog.title;
  element.setAttribute("aria-labelledby", heading.id);
  element.style.cssText = "max-width:min(640px,92vw);font-size:16px;line-height:1.7;padding:24px;border-radius:6px";
  const row = document.createElement("p");
  row.style.cssText = "display:flex;gap:16px;flex-wrap:wrap;justify-content:flex-end;margin:24px 0 0";
  const cancel = createButton(dialog.cancel);
  const ok = createButton(dialog.ok);
  row.append(cancel, ok);
  element.append(heading, dialog.body, row);
  document.body.append(element);
  return new Promise((resolve) => {
    cancel.addEventListener("click", () => element.close("CANCEL"));
    ok.addEventListener("click", () => {
      if (dialog.accept()) {
        element.close("OK");
      }
    });
    element.addEventListener("close", () => {
      element.remove();
      resolve(element.returnValue === "OK" ? "OK" : "CANCEL");
    });
    element.showModal();
  });
}

function createButton(text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.style.cssText = "min-height:44px;padding:8px 16px;font:inherit";
  return button;
}
