import { loadPrincipals } from "../field/load-principals.ts";
import type { Mentioned } from "./load-comments.ts";

/** How many are offered at once: what fits beside a keyboard on a phone. */
const mostOffered = 8;

/** Everyone who can be mentioned: users first, then organizations and groups. */
export async function loadCandidates(): Promise<readonly Mentioned[]> {
  const [users, organizations, groups] = await Promise.all([
    loadPrincipals("USER_SELECT"),
    loadPrincipals("ORGANIZATION_SELECT"),
    loadPrincipals("GROUP_SELECT"),
  ]);
  return [
    ...users.map((user) => ({ ...user, type: "USER" as const })),
    ...organizations.map((organization) => ({ ...organization, type: "ORGANIZATION" as const })),
    ...groups.map((group) => ({ ...group, type: "GROUP" as const })),
  ];
}

/** The candidates whose name or code contains what was typed after the sign. */
export function offerCandidates(candidates: readonly Mentioned[], words: string): readonly Mentioned[] {
  const wanted = words.normalize("NFKC").toLowerCase();
  return candidates
    .filter(({ name, code }) => `${name}\n${code}`.normalize("NFKC").toLowerCase().includes(wanted))
    .slice(0, mostOffered);
}
