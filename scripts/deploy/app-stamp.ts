import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../apps-schema/schema/app-key.ts";

/**
 * How the suite finds its apps in a domain again: one short mark at the end of the description. REST can neither set an
 * app's code nor search by anything else that stays when people rename an app.
 */
export function stampOf(key: AppKey): string {
  return `[machi-dx:${key}]`;
}

export function withStamp(description: string, key: AppKey): string {
  return description === "" ? stampOf(key) : `${description} ${stampOf(key)}`;
}

/** The key in an app's description, or null when the app is not the suite's. */
export function parseStamp(description: string): AppKey | null {
  const key = /\[machi-dx:([a-z_]+)\]/u.exec(description)?.[1];
  return appKeys.find((each) => each === key) ?? null;
}
