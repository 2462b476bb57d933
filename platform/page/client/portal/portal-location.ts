/** What the address of the portal's document shows (fact sheet §10.1): itself, a space or one of its threads. */
export type PortalLocation =
  | { readonly kind: "portal" }
  | { readonly kind: "space"; readonly space: string }
  | { readonly kind: "thread"; readonly space: string; readonly thread: string };

/** Reads `#/portal`, `#/space/5` and `#/space/5/thread/7`; anything else is the portal. */
export function parsePortalHash(hash: string): PortalLocation {
  const [, space, thread] = /^#\/space\/(\d{1,15})(?:\/thread\/(\d{1,15}))?\/?$/u.exec(hash) ?? [];
  if (space === undefined) {
    return { kind: "portal" };
  }
  return thread === undefined ? { kind: "space", space } : { kind: "thread", space, thread };
}
