import { useId, useLayoutEffect, useRef } from "react";
import type { ReactElement, ReactNode } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";

export type ModalDialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
};

/** A modal dialog that is open as long as it is rendered; the browser keeps the focus inside and gives it back. */
export function ModalDialog({ title, onClose, children, foot, wide }: ModalDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the element leaves the page: a dialog that is already gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Whoever opens a picker wants to search; on a phone the keyboard would hide the list.
    if (matchMedia("(pointer: fine)").matches) {
      element?.querySelector<HTMLElement>('input[type="search"]')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`kp-dialog${wide === true ? " kp-dialog-wide" : ""}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="kp-dialog-head">
        <h2 id={titleId} className="kp-dialog-title">
          {title}
        </h2>
        <button
          type="button"
          className="kp-dialog-close"
          aria-label={formatMessage(fieldMessages.close, pageLanguage())}
          onClick={onClose}
        >
          ×
        </button>
      </div>
      <div className="kp-dialog-body">{children}</div>
      {foot === undefined ? null : <div className="kp-dialog-foot">{foot}</div>}
    </dialog>
  );
}
