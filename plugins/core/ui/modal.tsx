import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

export type ModalProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
};

/** A dialog over the page: focus stays in it, Esc closes it, and focus returns to where it was. */
export function Modal({ title, onClose, children, buttons }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A layout effect: closing must come before the element goes, or the focus is not given back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="mdx-modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className="mdx-modal-title">
        {title}
      </h2>
      <div className="mdx-modal-body">{children}</div>
      <div className="mdx-modal-buttons">{buttons}</div>
    </dialog>
  );
}
