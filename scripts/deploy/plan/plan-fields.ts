import type { JsonObject } from "../client/json.ts";
import { isJsonObject, objectOf, textOf } from "../client/json.ts";
import { covers } from "./covers.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

type Properties = Readonly<Record<string, JsonObject>>;

/** Plain fields first; lookups need those of other apps; related records may be found by a lookup, so they come last. */
export type FieldPass = "plain" | "lookups" | "related";

/** Plans the fields of one pass: what is missing is added, what differs is changed, nothing is deleted. */
export function planFields(draft: SuiteDraft, app: DesiredApp, pass: FieldPass): void {
  const declared = fieldsOf(app, pass);
  const present = observedApp(draft, app.key)?.fields ?? {};
  const missing: Record<string, JsonObject> = {};
  const changed: Record<string, JsonObject> = {};
  for (const [code, property] of Object.entries(declared)) {
    const existing = present[code];
    if (existing === undefined) {
      missing[code] = property;
    } else if (textOf(existing["type"]) !== textOf(property["type"])) {
      const params = { name: app.name, code, wanted: textOf(property["type"]), found: textOf(existing["type"]) };
      addHazard(draft, "stop", app.key, { code: "type-change", message: planMessages.typeChange, params });
    } else {
      const merged = mergeProperty(property, existing);
      if (!covers(existing, merged)) {
        changed[code] = merged;
      }
    }
  }
  const area = pass === "plain" ? "fields" : "references";
  addFieldStep(draft, { app, area, method: "POST" }, missing);
  addFieldStep(draft, { app, area, method: "PUT" }, changed);
}

function fieldsOf(app: DesiredApp, pass: FieldPass): Properties {
  if (pass === "plain") {
    return app.plainFields;
  }
  return Object.fromEntries(
    Object.entries(app.referringFields).filter(([, property]) => isRelated(property) === (pass === "related")),
  );
}

function isRelated(property: JsonObject): boolean {
  return property["type"] === "REFERENCE_TABLE";
}

/** Whether an app lacks a field of this pass. */
export function lacksFields(draft: SuiteDraft, app: DesiredApp, pass: FieldPass): boolean {
  const present = observedApp(draft, app.key)?.fields ?? {};
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
    { requests: [planSettingsWrite(draft, app.key, { method, resource: "app/form/fields", body: { properties } })] },
  );
}

function shorten(labels: readonly string[]): string {
  const shown = labels.slice(0, 5).join("・");
  return labels.length > 5 ? `${shown} ほか` : shown;
}

/** What is sent for an existing field: the declaration, plus options and table columns that only the domain has. */
function mergeProperty(declared: JsonObject, existing: JsonObject): JsonObject {
  const merged = { ...declared };
  if (isJsonObject(declared["options"])) {
    merged["options"] = mergeOptions(declared["options"], objectOf(existing["options"]));
  }
  if (isJsonObject(declared["fields"])) {
    const columns = objectOf(existing["fields"]);
    merged["fields"] = Object.fromEntries(
      Object.entries(declared["fields"]).map(([code, column]) => [
        code,
        isJsonObject(column) && isJsonObject(columns[code]) ? mergeProperty(column, columns[code]) : column,
      ]),
    );
  }
  return merged;
}

/** An option that is not sent is deleted together with the values that use it, so staff's own options go along at the end. */
function mergeOptions(declared: JsonObject, existing: JsonObject): JsonObject {
  const extra = Object.entries(existing)
    .filter(([name]) => declared[name] === undefined)
    .toSorted(([, a], [, b]) => Number(objectOf(a)["index"] ?? 0) - Number(objectOf(b)["index"] ?? 0));
  const count = Object.keys(declared).length;
  return {
    ...declared,
    ...Object.fromEntries(
      extra.map(([name, option], order) => [
        name,
        { label: objectOf(option)["label"] ?? name, index: String(count + order) },
      ]),
    ),
  };
}
