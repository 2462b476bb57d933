import { renameInFormula } from "../formula/rename-in-formula.ts";
import type { AppSettings, ProcessEntity, ProcessSettings, StoredField, StoredView } from "../store/app-settings.ts";
import { renameInUses } from "./edit-uses.ts";
import { renameInAcl } from "./acl-edits.ts";
import { renameInLayout } from "./layout-edits.ts";
import { toLookup } from "./read-lookup.ts";
import { renameInNotifications } from "./notification-fields.ts";
import { toReferenceTable } from "./read-reference-table.ts";
import { renameInQuery } from "./rename-in-query.ts";

type Codes = ReadonlyMap<string, string>;

/** Writes the new codes of an app's renamed fields wherever its own settings name them. */
export function renameInSettings(settings: AppSettings, codes: Codes): AppSettings {
  if (codes.size === 0) {
    return settings;
  }
  const { titleField } = settings.general;
  return {
    ...settings,
    general: {
      ...settings.general,
      titleField:
        titleField.code === undefined
          ? titleField
          : { ...titleField, code: codes.get(titleField.code) ?? titleField.code },
    },
    fields: renameOwnReferences(settings.fields, codes),
    layout: renameInLayout(settings.layout, codes),
    views: settings.views.map((view) => renameInView(view, codes)),
    process: renameInProcess(settings.process, codes),
    ...(settings.acl && { acl: renameInAcl(settings.acl, codes) }),
    notifications: renameInNotifications(settings.notifications, codes),
    ...renameInUses(settings, codes),
  };
}

function renameOwnReferences(fields: readonly StoredField[], codes: Codes): readonly StoredField[] {
  const rename = (code: string): string => codes.get(code) ?? code;
  return fields.map((field) => {
    const inner = field.fields === undefined ? field : { ...field, fields: renameOwnReferences(field.fields, codes) };
    const { expression } = field.property;
    if (typeof expression === "string" && expression !== "") {
      return { ...inner, property: { ...field.property, expression: renameInFormula(expression, codes) } };
    }
    const lookup = toLookup(field.property["lookup"]);
    if (lookup !== null) {
      const fieldMappings = lookup.fieldMappings.map((mapping) => ({ ...mapping, field: rename(mapping.field) }));
      return { ...inner, property: { ...field.property, lookup: { ...lookup, fieldMappings } } };
    }
    const table = toReferenceTable(field.property["referenceTable"]);
    if (table !== null) {
      const condition = { ...table.condition, field: rename(table.condition.field) };
      return { ...inner, property: { ...field.property, referenceTable: { ...table, condition } } };
    }
    return inner;
  });
}

function renameInView(view: StoredView, codes: Codes): StoredView {
  const rename = (code: string): string => codes.get(code) ?? code;
  return {
    ...view,
    ...(view.fields === undefined ? {} : { fields: view.fields.map(rename) }),
    ...(view.date === undefined ? {} : { date: rename(view.date) }),
    ...(view.title === undefined ? {} : { title: rename(view.title) }),
    filterCond: renameInQuery(view.filterCond, codes),
    sort: renameInQuery(view.sort, codes),
  };
}

function renameInProcess(process: ProcessSettings, codes: Codes): ProcessSettings {
  const renameEntity = (item: ProcessEntity): ProcessEntity =>
    item.entity.type === "FIELD_ENTITY" && item.entity.code !== null
      ? { ...item, entity: { ...item.entity, code: codes.get(item.entity.code) ?? item.entity.code } }
      : item;
  return {
    ...process,
    states: process.states.map((state) => ({
      ...state,
      assignee: { ...state.assignee, entities: state.assignee.entities.map(renameEntity) },
    })),
    actions: process.actions.map((action) => ({
      ...action,
      filterCond: renameInQuery(action.filterCond, codes),
      ...(action.executableUser === undefined
        ? {}
        : { executableUser: { entities: action.executableUser.entities.map(renameEntity) } }),
    })),
  };
}

/**
 * Writes the new codes of another app's renamed fields into the lookups and related-records lists that read from it: codes of
 * `relatedAppId` on the right-hand side only.
 */
export function renameRelatedFields(
  fields: readonly StoredField[],
  relatedAppId: number,
  codes: Codes,
): readonly StoredField[] {
  const rename = (code: string): string => codes.get(code) ?? code;
  return fields.map((field) => {
    const inner =
      field.fields === undefined ? field : { ...field, fields: renameRelatedFields(field.fields, relatedAppId, codes) };
    const lookup = toLookup(field.property["lookup"]);
    if (lookup !== null && Number(lookup.relatedApp.app) === relatedAppId) {
      const renamed = {
        ...lookup,
        relatedKeyField: rename(lookup.relatedKeyField),
        fieldMappings: lookup.fieldMappings.map((item) => ({ ...item, relatedField: rename(item.relatedField) })),
        lookupPickerFields: lookup.lookupPickerFields.map(rename),
        filterCond: renameInQuery(lookup.filterCond, codes),
        sort: renameInQuery(lookup.sort, codes),
      };
      return { ...inner, property: { ...field.property, lookup: renamed } };
    }
    const table = toReferenceTable(field.property["referenceTable"]);
    if (table !== null && Number(table.relatedApp.app) === relatedAppId) {
      const renamed = {
        ...table,
        condition: { ...table.condition, relatedField: rename(table.condition.relatedField) },
        displayFields: table.displayFields.map(rename),
        filterCond: renameInQuery(table.filterCond, codes),
        sort: renameInQuery(table.sort, codes),
      };
      return { ...inner, property: { ...field.property, referenceTable: renamed } };
    }
    return inner;
  });
}
