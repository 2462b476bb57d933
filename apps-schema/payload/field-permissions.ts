import type { AppSchema } from "../schema/app-schema.ts";
import { buildEntity, inPriority, type EntityPayload, type ResolvePrincipal } from "./entity.ts";

type FieldRightPayload = EntityPayload & { readonly accessibility: "WRITE" | "READ" | "NONE" };

type FieldPermissionsPayload = {
  readonly rights: readonly { readonly code: string; readonly entities: readonly FieldRightPayload[] }[];
};

const words = { write: "WRITE", read: "READ", none: "NONE" } as const;

/** Builds the body of the field permissions API; null = the app declares none. Everyone is always written, as for records. */
export function buildFieldPermissions(
  schema: AppSchema,
  resolvePrincipal: ResolvePrincipal,
): FieldPermissionsPayload | null {
  const { fieldPermissions } = schema;
  if (fieldPermissions === undefined) {
    return null;
  }
  return {
    rights: fieldPermissions.map(({ field, lines }) => ({
      code: field,
      entities: inPriority(
        [...lines, { whom: "everyone", access: "none" } as const].map(({ whom, access }) => ({
          accessibility: words[access],
          ...buildEntity(whom, schema, resolvePrincipal),
        })),
      ),
    })),
  };
}
