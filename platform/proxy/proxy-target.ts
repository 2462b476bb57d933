const own = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address that a proxy call may go to, or `null`. This machine is always open; other hosts only by the flag `--allow-proxy`, one by one.
 * Names are compared as they are written: `localhost.example` is not `localhost`.
 */
export function toProxyTarget(url: string, allowed: readonly string[]): URL | null {
  if (!URL.canParse(url)) {
    return null;
  }
  const target = new URL(url);
  const isWeb = target.protocol === "https:" || target.protocol === "http:";
  const isAllowed = own.has(target.hostname) || allowed.some((host) => host.toLowerCase() === target.hostname);
  return isWeb && isAllowed && target.username === "" ? target : null;
}
