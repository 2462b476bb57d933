import type { AreaDescriptor, Merged } from "../areas/area.ts";
import type { JsonObject } from "../client/json.ts";
import { covers } from "./covers.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { planMessages } from "./plan-messages.ts";
import { dropCodes, renameCodes } from "./rename-codes.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addConsent, addHazard, addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

/** Plans one area of one app, unless it is as declared or not declared at all. */
export function planArea(draft: SuiteDraft, app: DesiredApp, area: AreaDescriptor): void {
  const declared = app.bodies[area.area];
  const merged = declared === undefined ? null : mergeArea(draft, app, area, declared);
  if (merged === null || merged.body === null) {
    return;
  }
  if (merged.impossible !== undefined) {
    const params = { name: app.name, state: merged.impossible };
    addHazard(draft, "stop", app.key, { code: "first-state", message: planMessages.firstState, params });
  }
  for (const item of merged.lost) {
    const code = `${app.key}.${area.area}/${item}`;
    addConsent(
      draft,
      { code, kind: "delete-item", app: app.key, label: item, records: null },
      {
        message: planMessages.lostItem,
        params: { name: app.name, area: area.area, item },
      },
    );
  }
  const names = merged.changed.join("・");
  addStep(
    draft,
    { app, area: area.area },
    { message: area.message, params: { names } },
    {
      requests: [
        ...(area.upload?.(app) ?? []),
        planSettingsWrite(draft, app.key, { method: area.verb ?? "PUT", resource: area.resource, body: merged.body }),
      ],
    },
  );
}

function mergeArea(draft: SuiteDraft, app: DesiredApp, area: AreaDescriptor, declared: JsonObject): Merged | null {
  const present = observedApp(draft, app.key);
  const observed = present?.areas[area.area];
  const isNew = observed === undefined;
  if (isNew && covers(area.initial, declared) && area.area !== "permissions") {
    return null;
  }
  return area.merge({
    key: app.key,
    declared,
    observed: dropCodes(
      renameCodes(observed ?? area.initial, draft.renamedFields.get(app.key) ?? new Map()),
      draft.deletedFields.get(app.key) ?? new Set(),
    ),
    isNew,
    mode: draft.rules.mode,
    renamed: area.renames === undefined ? {} : (app.renames?.[area.renames] ?? {}),
    hasProcess: app.bodies.process?.["enable"] === true,
  });
}
