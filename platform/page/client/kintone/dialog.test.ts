// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { createDialog, showConfirmDialog } from "./dialog.ts";
import { showLoading } from "./loading.ts";
import { showNotification } from "./notification.ts";

afterEach(() => document.body.replaceChildren());

function press(action: string): void {
  document.querySelector<HTMLElement>(`[data-kp-action="${action}"]`)?.click();
}

describe("createDialog", () => {
  it("shows an element with its buttons and resolves to the one that was pressed", async () => {
    const body = document.createElement("b");
    const dialog = await createDialog({ title: "確認", body, showCancelButton: true, okButtonText: "送る" });
    const result = dialog.show();
    expect(document.querySelector("dialog")?.contains(body)).toBe(true);
    expect([...document.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
      "キャンセル",
      "送る",
    ]);
    press("CANCEL");
    expect(await result).toBe("CANCEL");
    expect(document.querySelector("dialog")).toBeNull();
  });

  it("stays open while beforeClose says so, also when a promise does", async () => {
    let answer = false;
    const dialog = await createDialog({ beforeClose: () => Promise.resolve(answer) });
    const result = dialog.show();
    press("OK");
    await Promise.resolve();
    expect(document.querySelector("dialog")).not.toBeNull();
    answer = true;
    press("OK");
    expect(await result).toBe("OK");
  });

  it("resolves to FUNCTION when a program closes it", async () => {
    const dialog = await createDialog({});
    const result = dialog.show();
    dialog.close();
    expect(await result).toBe("FUNCTION");
  });

  it("lets Esc close it only when it has a way out", async () => {
    const stuck = await createDialog({});
    void stuck.show();
    document.querySelector("dialog")?.dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(document.querySelector("dialog")).not.toBeNull();
    stuck.close();
    const open = await createDialog({ showCloseButton: true });
    const result = open.show();
    [...document.querySelectorAll("dialog")].at(-1)?.dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(await result).toBe("CLOSE");
  });
});

it("showConfirmDialog shows its body as text", async () => {
  const result = showConfirmDialog({ body: "<b>一</b>\r\n二" });
  await Promise.resolve();
  expect(document.querySelector("dialog p")?.textContent).toBe("<b>一</b>\n二");
  press("OK");
  expect(await result).toBe("OK");
});

it("showNotification keeps only the last message until it is closed", async () => {
  await showNotification("ERROR", "一");
  await showNotification("SUCCESS", "二");
  const [banner, ...others] = document.querySelectorAll("#kp-notification");
  expect(others).toEqual([]);
  expect(banner?.textContent).toContain("二");
  expect(banner?.getAttribute("role")).toBe("status");
  banner?.querySelector("button")?.click();
  expect(document.querySelector("#kp-notification")).toBeNull();
});

it("showLoading covers the page until it is hidden", async () => {
  await showLoading("VISIBLE");
  await showLoading("VISIBLE");
  expect(document.querySelectorAll("#kp-loading")).toHaveLength(1);
  await showLoading("HIDDEN");
  expect(document.querySelectorAll("#kp-loading")).toHaveLength(0);
});
