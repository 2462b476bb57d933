import { useMemo } from "react";
import { useLanguage } from "../../core/ui/language.tsx";
import { createEditor } from "../data/create-editor.ts";
import type { PlanData } from "../model/plan-data.ts";
import { createPlanStore } from "../model/plan-store.ts";
import { Board } from "./board.tsx";
import { FailedView, LoadingView, useLoading } from "./load-state.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";

/** How long after the last key a keyboard change is saved by itself. */
const keyDelay = 1500;

/** The road map on a desktop page: loads the plan, then shows the board. */
export function DesktopPage({ env }: { env: RoadmapEnv }) {
  const [state, retry] = useLoading(env.load);
  if (state.kind === "loading") {
    return <LoadingView count={state.count} />;
  }
  if (state.kind === "failed") {
    return <FailedView error={state.error} onRetry={retry} />;
  }
  return <LoadedBoard env={env} data={state.data} />;
}

function LoadedBoard({ env, data }: { env: RoadmapEnv; data: PlanData }) {
  const language = useLanguage();
  const { store, editor } = useMemo(() => {
    const created = createPlanStore(data);
    const { gate, levels, today } = env;
    return { store: created, editor: createEditor({ store: created, gate, levels, today, language, keyDelay }) };
  }, [data, env, language]);
  return <Board env={env} store={store} editor={editor} />;
}
