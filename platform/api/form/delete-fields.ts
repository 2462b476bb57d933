import { deleteFields as withoutFields, type Reader } from "../../settings/delete-fields.ts";
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
      return withoutFields(placeOf(place, "fields"), readList(context.params, "fields"), {
        settings: app.preview,
        readElsewhere: listReaders(context, app.id),
      });
    });
    return { revision };
  },
};

/** What reads an app's fields in other apps, in the settings being prepared, by the field's code; a lookup before a list. */
function listReaders(context: OperationContext, appId: number): ReadonlyMap<string, Reader> {
  const found = context.store.apps
    .list()
    .filter((app) => app.id !== appId)
    .flatMap(({ preview }) =>
      allFields(preview.fields).flatMap((field) => {
        const { kind, codes } = listRead(field, appId);
        return codes.map((code) => [code, { kind, app: preview.general.name, field: labelOf(field) }] as const);
      }),
    );
  const isLookup = ([, { kind }]: (typeof found)[number]): boolean => kind === "lookup";
  return new Map([...found.filter((each) => !isLookup(each)), ...found.filter(isLookup)]);
}

function listRead(
  field: StoredField,
  appId: number,
): { readonly kind: Reader["kind"]; readonly codes: readonly string[] } {
  const lookup = toLookup(field.property["lookup"]);
  if (lookup !== null && Number(lookup.relatedApp.app) === appId) {
    const copied = lookup.fieldMappings.map(({ relatedField }) => relatedField);
    return { kind: "lookup", codes: [lookup.relatedKeyField, ...copied] };
  }
  const table = toReferenceTable(field.property["referenceTable"]);
  return {
    kind: "related",
    codes:
      table !== null && Number(table.relatedApp.app) === appId
        ? [table.condition.relatedField, ...table.displayFields]
        : [],
  };
}

function labelOf({ code, property }: StoredField): string {
  return typeof property["label"] === "string" ? property["label"] : code;
}
