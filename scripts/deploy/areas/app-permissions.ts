import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import { planMessages } from "../plan/plan-messages.ts";
import type { AreaDescriptor } from "./area.ts";
import { entityName } from "./entity-name.ts";
import { mergeLines } from "./merge-lines.ts";

/**
 * アプリのアクセス権. Lines that only the domain has stay behind the line they stood behind, but never before the creator and the account
 * that deploys: the first line about a person decides, so a line above theirs could lock them out.
 */
export const appPermissionsArea: AreaDescriptor = {
  area: "permissions",
  resource: "app/acl",
  message: planMessages.permissions,
  members: ["rights"],
  initial: { rights: [] },
  merge: ({ declared, observed, mode, isNew }) => {
    const wanted = toPriority(listOf(declared["rights"]));
    const present = isNew ? [] : toPriority(listOf(observed["rights"]));
    const owners = wanted.findIndex((line) => textOf(line["appEditable"]) !== "true");
    const { lines, changed, lost } = mergeLines(wanted, present, {
      keyOf: entityName,
      mode,
      floor: Math.max(owners, 0),
    });
    return {
      body: covers(present, lines) ? null : { rights: lines },
      changed: changed.length > 0 ? changed : lines.map((line) => entityName(line)),
      lost,
    };
  },
};

/** One line of `rights`. */
export type RightLine = JsonObject;

const closedForEveryone: RightLine = {
  entity: { type: "GROUP", code: "everyone" },
  includeSubs: false,
  appEditable: false,
  recordViewable: false,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  recordImportable: false,
  recordExportable: false,
};

/** `rights` as they count: everyone comes last wherever it stands, and one that is not named may do nothing (reference of app/acl.json). */
export function toPriority(rights: readonly Json[]): RightLine[] {
  const lines = rights.filter(isJsonObject);
  const everyone = lines.find((line) => isEveryone(line)) ?? closedForEveryone;
  return [...lines.filter((line) => !isEveryone(line)), everyone];
}

/** The account that deploys keeps every right: as the creator of the app, or by a line of its own that is the same. */
export function withDeployer(
  declared: readonly RightLine[],
  { deployer, creator }: { readonly deployer: string; readonly creator: string },
): RightLine[] {
  const owner = declared.find((line) => entityName(line) === "CREATOR");
  // kintone's login names do not tell capitals from small letters.
  if (owner === undefined || deployer.toLowerCase() === creator.toLowerCase()) {
    return [...declared];
  }
  return declared.flatMap((line) =>
    line === owner ? [line, { ...line, entity: { type: "USER", code: deployer } }] : [line],
  );
}

export function isEveryone(line: RightLine): boolean {
  return entityName(line) === entityName(closedForEveryone);
}

/** The rights that a line gives, by their names in REST. */
export function listRights(line: RightLine): string[] {
  return Object.keys(closedForEveryone).filter(
    (name) => name !== "includeSubs" && name !== "entity" && textOf(line[name]) === "true",
  );
}
