import { showConfirmDialog } from "../kintone/dialog.ts";
import { isMobile } from "../kintone/page-state.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";

let isDirty: () => boolean = () => false;

/** Watches a form until the returned function is called: the browser asks before the page with its input goes away. */
export function watchInput(dirty: () => boolean): () => void {
  isDirty = dirty;
  const warn = (event: BeforeUnloadEvent): void => {
    if (isDirty()) {
      event.preventDefault();
    }
  };
  addEventListener("beforeunload", warn);
  return () => {
    removeEventListener("beforeunload", warn);
    if (isDirty === dirty) {
      isDirty = () => false;
    }
  };
}

/** Whether there is input that leaving would lose. */
export function hasUnsavedInput(): boolean {
  return isDirty();
}

/** Forgets the input: it was saved, or its author lets it go. */
export function releaseInput(): void {
  isDirty = () => false;
}

/** Asks whether to leave unsaved input behind; `true` at once when there is none. */
export async function confirmLeave(): Promise<boolean> {
  if (!isDirty()) {
    return true;
  }
  const answer = await showConfirmDialog(
    {
      title: translate(recordMessages.leaveTitle),
      body: translate(recordMessages.leaveBody),
      okButtonText: translate(recordMessages.leave),
      showCancelButton: true,
      cancelButtonText: translate(recordMessages.stay),
    },
    isMobile() ? "sheet" : "dialog",
  );
  return answer === "OK";
}
