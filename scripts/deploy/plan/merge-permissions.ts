import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, memberOf, textOf } from "../client/json.ts";

/** One line of `rights` of the app permissions. */
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
  const owner = declared.find((line) => isOwner(line));
  // kintone's login names do not tell capitals from small letters.
  if (owner === undefined || deployer.toLowerCase() === creator.toLowerCase()) {
    return [...declared];
  }
  return declared.flatMap((line) =>
    line === owner ? [line, { ...line, entity: { type: "USER", code: deployer } }] : [line],
  );
}

/**
 * The declared lines with those that only the domain has, each behind the line it stood behind, but never before the creator and the
 * account that deploys: the first line about a person decides, so a line above theirs could lock them out.
 */
export function mergeLines(declared: readonly RightLine[], observed: readonly RightLine[]): RightLine[] {
  const merged = [...declared];
  const owners = declared.findIndex((line) => textOf(line["appEditable"]) !== "true");
  for (const [index, line] of observed.entries()) {
    if (!merged.some((each) => isSameEntity(each, line))) {
      const before = observed[index - 1];
      const after = before === undefined ? 0 : merged.findIndex((each) => isSameEntity(each, before)) + 1;
      merged.splice(Math.max(after, owners), 0, line);
    }
  }
  return merged;
}

export function isSameEntity(a: RightLine, b: RightLine): boolean {
  return entityName(a) === entityName(b);
}

/** `TYPE:code` as `principals` have it, or CREATOR. */
export function entityName({ entity }: RightLine): string {
  const type = textOf(memberOf(entity, "type"));
  return type === "CREATOR" ? type : `${type}:${textOf(memberOf(entity, "code")).toLowerCase()}`;
}

export function isEveryone(line: RightLine): boolean {
  return isSameEntity(line, closedForEveryone);
}

/** The rights that a line gives, by their names in REST. */
export function listRights(line: RightLine): string[] {
  return Object.keys(closedForEveryone).filter(
    (name) => name !== "includeSubs" && name !== "entity" && textOf(line[name]) === "true",
  );
}

function isOwner(line: RightLine): boolean {
  return entityName(line) === "CREATOR";
}
