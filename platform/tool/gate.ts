import { PlatformError } from "../platform-error.ts";

export type Gate = {
  /** Lets one request through; while something runs alone, it waits. */
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called by a request that is inside: waits until it is the only one, then runs `work` while all others wait outside. */
  readonly alone: <T>(work: () => T) => Promise<T>;
};

/** How long `alone` waits for calls that do not end. */
const patienceMs = 10_000;

type Waiter = () => void;

/** The door of one domain: what replaces the whole data file must not meet a call that is halfway through the old one. */
export function createGate(patience: number = patienceMs): Gate {
  const state: { running: number; isShut: boolean; lastLeft: Waiter | null } = {
    running: 0,
    isShut: false,
    lastLeft: null,
  };
  const outside: Waiter[] = [];
  const untilOpen = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      outside.push(resolve);
    });
    return state.isShut ? untilOpen() : undefined;
  };
  const untilAlone = async (): Promise<void> => {
    if (state.running <= 1) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        state.lastLeft = null;
        reject(new PlatformError("PLATFORM_BUSY"));
      }, patience);
      state.lastLeft = () => {
        clearTimeout(timer);
        state.lastLeft = null;
        resolve();
      };
    });
  };
  return {
    pass: async (work) => {
      if (state.isShut) {
        await untilOpen();
      }
      state.running += 1;
      try {
        return await work();
      } finally {
        state.running -= 1;
        if (state.running <= 1) {
          state.lastLeft?.();
        }
      }
    },
    alone: async (work) => {
      if (state.isShut) {
        throw new PlatformError("PLATFORM_BUSY");
      }
      state.isShut = true;
      try {
        await untilAlone();
        return work();
      } finally {
        state.isShut = false;
        for (const resolve of outside.splice(0)) {
          resolve();
        }
      }
    },
  };
}
