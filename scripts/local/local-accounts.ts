import type { Role } from "../../apps-schema/schema/app-key.ts";

/** Two sections of the sample with their organisations, so that "my section" and "another section" can be tried. */
export const localSections = [
  { code: "mihon-a", name: "見本課A" },
  { code: "mihon-b", name: "見本課B" },
] as const;

type LocalSection = (typeof localSections)[number]["code"];

export type LocalAccount = {
  readonly code: string;
  readonly name: string;
  readonly role: Role;
  readonly section?: LocalSection;
};

/** Names of the accounts: roles, not people. Each password is the code; only the local platform has them. */
export const localAccounts = [
  { code: "jimukyoku", name: "DX事務局", role: "jimukyoku" },
  { code: "tantou", name: "担当者(見本課A)", role: "tantou", section: "mihon-a" },
  { code: "kachou", name: "所属長(見本課A)", role: "kachou", section: "mihon-a" },
  { code: "tantou2", name: "担当者(見本課B)", role: "tantou", section: "mihon-b" },
  { code: "kachou2", name: "所属長(見本課B)", role: "kachou", section: "mihon-b" },
  { code: "koukai", name: "公開担当", role: "koukai" },
  { code: "iin", name: "委員", role: "iin" },
  { code: "etsuran", name: "閲覧者", role: "etsuran" },
] as const satisfies readonly LocalAccount[];

/** Which organisation, manager and writer stand behind a section of the sample; those without an organisation share people. */
export function findLocalSection(deptCode: string): {
  readonly org: LocalSection | null;
  readonly head: string;
  readonly staff: string;
} {
  switch (deptCode) {
    case "MIHON-A":
      return { org: "mihon-a", head: "kachou", staff: "tantou" };
    case "MIHON-B":
      return { org: "mihon-b", head: "kachou2", staff: "tantou2" };
    default:
      return { org: null, head: "kachou", staff: "tantou" };
  }
}
