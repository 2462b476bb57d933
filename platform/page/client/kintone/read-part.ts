import { partState, type Visibility } from "./display-state.ts";

/** How long a part that is still being loaded is waited for. */
const longestWait = 10_000;

/** What the reader sees of a part: one that the page does not have for them is hidden, whatever customizations asked for. */
export async function readPart(base: string, part: string): Promise<Visibility> {
  await whenSettled(base);
  return findParts(base).some((name) => name === part) ? partState(part) : "HIDDEN";
}

/** The same of the choices of a selector, by their ids. */
export async function listParts(base: string): Promise<Record<string, Visibility>> {
  await whenSettled(base);
  return Object.fromEntries(
    findParts(base)
      .filter((name) => name !== base)
      .map((name) => [name.slice(base.length + 1), partState(name)]),
  );
}

function findParts(base: string): string[] {
  const found = document.querySelectorAll<HTMLElement>(`[data-kp-part="${base}"],[data-kp-part^="${base}:"]`);
  return [...found].map(({ dataset }) => dataset["kpPart"] ?? "");
}

/** Buttons that depend on answers of the server stand some moments after their page; `data-kp-awaits` names them meanwhile. */
async function whenSettled(base: string): Promise<void> {
  if (isSettled(base)) {
    return;
  }
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const observer = new MutationObserver(() => {
      if (isSettled(base)) {
        finish();
      }
    });
    const timer = setTimeout(finish, longestWait);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-kp-awaits", "class"] });
  });
}

function isSettled(base: string): boolean {
  const root = document.querySelector("#kp-root");
  const isDrawn = root === null || (root.childElementCount > 0 && root.querySelector(".kp-record-skeleton") === null);
  return isDrawn && document.querySelector(`[data-kp-awaits="${base}"]`) === null;
}
