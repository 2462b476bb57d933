// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { ModalDialog } from "./modal-dialog.tsx";

it("closes while it is still in the page, because only then the browser gives the focus back", () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const closedInPage: boolean[] = [];
  vi.spyOn(HTMLDialogElement.prototype, "close").mockImplementation(function close(this: HTMLDialogElement) {
    closedInPage.push(this.isConnected);
  });
  const root = createRoot(document.body);
  act(() =>
    root.render(
      <ModalDialog title="選ぶ" onClose={() => {}}>
        中身
      </ModalDialog>,
    ),
  );
  act(() => root.render(null));
  act(() => root.unmount());
  expect(closedInPage).toEqual([true]);
});
