/** Where a case comes from. A guess is allowed and is listed by name in docs/kintone/contract.md. */
export type Evidence = { readonly kind: EvidenceKind; readonly source: string };

export const evidenceKinds = ["observed", "documented", "client", "guess", "own"] as const;
type EvidenceKind = (typeof evidenceKinds)[number];

type Month = `${number}-${number}`;
type Day = `${Month}-${number}`;

/** Seen on a real domain: when, and in whose notes or captured answers. */
export function observed(on: Month | Day, by: string): Evidence {
  return { kind: "observed", source: `${on} ${by}` };
}

/** Stated by the vendor: the official description, the developer site or the help. */
export function documented(where: string): Evidence {
  return { kind: "documented", source: where };
}

/** What a public client or tool sends or relies on. */
export function inClient(where: string): Evidence {
  return { kind: "client", source: where };
}

/** Nothing says so: what was assumed, and from what. */
export function guess(why: string): Evidence {
  return { kind: "guess", source: why };
}

/** A behaviour that is the platform's own (its tool, its doors, its promises): no claim about kintone. */
export function own(what: string): Evidence {
  return { kind: "own", source: what };
}
