import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { HeaderFlag } from "../model/header-flags.ts";
import type { Anchor } from "./phase-card.tsx";

/** What the card explains: a phase of a 事業, or a flag of the header. */
type CardSubject =
  | { readonly kind: "phase"; readonly actionId: string; readonly index: number }
  | { readonly kind: "flag"; readonly flag: HeaderFlag };

type OpenCard = { readonly subject: CardSubject; readonly anchor: Anchor; readonly isPinned: boolean };

const openDelay = 500;
const closeDelay = 250;

export type CardControl = {
  readonly card: OpenCard | null;
  /** At once and to stay: a press or the keyboard. */
  readonly pin: (subject: CardSubject, element: HTMLElement) => void;
  /** After a moment, and gone when the pointer leaves: hovering. */
  readonly hover: (subject: CardSubject, element: HTMLElement) => void;
  readonly leave: () => void;
  readonly stay: () => void;
  readonly close: () => void;
};

/** One card at a time; hovering never replaces one that was asked for. */
export function useCard(frame: RefObject<HTMLElement | null>): CardControl {
  const [card, setCard] = useState<OpenCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const anchorOf = useCallback(
    (element: HTMLElement): Anchor => {
      const box = element.getBoundingClientRect();
      const outer = frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return { left: box.left - outer.left, top: box.top - outer.top, bottom: box.bottom - outer.top };
    },
    [frame],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const pin = useCallback(
    (subject: CardSubject, element: HTMLElement) => {
      clearTimeout(timer.current);
      setCard({ subject, anchor: anchorOf(element), isPinned: true });
    },
    [anchorOf],
  );
  const hover = useCallback(
    (subject: CardSubject, element: HTMLElement) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () =>
          setCard((known) =>
            known?.isPinned === true ? known : { subject, anchor: anchorOf(element), isPinned: false },
          ),
        openDelay,
      );
    },
    [anchorOf],
  );
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCard((known) => (known?.isPinned === true ? known : null)), closeDelay);
  }, []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setCard(null);
  }, []);
  return { card, pin, hover, leave, stay, close };
}
