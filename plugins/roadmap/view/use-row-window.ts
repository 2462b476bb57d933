import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { type VirtualWindow, firstRowOf } from "../model/virtual-window.ts";

export type RowWindow = { readonly first: number; readonly top: number };

/**
 * The first row drawn and the first row in sight. State changes only when the first row in sight changes, and in the
 * same frame as the scroll: flushSync, so that no frame shows empty rows.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, window: VirtualWindow): RowWindow {
  const [top, setTop] = useState(0);
  const { rowHeight } = window;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    let known = -1;
    const read = (): void => {
      const row = Math.floor(element.scrollTop / rowHeight);
      if (row !== known) {
        known = row;
        setTop(row);
      }
    };
    const follow = (): void => flushSync(read);
    read();
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [scroller, rowHeight]);
  return { first: firstRowOf(window, top * rowHeight), top: Math.min(top, Math.max(0, window.rowCount - 1)) };
}
