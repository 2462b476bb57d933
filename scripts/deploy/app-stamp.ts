import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../apps-schema/schema/app-key.ts";

/** The last release as the domain itself remembers it. */
export type ReleaseMark = {
  readonly tag: string;
  readonly at: string;
  /** First digits of the SHA-256 of what was declared. */
  readonly declared: string;
};

const stamp = /\[machi-dx:([a-z_]+)(?: (\S+) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([0-9a-f]{12}))?\]/u;

/**
 * How the suite finds its apps in a domain again: one short mark at the end of the description. REST can neither set an
 * app's code nor search by anything else that stays when people rename an app. In the app that a release changed first
 * it says which release that was, so the one call that finds the apps tells that as well.
 */
export function stampOf(key: AppKey): string {
  return `[machi-dx:${key}]`;
}

export function withStamp(description: string, key: AppKey): string {
  return description === "" ? stampOf(key) : `${description} ${stampOf(key)}`;
}

/** A description whose stamp says the release (`tag time`) and the hash of its declarations. */
export function withRelease(description: string, release: string, declared: string): string {
  return description.replace(stamp, `[machi-dx:$1 ${release} ${declared}]`);
}

export function withoutRelease(description: string): string {
  return description.replace(stamp, "[machi-dx:$1]");
}

export function withoutStamp(description: string): string {
  return description.replace(stamp, "").trimEnd();
}

/** What an app's description says of the suite; no key when the app is not the suite's. */
export function parseStamp(description: string): { readonly key: AppKey | null; readonly release: ReleaseMark | null } {
  const [, name, tag, at, declared] = stamp.exec(description) ?? [];
  const key = appKeys.find((each) => each === name) ?? null;
  const isReleased = tag !== undefined && at !== undefined && declared !== undefined;
  return { key, release: isReleased ? { tag, at, declared } : null };
}
