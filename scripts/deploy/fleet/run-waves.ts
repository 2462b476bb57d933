/** `waiting`: for a consent. Only `failed` counts against `stopAfter`. */
export type Verdict = "done" | "waiting" | "failed" | "interrupted";

type Limits = {
  /** Municipalities at the same time. */
  readonly parallel: number;
  /** After so many failures none is begun any more. */
  readonly stopAfter: number;
  readonly isStopping: () => boolean;
};

/**
 * One wave after another, a few municipalities at a time. One that fails does not stop its siblings until there are `stopAfter` failures;
 * then those at work end and no further one begins. The first wave is the canary: only when all of it is done does the next one begin.
 */
export async function runWaves<Item>(
  waves: readonly (readonly Item[])[],
  { parallel, stopAfter, isStopping }: Limits,
  work: (item: Item) => Promise<Verdict>,
): Promise<void> {
  let failures = 0;
  const isOver = (): boolean => failures >= stopAfter || isStopping();
  for (const [number, wave] of waves.entries()) {
    const queue = [...wave];
    const verdicts: Verdict[] = [];
    async function drain(): Promise<void> {
      for (
        let item = isOver() ? undefined : queue.shift();
        item !== undefined;
        item = isOver() ? undefined : queue.shift()
      ) {
        const verdict = await work(item);
        verdicts.push(verdict);
        failures += verdict === "failed" ? 1 : 0;
      }
    }
    await Promise.all(Array.from({ length: Math.min(parallel, wave.length) }, drain));
    const isWhole = verdicts.length === wave.length && verdicts.every((verdict) => verdict === "done");
    if (isOver() || (number === 0 && !isWhole)) {
      return;
    }
  }
}
