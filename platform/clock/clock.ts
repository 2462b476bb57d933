/** The platform's time. Everything that asks what time it is asks here, so that a test can move it. */
export type Clock = {
  readonly now: () => Date;
  readonly movable: boolean;
  /** How far the clock is ahead of the real time (behind when negative). */
  readonly offsetMs: () => number;
  /** 0 = the real time again. A moved clock goes on running. */
  readonly setOffset: (offsetMs: number) => void;
};

/** A clock over `base`; where it stands when the process ends is forgotten. */
export function createClock(base: () => Date, movable: boolean): Clock {
  let offset = 0;
  return {
    now: () => (offset === 0 ? base() : new Date(base().getTime() + offset)),
    movable,
    offsetMs: () => offset,
    setOffset: (offsetMs) => {
      offset = offsetMs;
    },
  };
}
