import { useCallback, useEffect, useEffectEvent, useState } from "react";

export type Loaded<T> =
  | { readonly state: "loading"; readonly value: null; readonly reload: () => void }
  | { readonly state: "failed"; readonly value: null; readonly error: unknown; readonly reload: () => void }
  | { readonly state: "loaded"; readonly value: T; readonly reload: () => void };

type Outcome<T> = { readonly key: string; readonly value: T } | { readonly key: string; readonly error: unknown };

/** Loads something when `key` changes and forgets an answer that comes too late. */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [round, setRound] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  const start = useEffectEvent(load);
  const wanted = `${round} ${key}`;
  useEffect(() => {
    let current = true;
    const settle = (next: Outcome<T>): void => {
      if (current) {
        setOutcome(next);
      }
    };
    start()
      .then((value) => settle({ key: wanted, value }))
      .catch((error: unknown) => settle({ key: wanted, error }));
    return () => {
      current = false;
    };
  }, [wanted]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  if (outcome === null || outcome.key !== wanted) {
    return { state: "loading", value: null, reload };
  }
  return "error" in outcome
    ? { state: "failed", value: null, error: outcome.error, reload }
    : { state: "loaded", value: outcome.value, reload };
}
