import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useText } from "../../core/ui/language.tsx";
import { Notice } from "../../core/ui/notice.tsx";
import { SuiteError } from "../../../domain/suite-error.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

export type LoadedPlan<Data> =
  | { readonly kind: "loading"; readonly count: number }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready"; readonly data: Data };

/** Loads once, and again when asked; an answer that comes after leaving is dropped. */
export function useLoading<Data>(
  load: (onProgress: (count: number) => void) => Promise<Data>,
): readonly [LoadedPlan<Data>, () => void] {
  const [state, setState] = useState<LoadedPlan<Data>>({ kind: "loading", count: 0 });
  const current = useRef(0);
  const start = useCallback(() => {
    current.current += 1;
    const mine = current.current;
    const show = (next: LoadedPlan<Data>): void => {
      if (mine === current.current) {
        setState(next);
      }
    };
    show({ kind: "loading", count: 0 });
    load((count) => show({ kind: "loading", count })).then(
      (data) => show({ kind: "ready", data }),
      (error: unknown) => show({ kind: "failed", error }),
    );
  }, [load]);
  useEffect(() => {
    start();
    return () => {
      current.current += 1;
    };
  }, [start]);
  return [state, start];
}

/** Grey rows after a moment, words after a second, a count after three: what is quick shows none of it. */
export function LoadingView({ count }: { count: number }) {
  const text = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timers = [1, 3].map((after) => setTimeout(() => setSeconds(after), after * 1000));
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  return (
    <div className="mdx-rm-loading" aria-busy="true">
      <output>
        {seconds === 0 ? "" : text(seconds < 3 ? roadmapTexts.loading : roadmapTexts.loadingCount, { count })}
      </output>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className="mdx-skeleton" style={{ marginInlineStart: (index % 4) * 14 }} />
      ))}
    </div>
  );
}

/** Why nothing could be drawn and what to do. */
export function FailedView({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const text = useText();
  const isForbidden = error instanceof SuiteError && (error.code === "forbidden" || error.code === "not-found");
  return (
    <Notice
      tone="error"
      title={text(isForbidden ? roadmapTexts.forbiddenTitle : roadmapTexts.loadFailed)}
      actions={
        <button type="button" className="mdx-button" onClick={onRetry}>
          {text(roadmapTexts.tryAgain)}
        </button>
      }
    >
      {isForbidden ? text(roadmapTexts.forbiddenText) : error instanceof Error ? error.message : ""}
    </Notice>
  );
}
