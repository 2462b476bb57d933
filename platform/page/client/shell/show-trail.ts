export type TrailStep = { readonly label: string; readonly href?: string };

/**
 * Says in the header's trail and in the window's title where one is now, where the page turns without a reload. The last step is
 * the page itself.
 */
export function showTrail(steps: readonly TrailStep[]): void {
  const list = document.querySelector(".kp-breadcrumb ol");
  const home = list?.querySelector("svg") ?? null;
  const items = steps.map((step, index) => {
    const words = document.createElement("span");
    words.textContent = step.label;
    const content = index === 0 && home !== null ? [home.cloneNode(true), words] : [words];
    const item = document.createElement("li");
    if (index === steps.length - 1) {
      item.setAttribute("aria-current", "page");
      item.append(...content);
    } else {
      const link = document.createElement("a");
      link.href = step.href ?? "/k/";
      link.append(...content);
      item.append(link);
    }
    return item;
  });
  list?.replaceChildren(...items);
  showTitle(steps.at(-1)?.label ?? "");
}

/** The same for the page itself only: what is done to it now, such as being edited. */
export function showLastStep(label: string): void {
  const last = document.querySelector(".kp-breadcrumb li:last-child > span");
  if (last !== null) {
    last.textContent = label;
  }
}

function showTitle(label: string): void {
  const product = document.title.split(" - ").at(-1) ?? "";
  document.title = `${label} - ${product}`;
}
