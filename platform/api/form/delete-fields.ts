import { deleteFields as withoutFields } from "../../settings/delete-fields.ts";
import { placeOf } from "../../settings/fault.ts";
import { allFields } from "../../settings/find-field.ts";
import { toLookup } from "../../settings/read-lookup.ts";
import { toReferenceTable } from "../../settings/read-reference-table.ts";
import type { StoredField } from "../../store/app-settings.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readList } from "../params.ts";

/** `DELETE preview/app/form/fields.json`; the client sends `fields` in the query string. */
export const deleteFields: Operation = {
  method: "DELETE",
  path: "/k/v1/app/form/fields.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision } = writeSettings(context, (app, place) => {
      const readElsewhere = codesReadElsewhere(context, app.id);
      return withoutFields(placeOf(place, "fields"), readList(context.params, "fields"), {
        settings: app.preview,
        isReadElsewhere: (code) => readElsewhere.has(code),
      });
    });
    return { revision };
  },
};

/** Codes of an app's fields that other apps' lookups and related-records lists read, in the settings being prepared. */
function codesReadElsewhere(context: OperationContext, appId: number): ReadonlySet<string> {
  const fields = context.store.apps
    .list()
    .filter((app) => app.id !== appId)
    .flatMap((app) => allFields(app.preview.fields));
  return new Set(fields.flatMap((field) => codesReadBy(field, appId)));
}

function codesReadBy(field: StoredField, appId: number): readonly string[] {
  const lookup = toLookup(field.property["lookup"]);
  if (lookup !== null && Number(lookup.relatedApp.app) === appId) {
    return [lookup.relatedKeyField, ...lookup.fieldMappings.map(({ relatedField }) => relatedField)];
  }
  const table = toReferenceTable(field.property["referenceTable"]);
  return table !== null && Number(table.relatedApp.app) === appId
    ? [table.condition.relatedField, ...table.displayFields]
    : [];
}
