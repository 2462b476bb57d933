import type { Role } from "../schema/app-key.ts";

export type Principal = { readonly type: "GROUP" | "ORGANIZATION" | "USER"; readonly code: string };

/** Who of a domain stands behind a role: one group, organisation or user, or several. */
export type ResolvePrincipals = (role: Role) => Principal | readonly Principal[];

/** The groups, organisations and users behind one value of a people map, as a list. */
export function listPrincipals(principals: Principal | readonly Principal[]): readonly Principal[] {
  return "type" in principals ? [principals] : principals;
}

/** Those behind several roles, each once: a small town may put two roles into one group. */
export function resolveRoles(roles: readonly Role[], resolvePrincipals: ResolvePrincipals): readonly Principal[] {
  const all = roles.flatMap((role) => listPrincipals(resolvePrincipals(role)));
  return [...new Map(all.map(({ type, code }) => [`${type}:${code}`, { type, code }])).values()];
}
