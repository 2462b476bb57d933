import type { AppSchema } from "../schema/app-schema.ts";
import type { RecordRightLine } from "../schema/record-permissions.ts";
import { renderConditions } from "./condition.ts";
import { buildEntities, inPriority, type EntityPayload } from "./entity.ts";
import type { ResolvePrincipals } from "./principals.ts";

type RecordRightPayload = EntityPayload & {
  readonly viewable: boolean;
  readonly editable: boolean;
  readonly deletable: boolean;
};

type RecordPermissionsPayload = {
  readonly rights: readonly { readonly filterCond: string; readonly entities: readonly RecordRightPayload[] }[];
};

/**
 * Builds the body of the record permissions API, in order of priority; null = the app declares none. Everyone is written with
 * nothing where no line names it, so that the settings page shows what holds.
 */
export function buildRecordPermissions(
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): RecordPermissionsPayload | null {
  const { recordPermissions } = schema;
  if (recordPermissions === undefined) {
    return null;
  }
  const buildLines = ({ whom, may }: RecordRightLine): readonly RecordRightPayload[] =>
    buildEntities(whom, schema, resolvePrincipals).map((each) => ({
      ...each,
      viewable: may.includes("view"),
      editable: may.includes("edit"),
      deletable: may.includes("delete"),
    }));
  return {
    rights: recordPermissions.map(({ where, lines }) => ({
      filterCond: renderConditions(where),
      entities: inPriority([...lines, { whom: "everyone", may: [] } as const].flatMap(buildLines)),
    })),
  };
}
