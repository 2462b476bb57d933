import type { Role } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { Whom } from "../schema/whom.ts";
import { listPrincipals, type Principal, type ResolvePrincipals } from "./principals.ts";

export type EntityPayload = {
  readonly entity: { readonly type: Principal["type"] | "FIELD_ENTITY"; readonly code: string };
  readonly includeSubs: boolean;
};

const everyone: Principal = { type: "GROUP", code: "everyone" };
/** A group of every kintone domain; no setting can name the creator of the app for single records or fields. */
const administrators: Principal = { type: "GROUP", code: "Administrators" };

/** Builds the `entity` and `includeSubs` of the lines about somebody; an organisation stands for all of its sections. */
export function buildEntities(
  whom: Whom,
  schema: AppSchema,
  resolvePrincipals: ResolvePrincipals,
): readonly EntityPayload[] {
  if (typeof whom === "object") {
    const includeSubs = schema.fields[whom.field]?.type === "ORGANIZATION_SELECT";
    return [{ entity: { type: "FIELD_ENTITY", code: whom.field }, includeSubs }];
  }
  return listWhom(whom, resolvePrincipals).map(({ type, code }) => ({
    entity: { type, code },
    includeSubs: type === "ORGANIZATION",
  }));
}

function listWhom(
  whom: Role | "administrators" | "everyone",
  resolvePrincipals: ResolvePrincipals,
): readonly Principal[] {
  if (whom === "administrators") {
    return [administrators];
  }
  return whom === "everyone" ? [everyone] : listPrincipals(resolvePrincipals(whom));
}

/**
 * The lines in the order in which they count: a group that an environment puts behind two roles keeps its first, wider line, and
 * everyone comes last wherever it stands (reference of app/acl.json).
 */
export function inPriority<Line extends EntityPayload>(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  const named = lines.filter(({ entity }) => {
    const name = `${entity.type}:${entity.code}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
  const isEveryone = ({ entity }: Line): boolean => entity.type === everyone.type && entity.code === everyone.code;
  return [...named.filter((line) => !isEveryone(line)), ...named.filter(isEveryone)];
}
