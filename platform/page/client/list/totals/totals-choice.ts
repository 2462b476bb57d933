import { createObservable, type Observable } from "../../record/observable.ts";

export type TotalsKind = "none" | "sum" | "average";

export const totalsKinds = ["none", "sum", "average"] as const satisfies readonly TotalsKind[];

const storageKey = "kp-list-totals";

/** Which figures stand under a list's number columns; the reader's choice, kept in this browser. */
export const totalsChoice: Observable<TotalsKind> = createObservable(readChoice());

/** Chooses the figures for this and later lists. */
export function chooseTotals(kind: string): void {
  const known = totalsKinds.find((item) => item === kind) ?? "none";
  totalsChoice.set(known);
  try {
    localStorage.setItem(storageKey, known);
  } catch {
    // Private windows may refuse storage; then the choice lasts until the page is left.
  }
}

function readChoice(): TotalsKind {
  try {
    return totalsKinds.find((kind) => kind === localStorage.getItem(storageKey)) ?? "none";
  } catch {
    return "none";
  }
}
