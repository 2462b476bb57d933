import type { JsonObject } from "../client/json.ts";
import { objectOf, textOf } from "../client/json.ts";
import { covers } from "./covers.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { assigneeViewPlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

type Views = Readonly<Record<string, JsonObject>>;

/** Plans the lists: the declared ones first, then those that only the domain has (a view that is not sent is deleted). */
export function planViews(draft: SuiteDraft, app: DesiredApp): void {
  const observed = observedApp(draft, app.key)?.views ?? {};
  const changed = Object.entries(app.views).filter(([name, view]) => !covers(observed[name], withoutIndex(view)));
  if (changed.length === 0 && sameOrder(app.views, observed)) {
    return;
  }
  const views = mergeViews(app, observed);
  const names = (changed.length > 0 ? changed.map(([name]) => name) : Object.keys(app.views)).join("・");
  addStep(
    draft,
    { app, area: "views" },
    { message: planMessages.views, params: { names } },
    { requests: [planSettingsWrite(draft, app.key, { method: "PUT", resource: "app/views", body: { views } })] },
  );
}

/**
 * With process management on, kintone keeps its own list 「（作業者が自分）」 and refuses a PUT without it (GAIA_IL44). Where
 * an earlier step of this plan switches the process on, its name is looked up when the plan is applied.
 */
function mergeViews(app: DesiredApp, observed: Views): Views {
  const extra = Object.entries(observed)
    .filter(([name]) => app.views[name] === undefined)
    .toSorted(([, a], [, b]) => indexOf(a) - indexOf(b));
  const count = Object.keys(app.views).length;
  const kept = extra.map(([name, view], order) => [name, { ...view, index: String(count + order) }] as const);
  const hasAssigneeView = extra.some(([, view]) => textOf(view["builtinType"]) === "ASSIGNEE");
  const placeholder = assigneeViewPlaceholder(app.key);
  const builtin: Views =
    app.process?.enable === true && !hasAssigneeView
      ? { [placeholder]: { type: "LIST", name: placeholder, index: String(count + extra.length) } }
      : {};
  return { ...app.views, ...Object.fromEntries(kept), ...builtin };
}

function withoutIndex(view: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(view).filter(([key]) => key !== "index"));
}

/** Declared lists in their order, the first of them on top (it opens with the app); others may stand in between. */
function sameOrder(declared: Views, observed: Views): boolean {
  const wanted = byIndex(declared);
  const present = byIndex(observed).filter((name) => textOf(observed[name]?.["builtinType"]) === "");
  return (
    present[0] === wanted[0] &&
    present.filter((name) => declared[name] !== undefined).every((name, order) => name === wanted[order])
  );
}

function byIndex(views: Views): string[] {
  return Object.keys(views).toSorted((a, b) => indexOf(views[a]) - indexOf(views[b]));
}

function indexOf(view: JsonObject | undefined): number {
  return Number(textOf(objectOf(view)["index"]));
}
