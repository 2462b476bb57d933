/** How many REST calls each app had in the present day. */
export type CallCounter = {
  /** Counts a call; true when it is the first one beyond the limit of this day. */
  readonly count: (appId: number, now: Date) => boolean;
  readonly today: (appId: number, now: Date) => number;
  readonly limit: number;
};

/**
 * kintone counts each REST call for its app, from 9:00 to 8:59 in Japan, which is a day of UTC. Beyond 10,000 (standard course) calls go
 * on being answered: nobody is told but the store's administrator, by mail (cybozu.dev: kintone-api-request-limit-exceeded-guide,
 * secure-operation-of-forms-and-viewers). The counts live in memory and begin anew with the process.
 */
export function createCallCounter(limit = 10_000): CallCounter {
  const counts = new Map<number, number>();
  let counted = "";
  const follow = (now: Date): void => {
    const day = now.toISOString().slice(0, 10);
    if (day !== counted) {
      counts.clear();
      counted = day;
    }
  };
  return {
    limit,
    count: (appId, now) => {
      follow(now);
      const calls = (counts.get(appId) ?? 0) + 1;
      counts.set(appId, calls);
      return calls === limit + 1;
    },
    today: (appId, now) => {
      follow(now);
      return counts.get(appId) ?? 0;
    },
  };
}
