/**
 * Headers of every page. Scripts run only from this server or with the page's nonce; scripts and data go nowhere else.
 * `SAMEORIGIN` and not `DENY`: public plugins show record pages in frames of the same origin (fact sheet §10.1).
 */
export function buildPageHeaders(policy: {
  readonly nonce: string;
  /** Origins of the files that an app names by address (`{type: "URL"}`). */
  readonly origins?: readonly string[];
  /** kintone has no CSP (fact sheet §10.5): template libraries of public plugins compile with `new Function`. */
  readonly allowEval?: boolean;
}): Record<string, string> {
  const origins = policy.origins ?? [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    // Files of an app's customizations load others from where they come themselves, by `document.write` even.
    "script-src": ["'self'", `'nonce-${policy.nonce}'`, ...(policy.allowEval ? ["'unsafe-eval'"] : []), ...origins],
    "style-src": ["'self'", "'unsafe-inline'", ...origins],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:", ...origins],
    "connect-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
  };
  return {
    "Content-Security-Policy": Object.entries(directives)
      .map(([name, sources]) => `${name} ${sources.join(" ")}`)
      .join("; "),
    "Cache-Control": "no-store",
    ...fileHeaders,
  };
}

/** Headers of everything else that is served. */
export const fileHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
  "Referrer-Policy": "same-origin",
};
