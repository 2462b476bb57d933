import type { FieldPass, FieldRules } from "../areas/fields.ts";
import { compareFields, fieldsResource, listUndeclared, listUndeclaredOptions, passOf } from "../areas/fields.ts";
import { toItems } from "../areas/merge-keyed.ts";
import type { JsonObject } from "../client/json.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

type Properties = Readonly<Record<string, JsonObject>>;

export function declaredFields(app: DesiredApp): Properties {
  return toItems(memberOf(app.bodies.fields, "properties"));
}

export function presentFields(draft: SuiteDraft, app: DesiredApp): Properties {
  return toItems(memberOf(observedApp(draft, app.key)?.areas.fields, "properties"));
}

function fieldRules(draft: SuiteDraft, app: DesiredApp): FieldRules {
  return { mode: draft.rules.mode, renamed: app.renames?.fields ?? {}, options: app.renames?.options ?? {} };
}

/** Plans the fields of one pass: what is missing is added, what differs is changed or renamed. */
export function planFields(draft: SuiteDraft, app: DesiredApp, pass: FieldPass): void {
  const declared = fieldsOf(app, pass);
  const changes = compareFields(declared, presentFields(draft, app), fieldRules(draft, app));
  for (const { code, wanted, found } of changes.otherType) {
    const params = { name: app.name, code, wanted, found };
    addHazard(draft, "stop", app.key, { code: "type-change", message: planMessages.typeChange, params });
  }
  for (const { code, old } of changes.both) {
    const params = { name: app.name, code, old };
    addHazard(draft, "stop", app.key, { code: "rename-unclear", message: planMessages.renameBoth, params });
  }
  noteRenames(draft, app, pass);
  const area = pass === "plain" ? "fields" : "references";
  addFieldStep(draft, { app, area, method: "POST" }, changes.added);
  addFieldStep(draft, { app, area, method: "PUT" }, changes.changed);
}

function fieldsOf(app: DesiredApp, pass: FieldPass): Properties {
  return Object.fromEntries(Object.entries(declaredFields(app)).filter(([, property]) => passOf(property) === pass));
}

/** What was read before the rename names the old codes; everything later in the plan has to know the new ones. */
function noteRenames(draft: SuiteDraft, app: DesiredApp, pass: FieldPass): void {
  if (pass === "plain") {
    const present = presentFields(draft, app);
    const codes = new Set(
      Object.entries(present).flatMap(([code, property]) => [code, ...Object.keys(toItems(property["fields"]))]),
    );
    const renamed = Object.entries(app.renames?.fields ?? {}).filter(
      ([code, old]) => codes.has(old) && !codes.has(code),
    );
    draft.renamedFields.set(app.key, new Map(renamed.map(([code, old]) => [old, code])));
  }
}

/** Whether an app lacks a field of this pass. */
export function lacksFields(draft: SuiteDraft, app: DesiredApp, pass: FieldPass): boolean {
  const present = presentFields(draft, app);
  return Object.keys(fieldsOf(app, pass)).some((code) => present[code] === undefined);
}

type FieldStep = {
  readonly app: DesiredApp;
  readonly area: "fields" | "references";
  readonly method: "POST" | "PUT";
};

function addFieldStep(draft: SuiteDraft, { app, area, method }: FieldStep, properties: Properties): void {
  const codes = Object.keys(properties);
  if (codes.length === 0) {
    return;
  }
  const adding = area === "fields" ? planMessages.addFields : planMessages.addReferences;
  const message = method === "POST" ? adding : planMessages.changeFields;
  const labels = codes.map((code) => textOf(properties[code]?.["label"]) || code);
  addStep(
    draft,
    { app, area },
    { message, params: { count: codes.length, codes: shorten(labels) } },
    { requests: [planSettingsWrite(draft, app.key, { method, resource: fieldsResource, body: { properties } })] },
  );
}

export function shorten(labels: readonly string[]): string {
  const shown = labels.slice(0, 5).join("・");
  return labels.length > 5 ? `${shown} ほか` : shown;
}

/** Fields, columns and options that only the domain has. */
export function listOwnOfDomain(draft: SuiteDraft, app: DesiredApp) {
  const [declared, present, rules] = [declaredFields(app), presentFields(draft, app), fieldRules(draft, app)];
  return {
    fields: listUndeclared(declared, present, rules.renamed),
    options: listUndeclaredOptions(declared, present, rules),
  };
}
