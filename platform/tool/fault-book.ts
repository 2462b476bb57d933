import type { FaultEffect, FaultOrder } from "./parse-faults.ts";

type ArmedFault = FaultOrder & {
  readonly id: number;
  /** How many matching requests have come. */
  readonly seen: number;
  /** How many of them were met. */
  readonly hits: number;
};

export type FaultBook = {
  /** Adds faults and returns all there are. */
  readonly add: (orders: readonly FaultOrder[]) => readonly ArmedFault[];
  readonly list: () => readonly ArmedFault[];
  readonly clear: () => void;
  /** Counts a request and returns what shall happen to it; null = nothing. */
  readonly take: (method: string, path: string) => FaultEffect | null;
};

/** The faults that were asked for, in their order; the first that applies to a request is the one it meets. */
export function createFaultBook(): FaultBook {
  let faults: ArmedFault[] = [];
  let next = 1;
  return {
    add: (orders) => {
      faults.push(...orders.map((order) => ({ ...order, id: next++, seen: 0, hits: 0 })));
      return faults;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
    take: (method, path) => {
      let effect: FaultEffect | null = null;
      faults = faults.map((fault) => {
        if (effect !== null || !meets(fault, method, path)) {
          return fault;
        }
        const seen = fault.seen + 1;
        if (seen <= fault.skip || (fault.count !== null && fault.hits >= fault.count)) {
          return { ...fault, seen };
        }
        ({ effect } = fault);
        return { ...fault, seen, hits: fault.hits + 1 };
      });
      return effect;
    },
  };
}

function meets({ match }: FaultOrder, method: string, path: string): boolean {
  if (match.method !== null && match.method !== method) {
    return false;
  }
  if (match.path === null) {
    return true;
  }
  const [head = "", ...rest] = match.path.split("*");
  if (rest.length === 0) {
    return path === head;
  }
  if (!path.startsWith(head)) {
    return false;
  }
  // Each piece must follow the one before; the last one ends the path.
  let at = head.length;
  for (const [index, piece] of rest.entries()) {
    const found = index === rest.length - 1 ? path.length - piece.length : path.indexOf(piece, at);
    if (found < at || !path.startsWith(piece, found)) {
      return false;
    }
    at = found + piece.length;
  }
  return true;
}
