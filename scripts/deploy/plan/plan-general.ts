import type { JsonObject } from "../client/json.ts";
import { textOf } from "../client/json.ts";
import { covers } from "./covers.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

/**
 * Plans the creation of an app. The description with the app's stamp follows at once, so that an app that was made just
 * before a crash is recognised; the other settings may name fields and come after them.
 */
export function planCreation(draft: SuiteDraft, app: DesiredApp): void {
  if (observedApp(draft, app.key) !== undefined) {
    return;
  }
  const create = {
    method: "POST" as const,
    path: "/k/v1/preview/app.json",
    body: { name: app.name },
    keep: { [`app:${app.key}`]: "app", [`revision:${app.key}`]: "revision" },
  };
  const description = app.general["description"] ?? "";
  addStep(
    draft,
    { app, area: "app" },
    { message: planMessages.createApp },
    {
      requests: [
        create,
        planSettingsWrite(draft, app.key, { method: "PUT", resource: "app/settings", body: { description } }),
      ],
    },
  );
}

/** Plans name, description, icon, theme and the title field. */
export function planGeneral(draft: SuiteDraft, app: DesiredApp): void {
  const observed = observedApp(draft, app.key)?.general;
  if (observed !== undefined && coversGeneral(observed, app.general)) {
    return;
  }
  addStep(
    draft,
    { app, area: "settings" },
    { message: planMessages.settings },
    { requests: [planSettingsWrite(draft, app.key, { method: "PUT", resource: "app/settings", body: app.general })] },
  );
}

/** kintone keeps the description as HTML, so only its words are compared. */
function coversGeneral(observed: JsonObject, declared: JsonObject): boolean {
  const { description, ...rest } = declared;
  return covers(observed, rest) && toWords(textOf(observed["description"])) === toWords(textOf(description));
}

function toWords(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, "");
}
