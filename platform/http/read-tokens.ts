import { PlatformError } from "../platform-error.ts";
import type { TokenRights } from "../store/api-token-store.ts";
import { apiUser } from "../store/api-user.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";

/** The official documentation: 10 tokens or more are an error. */
const mostTokens = 9;

/**
 * The caller behind `X-Cybozu-API-Token`: several tokens by commas or by several headers, each of another app. A token that is unknown or
 * not deployed yet spoils the whole call (GAIA_IA02), and so do two of one app (GAIA_DA03): both measured by the tests of cli-kintone.
 */
export function readTokens(store: Store, header: string): User {
  const given = header.split(",").map((text) => text.trim());
  if (given.length > mostTokens) {
    throw new PlatformError("PLATFORM_TOO_MANY_TOKENS", { limit: mostTokens });
  }
  const tokens = new Map<number, TokenRights>();
  for (const token of given) {
    const found = store.apiTokens.findLive(token);
    if (found === null) {
      throw new PlatformError("GAIA_IA02");
    }
    if (tokens.has(found.appId)) {
      throw new PlatformError("GAIA_DA03");
    }
    tokens.set(found.appId, found.rights);
  }
  return { ...apiUser, tokens };
}
