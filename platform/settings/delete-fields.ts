import type { AppSettings, ProcessEntity, StoredField, StoredView } from "../store/app-settings.ts";
import { usesWithout } from "./edit-uses.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { systemFieldTypes } from "./field-types.ts";
import { codeOfType, findAnyField } from "./find-field.ts";
import { aclConditionNames, withoutFieldsInAcl } from "./acl-edits.ts";
import { removeFromLayout } from "./layout-edits.ts";
import { toLookup } from "./read-lookup.ts";
import { toReferenceTable } from "./read-reference-table.ts";
import { notificationsWithout } from "./notification-fields.ts";
import { readList, readText } from "./read-value.ts";
import { queryNames, withoutSortTerms } from "./rename-in-query.ts";
import { settingsText } from "./text.ts";

/**
 * The settings without the fields of `DELETE preview/app/form/fields.json`. `readElsewhere` names what reads a field in another app:
 * kintone refuses such a field with GAIA_LO02 for a lookup (seen by others when they cleared an app) and with GAIA_RE07 for a list of
 * related records (public notes of April 2026).
 */
export function deleteFields(
  place: Place,
  raw: unknown,
  app: { readonly settings: AppSettings; readonly readElsewhere: ReadonlyMap<string, Reader> },
): AppSettings {
  const list = readList(place, raw, 100);
  if (list === null || list.length === 0) {
    addFault(place, settingsText.required);
    return app.settings;
  }
  const { settings } = app;
  const codes = new Set<string>();
  for (const [index, item] of list.entries()) {
    const here = placeOf(place, index);
    const code = readText(here, item, { initial: "", required: true });
    const found = findAnyField(settings.fields, code);
    if (found === null) {
      addRefusal(here, "GAIA_FC01", { code });
    } else if (systemFieldTypes.has(found.field.type)) {
      addFault(here, settingsText.systemFieldStays);
    } else {
      refuseRead(here, code, app.readElsewhere.get(code));
    }
    codes.add(code);
  }
  const fields = withoutFields(settings.fields, codes);
  // That kintone refuses here is assumed; dropping the condition would open or close records without a word.
  if (settings.acl && aclConditionNames(settings.acl, codes)) {
    addFault(place, settingsText.usedInRecordAcl);
  }
  // A table always has a field; that kintone refuses here is assumed.
  if (fields.some((field) => field.fields?.length === 0)) {
    addFault(place, settingsText.tableNeedsField);
  }
  const user = fields.find((field) => isReadBy(field, codes));
  if (user !== undefined) {
    const [code] = [...codes].filter((name) => isReadBy(user, new Set([name])));
    addRefusal(place, "GAIA_LO02", { code: code ?? "" });
  }
  return withoutUses({ ...settings, fields, layout: removeFromLayout(settings.layout, codes) }, codes);
}

/** A field of another app that reads one of this app. */
export type Reader = { readonly kind: "lookup" | "related"; readonly app: string; readonly field: string };

function refuseRead(place: Place, code: string, reader: Reader | undefined): void {
  if (reader?.kind === "lookup") {
    addRefusal(place, "GAIA_LO02", { code });
  } else if (reader !== undefined) {
    addRefusal(place, "GAIA_RE07", { app: reader.app, field: reader.field });
  }
}

function withoutFields(fields: readonly StoredField[], codes: ReadonlySet<string>): readonly StoredField[] {
  return fields
    .filter((field) => !codes.has(field.code))
    .map((field) => (field.fields === undefined ? field : { ...field, fields: withoutFields(field.fields, codes) }));
}

/** Whether a lookup copies into, or a related-records list compares with, one of these fields of its own app. */
function isReadBy(field: StoredField, codes: ReadonlySet<string>): boolean {
  const lookup = toLookup(field.property["lookup"]);
  const table = toReferenceTable(field.property["referenceTable"]);
  return (
    (lookup?.fieldMappings.some((mapping) => codes.has(mapping.field)) ?? false) ||
    (table !== null && codes.has(table.condition.field)) ||
    (field.fields?.some((inner) => isReadBy(inner, codes)) ?? false)
  );
}

/**
 * Views, process and title let go of the deleted fields. A condition that names one becomes empty, since no part of it can be kept
 * with its meaning; what kintone keeps there is not known.
 */
function withoutUses(settings: AppSettings, codes: ReadonlySet<string>): AppSettings {
  const { general, process } = settings;
  const title = general.titleField.code;
  const isKept = (item: ProcessEntity): boolean =>
    item.entity.type !== "FIELD_ENTITY" || item.entity.code === null || !codes.has(item.entity.code);
  return {
    ...settings,
    ...usesWithout(settings, codes),
    ...(settings.acl && { acl: withoutFieldsInAcl(settings.acl, codes) }),
    general: title !== undefined && codes.has(title) ? { ...general, titleField: { selectionMode: "AUTO" } } : general,
    views: settings.views.map((view) => viewWithout(view, codes, settings.fields)),
    notifications: notificationsWithout(settings.notifications, codes),
    process: {
      ...process,
      states: process.states.map((state) => ({
        ...state,
        assignee: { ...state.assignee, entities: state.assignee.entities.filter(isKept) },
      })),
      actions: process.actions.map((action) => ({
        ...action,
        filterCond: queryNames(action.filterCond, codes) ? "" : action.filterCond,
        ...(action.executableUser === undefined
          ? {}
          : { executableUser: { entities: action.executableUser.entities.filter(isKept) } }),
      })),
    },
  };
}

function viewWithout(view: StoredView, codes: ReadonlySet<string>, fields: readonly StoredField[]): StoredView {
  return {
    ...view,
    ...(view.fields === undefined ? {} : { fields: view.fields.filter((code) => !codes.has(code)) }),
    ...(view.date !== undefined && codes.has(view.date) ? { date: codeOfType(fields, "CREATED_TIME") } : {}),
    ...(view.title !== undefined && codes.has(view.title) ? { title: codeOfType(fields, "RECORD_NUMBER") } : {}),
    filterCond: queryNames(view.filterCond, codes) ? "" : view.filterCond,
    sort: withoutSortTerms(view.sort, codes),
  };
}
