/** What shortcuts do is what the buttons do, with their checks and their words. */
export function pressSave(): void {
  press(".gaia-ui-actionmenu-save");
}

export function pressCancel(): void {
  press(".gaia-ui-actionmenu-cancel");
}

/** Opens the record before or after this one. */
export function followNeighbour(which: "previous" | "next"): void {
  press(`[data-kp-neighbour="${which}"]`);
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}
