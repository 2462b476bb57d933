import type { JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, objectOf, textOf } from "../client/json.ts";
import { covers } from "./covers.ts";
import type { DesiredApp, DesiredProcess } from "./desired-suite.ts";
import { firstStatePlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

/** Plans process management; states and actions that only the domain has stay. */
export function planProcess(draft: SuiteDraft, app: DesiredApp): void {
  if (app.process === null) {
    return;
  }
  const observed = observedApp(draft, app.key)?.process ?? {};
  const merged = mergeProcess(app, app.process, observed);
  if (covers(observed, merged)) {
    return;
  }
  addStep(
    draft,
    { app, area: "process" },
    { message: planMessages.process },
    { requests: [planSettingsWrite(draft, app.key, { method: "PUT", resource: "app/status", body: merged })] },
  );
}

/**
 * A process that was never switched on holds only kintone's template (未処理・処理中・完了) and is replaced. Its first state
 * cannot be added, only renamed, so our first state is sent under the name that is there now (looked up for a new app).
 */
function mergeProcess(app: DesiredApp, declared: DesiredProcess, observed: JsonObject): DesiredProcess {
  const states = objectOf(observed["states"]);
  const first = firstState(declared.states);
  const presentFirst = observed["states"] === undefined ? firstStatePlaceholder(app.key) : firstState(states);
  const renamed = Object.fromEntries(
    Object.entries(declared.states).map(([name, state]) =>
      name === first &&
      presentFirst !== null &&
      declared.states[presentFirst] === undefined &&
      states[name] === undefined
        ? [presentFirst, state]
        : [name, state],
    ),
  );
  if (!isEnabled(observed)) {
    return { ...declared, states: renamed };
  }
  const extraStates = Object.entries(states).filter(([name]) => renamed[name] === undefined);
  const extraActions = listOf(observed["actions"]).flatMap((action) =>
    isJsonObject(action) && !declared.actions.some((each) => isSameAction(each, action)) ? [action] : [],
  );
  const count = Object.keys(renamed).length;
  return {
    enable: declared.enable,
    states: {
      ...renamed,
      ...Object.fromEntries(
        extraStates.map(([name, state], order) => [name, { ...objectOf(state), index: String(count + order) }]),
      ),
    },
    actions: [...declared.actions, ...extraActions],
  };
}

function isEnabled(observed: JsonObject): boolean {
  return textOf(observed["enable"]) === "true";
}

function firstState(states: Readonly<Record<string, unknown>>): string | null {
  const byIndex = Object.entries(states).map(
    ([name, state]) => [name, Number(textOf(isJsonObject(state) ? state["index"] : ""))] as const,
  );
  return byIndex.toSorted(([, a], [, b]) => a - b)[0]?.[0] ?? null;
}

function isSameAction(a: JsonObject, b: JsonObject): boolean {
  return a["name"] === b["name"] && a["from"] === b["from"] && a["to"] === b["to"];
}
