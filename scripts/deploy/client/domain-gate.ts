/** Lets so many calls through to a domain at once; the others wait in their order. */
export type DomainGate = {
  readonly pass: <T>(call: () => Promise<T>) => Promise<T>;
  /** What an answer's headers say: how many calls the domain takes at once, and how many run there, ours included. */
  readonly learn: (limit: number, running: number) => void;
};

/** kintone's own limit for a domain, where no answer has told another. */
const usualLimit = 100;

/**
 * Half of what a domain takes at once is for us, less where others are at work: staff and other programs share the limit, and a call too
 * many is refused with 429.
 */
export function createDomainGate(): DomainGate {
  let running = 0;
  let width = usualLimit / 2;
  const waiting: (() => void)[] = [];
  function wake(): void {
    while (running < width && waiting.length > 0) {
      running += 1;
      waiting.shift()?.();
    }
  }
  return {
    pass: async (call) => {
      await new Promise<void>((settle) => {
        waiting.push(settle);
        wake();
      });
      try {
        return await call();
      } finally {
        running -= 1;
        wake();
      }
    },
    learn: (limit, seen) => {
      const others = Math.max(0, seen - running);
      width = Math.max(1, Math.min(Math.floor(limit / 2), limit - others - 10));
    },
  };
}

const gates = new Map<string, DomainGate>();

/** One gate a domain in this process, whoever opens a client. */
export function gateOf(baseUrl: string): DomainGate {
  const gate = gates.get(baseUrl) ?? createDomainGate();
  gates.set(baseUrl, gate);
  return gate;
}
