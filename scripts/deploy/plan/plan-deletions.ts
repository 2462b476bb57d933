import { fieldsResource, passOf, toColumns } from "../areas/fields.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import { textOf as sayText } from "../../cli/say.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import { declaredFields, listOwnOfDomain, presentFields, shorten } from "./plan-fields.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addConsent, addStep, appIdIn, observedApp, planSettingsWrite } from "./suite-draft.ts";

/** Asks for everything that would be lost with its column or option, and for what looks like a rename that nobody declared. */
export function planFieldConsents(draft: SuiteDraft, app: DesiredApp): void {
  const { fields, options } = listOwnOfDomain(draft, app);
  const found = findFields(presentFields(draft, app));
  const added = addedFields(draft, app);
  for (const code of fields) {
    const property = found.get(code) ?? {};
    const twin = findTwin(property, added, draft.rules.mode === "mirror" && fields.length === 1);
    const label = textOf(property["label"]) || code;
    const consent = { code: `${app.key}.${code}`, app: app.key, label, records: countHeld(draft, app, code) };
    const params = { name: app.name, label, code, records: renderCount(consent.records) };
    if (twin !== undefined) {
      const likely = { message: planMessages.likelyRename, params: { ...params, old: code, code: twin } };
      addConsent(draft, { ...consent, kind: "rename-or-delete" }, likely);
    } else if (draft.rules.mode === "mirror") {
      addConsent(draft, { ...consent, kind: "delete-field" }, { message: planMessages.lostField, params });
    }
  }
  for (const { code, option } of draft.rules.mode === "mirror" ? options : []) {
    const name = `${code}.${option}`;
    const label = textOf(found.get(code)?.["label"]) || code;
    const consent = { code: `${app.key}.${name}`, app: app.key, label, records: countHeld(draft, app, name) };
    const params = { name: app.name, label, option, records: renderCount(consent.records) };
    addConsent(draft, { ...consent, kind: "delete-option" }, { message: planMessages.lostOption, params });
  }
  planBackup(draft, app, fields);
}

function planBackup(draft: SuiteDraft, app: DesiredApp, fields: readonly string[]): void {
  const present = observedApp(draft, app.key);
  const doomed = fields.filter((code) => countHeld(draft, app, code) !== 0);
  if (draft.rules.mode === "mirror" && present !== undefined && present.liveRevision !== null && doomed.length > 0) {
    draft.backups.push({ app: app.key, appId: present.id, fields: doomed });
  }
}

function countHeld(draft: SuiteDraft, app: DesiredApp, name: string): number | null {
  return observedApp(draft, app.key)?.held?.get(name) ?? null;
}

function renderCount(records: number | null): string {
  return records === null ? sayText(planMessages.unknownCount) : String(records);
}

function findFields(properties: Readonly<Record<string, JsonObject>>): Map<string, JsonObject> {
  return new Map(
    Object.entries(properties).flatMap(([code, property]) => [
      [code, property] as const,
      ...Object.entries(toColumns(property)),
    ]),
  );
}

function addedFields(draft: SuiteDraft, app: DesiredApp): Map<string, JsonObject> {
  const present = findFields(presentFields(draft, app));
  const renamed = app.renames?.fields ?? {};
  return new Map(
    [...findFields(declaredFields(app))].filter(([code]) => !present.has(code) && !present.has(renamed[code] ?? "")),
  );
}

/** A new field of the same type with the same label; or the only one of its type, where exactly one goes. */
function findTwin(gone: JsonObject, added: ReadonlyMap<string, JsonObject>, isOnlyOne: boolean): string | undefined {
  const same = [...added].filter(([, property]) => property["type"] === gone["type"] && property["type"] !== "GROUP");
  const twin = same.find(([, property]) => textOf(property["label"]) === textOf(gone["label"]));
  return (twin ?? (isOnlyOne && same.length === 1 && added.size === 1 ? same[0] : undefined))?.[0];
}

/** Fields that refer to others go before those they refer to; their apps are deployed in between where kintone needs it. */
export function planFieldDeletions(draft: SuiteDraft, app: DesiredApp, pass: "referring" | "plain"): void {
  if (draft.rules.mode !== "mirror") {
    return;
  }
  const found = findFields(presentFields(draft, app));
  const codes = listOwnOfDomain(draft, app).fields.filter(
    (code) => (passOf(found.get(code) ?? {}) === "plain") === (pass === "plain"),
  );
  if (codes.length === 0) {
    return;
  }
  draft.deletedFields.set(app.key, new Set([...(draft.deletedFields.get(app.key) ?? []), ...codes]));
  const labels = codes.map((code) => textOf(found.get(code)?.["label"]) || code);
  const body = { fields: codes };
  addStep(
    draft,
    { app, area: pass === "plain" ? "fields" : "references" },
    { message: planMessages.deleteFields, params: { count: codes.length, codes: shorten(labels) } },
    { requests: [planSettingsWrite(draft, app.key, { method: "DELETE", resource: fieldsResource, body })] },
  );
}

/** Apps whose live fields still read a plain field of another app that goes. */
export function listBlockingApps(draft: SuiteDraft, desired: DesiredSuite): DesiredApp[] {
  if (draft.rules.mode !== "mirror") {
    return [];
  }
  const doomed = new Map(
    desired.apps.map((app) => [appIdIn(draft, app.key), new Set(listOwnOfDomain(draft, app).fields)]),
  );
  return desired.apps.filter((app) =>
    Object.values(presentFields(draft, app)).some((property) => {
      const { id, codes } = readReference(property);
      return id !== appIdIn(draft, app.key) && codes.some((code) => doomed.get(id)?.has(code) === true);
    }),
  );
}

function readReference(property: JsonObject): { readonly id: string; readonly codes: readonly string[] } {
  const reference = property["lookup"] ?? property["referenceTable"] ?? null;
  const mapped = listOf(memberOf(reference, "fieldMappings")).map((each) => textOf(memberOf(each, "relatedField")));
  const shown = listOf(memberOf(reference, "displayFields")).map(textOf);
  const keys = [memberOf(reference, "relatedKeyField"), memberOf(memberOf(reference, "condition"), "relatedField")];
  return {
    id: textOf(memberOf(memberOf(reference, "relatedApp"), "app")),
    codes: [...mapped, ...shown, ...keys.map(textOf)],
  };
}
