export type VirtualWindow = {
  readonly rowHeight: number;
  readonly rowCount: number;
  readonly viewportHeight: number;
  readonly overscan: number;
};

/** How many row slots exist; it depends on the viewport, never on the number of rows beyond it. */
export function poolSizeOf({ rowHeight, rowCount, viewportHeight, overscan }: VirtualWindow): number {
  return Math.min(rowCount, Math.ceil(viewportHeight / rowHeight) + 1 + 2 * overscan);
}

/** The first row drawn at a scroll position; the pool always lies within the list. */
export function firstRowOf(window: VirtualWindow, scrollTop: number): number {
  const last = window.rowCount - poolSizeOf(window);
  return Math.max(0, Math.min(last, Math.floor(scrollTop / window.rowHeight) - window.overscan));
}

/**
 * Rows in slot order. A row keeps its slot (row number modulo pool) while it is in the window, so that scrolling by one
 * row changes the content of one slot and mounts or unmounts nothing.
 */
export function listSlots(first: number, pool: number): number[] {
  const slots: number[] = Array.from({ length: pool });
  for (let row = first; row < first + pool; row += 1) {
    slots[row % pool] = row;
  }
  return slots;
}

/** The scroll position that brings a row fully into view below `covered` pixels of pinned content. */
export function scrollTopFor(window: VirtualWindow, row: number, position: { top: number; covered: number }): number {
  const top = row * window.rowHeight;
  if (top < position.top + position.covered) {
    return Math.max(0, top - position.covered);
  }
  const bottom = top + window.rowHeight;
  return bottom > position.top + window.viewportHeight ? bottom - window.viewportHeight : position.top;
}
