import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import type { RenameMap, Renames } from "../plan/desired-suite.ts";

type Named = { readonly name: string; readonly renamedFrom?: string };

/** Everything in an app's declaration that says what it was called before. */
export function collectRenames(app: AppSchema): Partial<Renames> {
  const fields = Object.entries(app.fields).flatMap(([code, field]) => [
    [code, field] as const,
    ...(field.type === "SUBTABLE" ? Object.entries(field.fields) : []),
  ]);
  return {
    fields: toMap(fields.map(([name, field]) => ({ name, ...pickSource(field) }))),
    options: Object.fromEntries(
      fields.flatMap(([code, field]) =>
        "optionsRenamedFrom" in field && field.optionsRenamedFrom !== undefined
          ? [[code, field.optionsRenamedFrom]]
          : [],
      ),
    ),
    views: toMap(app.views),
    states: toMap(app.process?.states ?? []),
    actions: toMap(app.actions ?? []),
    reports: toMap(app.reports ?? []),
  };
}

function pickSource({ renamedFrom }: Pick<FieldDeclaration, "renamedFrom">): Pick<Named, "renamedFrom"> {
  return renamedFrom === undefined ? {} : { renamedFrom };
}

function toMap(items: readonly Named[]): RenameMap {
  return Object.fromEntries(
    items.flatMap(({ name, renamedFrom }) => (renamedFrom === undefined ? [] : [[name, renamedFrom] as const])),
  );
}
