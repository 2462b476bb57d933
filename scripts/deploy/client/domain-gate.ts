/** Lets so many calls through to a domain at once; the others wait in their order. */
export type DomainGate = {
  readonly pass: <T>(call: () => Promise<T>) => Promise<T>;
  /** `X-ConcurrencyLimit-Limit` and `-Running` of an answer: how many calls the domain takes at once and how many run there, ours included. */
  readonly learn: (headers: { readonly get: (name: string) => string | null }) => void;
};

/** kintone's own limit for a domain, where no answer has told another. */
const usualLimit = 100;

/** Left free for whoever comes next. */
const reserve = 10;

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
    learn: (headers) => {
      const [limit, seen] = ["Limit", "Running"].map((name) => Number(headers.get(`X-ConcurrencyLimit-${name}`) ?? ""));
      if (limit !== undefined && limit > 0) {
        const others = Math.max(0, (seen ?? 0) - running);
        width = Math.max(1, Math.min(Math.floor(limit / 2), limit - others - reserve));
      }
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
