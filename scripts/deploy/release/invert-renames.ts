import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";

/**
 * Older declarations that know what became of their fields: going back over a rename renames again, instead of dropping the field and
 * making an empty one.
 */
export function invertRenames(older: readonly AppSchema[], newer: readonly AppSchema[]): AppSchema[] {
  return older.map((app) => {
    const since = newer.find(({ key }) => key === app.key)?.fields ?? {};
    const fields = Object.entries(app.fields).map(([code, field]): [string, FieldDeclaration] => {
      const renamed = Object.entries(since).find(([, each]) => each.renamedFrom === code)?.[0];
      return renamed === undefined || since[code] !== undefined || app.fields[renamed] !== undefined
        ? [code, field]
        : [code, { ...field, renamedFrom: renamed }];
    });
    return { ...app, fields: Object.fromEntries(fields) };
  });
}
