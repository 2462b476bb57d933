import { withRelease } from "../app-stamp.ts";
import { settingsArea } from "../areas/settings.ts";
import { textOf } from "../client/json.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import { releasePlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addStep, planSettingsWrite } from "./suite-draft.ts";

/** What a file says of itself by its name, and what is no setting. */
const unmarked: ReadonlySet<string> = new Set(["app", "customize", "records", "sample"]);

/**
 * The stamp of the first app that this plan changes says which release changed it, so that a lost state folder takes neither the last
 * release nor the knowledge of changes by hand along. It goes with the settings of that app if they are written anyway, else by one
 * more write in the same deploy; never by a read or a deploy of its own. After a look at the domain a single write goes without it, as
 * one changed field shall cost no more than five calls either way.
 */
export function planReleaseMark(draft: SuiteDraft, { declared, apps }: DesiredSuite): void {
  const changes = draft.steps.filter((step) => step.app !== null && !unmarked.has(step.area));
  const isAlone = draft.observed.release !== undefined && changes.length === 1 && changes[0]?.area !== "settings";
  const isChanged = ({ key, bodies }: DesiredApp): boolean =>
    bodies.settings !== undefined && changes.some((step) => step.app === key);
  const app = draft.rules.mode === "add" || isAlone ? undefined : apps.find((each) => isChanged(each));
  if (app === undefined || declared === undefined) {
    return;
  }
  const description = withRelease(textOf(app.bodies.settings?.["description"]), releasePlaceholder, declared);
  const at = draft.steps.findIndex((step) => step.app === app.key && step.area === "settings");
  const present = draft.steps[at];
  if (present !== undefined) {
    const requests = present.requests.map((request) => ({ ...request, body: { ...request.body, description } }));
    draft.steps[at] = { ...present, requests };
    return;
  }
  const write = { method: "PUT", resource: settingsArea.resource, body: { description } } as const;
  addStep(
    draft,
    { app, area: "settings" },
    { message: planMessages.releaseMark },
    { requests: [planSettingsWrite(draft, app.key, write)] },
  );
}
