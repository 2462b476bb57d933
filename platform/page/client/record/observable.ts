/** A value that React components and plain code watch. */
export type Observable<T> = {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Creates an observable value. */
export function createObservable<T>(start: T): Observable<T> {
  let current = start;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (next) => {
      if (next !== current) {
        current = next;
        for (const listener of listeners) {
          listener();
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
