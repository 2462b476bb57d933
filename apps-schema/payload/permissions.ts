import type { Role } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { AppRight } from "../schema/permissions.ts";
import { appRights } from "../schema/permissions.ts";
import { listPrincipals, type Principal, type ResolvePrincipals } from "./principals.ts";

type AppRightLine = {
  readonly entity: Principal | { readonly type: "CREATOR" };
  readonly includeSubs: boolean;
  readonly appEditable: boolean;
  readonly recordViewable: boolean;
  readonly recordAddable: boolean;
  readonly recordEditable: boolean;
  readonly recordDeletable: boolean;
  readonly recordImportable: boolean;
  readonly recordExportable: boolean;
};

/**
 * Widest rights first: in kintone the first line about a person decides alone, so who has two roles keeps the wider one
 * (help page app_rights).
 */
const rolesByPriority = [
  "jimukyoku",
  "tantou",
  "kachou",
  "koukai",
  "iin",
  "etsuran",
] as const satisfies readonly Role[];

const everyone: Principal = { type: "GROUP", code: "everyone" };

/**
 * Builds `rights` of the app permissions API, in order of priority: the app's creator, the roles, then everyone else with nothing.
 * kintone denies an everyone that is not named as well; the line is written so that the settings page shows what holds.
 */
export function buildAppPermissions(schema: AppSchema, resolvePrincipals: ResolvePrincipals): readonly AppRightLine[] {
  const lines = rolesByPriority.flatMap((role) =>
    listPrincipals(resolvePrincipals(role)).map((principal) => buildLine(principal, schema.permissions[role])),
  );
  const named = withoutRepeats([...lines, buildLine(everyone, [])]);
  // kintone moves everyone to the end wherever it stands, also where an environment puts it behind a role.
  const others = named.filter(({ entity }) => !isEveryone(entity));
  const last = named.filter(({ entity }) => isEveryone(entity));
  return [buildLine({ type: "CREATOR" }, appRights), ...others, ...last];
}

function buildLine(entity: AppRightLine["entity"], rights: readonly AppRight[]): AppRightLine {
  return {
    entity: entity.type === "CREATOR" ? entity : { type: entity.type, code: entity.code },
    // An organisation stands for all of its sections.
    includeSubs: entity.type === "ORGANIZATION",
    appEditable: rights.includes("manage"),
    recordViewable: rights.includes("view"),
    recordAddable: rights.includes("add"),
    recordEditable: rights.includes("edit"),
    recordDeletable: rights.includes("delete"),
    recordImportable: rights.includes("import"),
    recordExportable: rights.includes("export"),
  };
}

/** A small town may put two roles into one group: its first, wider line counts. */
function withoutRepeats(lines: readonly AppRightLine[]): AppRightLine[] {
  const seen = new Set<string>();
  return lines.filter(({ entity }) => {
    const name = entity.type === "CREATOR" ? entity.type : `${entity.type}:${entity.code}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

function isEveryone(entity: AppRightLine["entity"]): boolean {
  return entity.type === "GROUP" && entity.code === everyone.code;
}
