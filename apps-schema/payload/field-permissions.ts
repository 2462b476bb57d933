import type { AppSchema } from "../schema/app-schema.ts";
import { buildEntities, inPriority, type EntityPayload } from "./entity.ts";
import type { ResolvePrincipals } from "./principals.ts";

type FieldRightPayload = EntityPayload & { readonly accessibility: "WRITE" | "READ" | "NONE" };

type FieldPermissionsPayload = {
  readonly rights: readonly { readonly code: string; readonly entities: readonly FieldRightPayload[] }[];
};

const words = { write: "WRITE", read: "READ", none: "NONE" } as const;

/** Builds the body of the field permissions API; null = the app declares none. Everyone is always written, as for records. */
export function buildFieldPermissions(
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): FieldPermissionsPayload | null {
  const { fieldPermissions } = schema;
  if (fieldPermissions === undefined) {
    return null;
  }
  return {
    rights: fieldPermissions.map(({ field, lines }) => ({
      code: field,
      entities: inPriority(
        [...lines, { whom: "everyone", access: "none" } as const].flatMap(({ whom, access }) =>
          buildEntities(whom, schema, resolvePrincipals).map((each) => ({ accessibility: words[access], ...each })),
        ),
      ),
    })),
  };
}
