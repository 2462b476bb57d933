const fallback = "/k/";

/**
 * The page to go to after signing in: a path of this server, or the portal. Browsers read `//host`, `/\host` and paths
 * with control characters as other origins, so the candidate is resolved as a browser would and only its path is kept.
 */
export function toReturnPath(candidate: string | undefined): string {
  if (candidate === undefined || !candidate.startsWith("/")) {
    return fallback;
  }
  const origin = "http://platform.invalid";
  if (!URL.canParse(candidate, origin)) {
    return fallback;
  }
  const target = new URL(candidate, origin);
  if (target.origin !== origin || !target.pathname.startsWith("/k/")) {
    return fallback;
  }
  return `${target.pathname}${target.search}${target.hash}`;
}
