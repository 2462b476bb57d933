import { useCallback, useEffect, useState } from "react";
import { confirmLeave, hasUnsavedInput, releaseInput } from "./leave-guard.ts";

/**
 * The hash of the page and a way to change it. Unsaved input stops a change that comes from outside (the back button, a
 * link of a customization): the old hash is put back and the user is asked.
 */
export function useRecordHash(): readonly [string, (hash: string, replace?: boolean) => void] {
  const [hash, setHash] = useState(location.hash);

  useEffect(() => {
    const follow = (): void => {
      const wanted = location.hash;
      if (wanted === hash) {
        return;
      }
      if (!hasUnsavedInput()) {
        setHash(wanted);
        return;
      }
      history.pushState(null, "", location.pathname + location.search + hash);
      void confirmLeave().then((leave) => {
        if (leave) {
          releaseInput();
          history.pushState(null, "", location.pathname + location.search + wanted);
          setHash(wanted);
        }
        return leave;
      });
    };
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("hashchange", follow);
      removeEventListener("popstate", follow);
    };
  }, [hash]);

  const go = useCallback((next: string, replace = false) => {
    const address = location.pathname + location.search + next;
    if (replace) {
      history.replaceState(null, "", address);
    } else {
      history.pushState(null, "", address);
    }
    setHash(next);
  }, []);
  return [hash, go];
}
