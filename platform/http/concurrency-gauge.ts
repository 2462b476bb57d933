import { PlatformError } from "../platform-error.ts";

export type ConcurrencyGauge = {
  readonly limit: number;
  /** Counts one more running call and returns how many run now. */
  readonly enter: () => number;
  readonly leave: () => void;
  /** Refuses when more than `limit` calls run. */
  readonly check: () => void;
};

/** kintone lets 100 calls of a domain run at once and answers further ones 429 GAIA_TO04 (fact sheet §11). */
export function createConcurrencyGauge(limit = 100): ConcurrencyGauge {
  let running = 0;
  return {
    limit,
    enter: () => {
      running += 1;
      return running;
    },
    leave: () => {
      running -= 1;
    },
    check: () => {
      if (running > limit) {
        throw new PlatformError("GAIA_TO04");
      }
    },
  };
}
