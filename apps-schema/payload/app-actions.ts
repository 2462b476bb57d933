import type { AppKey } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import { renderConditions } from "./condition.ts";
import { resolveRoles, type Principal, type ResolvePrincipals } from "./principals.ts";

export type AppActionPayload = {
  readonly index: string;
  readonly name: string;
  readonly destApp: { readonly app: string };
  readonly mappings: readonly { readonly srcType: "FIELD"; readonly srcField: string; readonly destField: string }[];
  readonly entities: readonly Principal[];
  readonly filterCond: string;
};

/** Builds the body of the app actions API, or null where an app declares none: then a town's own actions stay. */
export function buildAppActions(
  schema: AppSchema,
  resolveApp: (key: AppKey) => string,
  resolvePrincipals: ResolvePrincipals,
): { readonly actions: Readonly<Record<string, AppActionPayload>> } | null {
  const { actions } = schema;
  if (actions === undefined) {
    return null;
  }
  const entries = actions.map(({ name, to, copies, roles, where = [] }, index): [string, AppActionPayload] => [
    name,
    {
      index: String(index),
      name,
      destApp: { app: resolveApp(to) },
      mappings: Object.entries(copies).map(([destField, srcField]) => ({ srcType: "FIELD", srcField, destField })),
      entities: resolveRoles(roles, resolvePrincipals),
      filterCond: renderConditions(where),
    },
  ]);
  return { actions: Object.fromEntries(entries) };
}
