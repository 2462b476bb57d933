import type { AppSettings, StoredField } from "../store/app-settings.ts";

/** `properties` of `GET app/form/fields.json`: by code, with `enabled` on the three fields that settings switch. */
export function toProperties(settings: Pick<AppSettings, "fields" | "process">): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    settings.fields.map((field) => {
      const property = toProperty(field);
      switch (field.type) {
        case "STATUS":
        case "STATUS_ASSIGNEE":
          return [field.code, { ...property, enabled: settings.process.enable }];
        case "CATEGORY":
          return [field.code, { ...property, enabled: field.property["enabled"] === true }];
        default:
          return [field.code, property];
      }
    }),
  );
}

function toProperty(field: StoredField): Readonly<Record<string, unknown>> {
  const property = { type: field.type, code: field.code, ...field.property };
  return field.fields === undefined
    ? property
    : { ...property, fields: Object.fromEntries(field.fields.map((inner) => [inner.code, toProperty(inner)])) };
}
