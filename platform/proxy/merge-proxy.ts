import type { PluginProxy } from "../store/app-settings.ts";

export type ProxyRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A text is sent as it is; an object as JSON. */
  readonly data: unknown;
};

/**
 * What a plugin stored for an address goes into its call: same method, the called address begins with the stored one (the longest
 * counts), and what is stored wins over what the page sends (fact sheet §4.1).
 */
export function mergeProxy(request: ProxyRequest, stored: readonly PluginProxy[]): ProxyRequest {
  const best = stored
    .filter((proxy) => proxy.method === request.method && request.url.startsWith(proxy.url))
    .toSorted((one, other) => other.url.length - one.url.length)[0];
  if (best === undefined) {
    return request;
  }
  const replaced = new Set(Object.keys(best.headers).map((name) => name.toLowerCase()));
  const kept = Object.entries(request.headers).filter(([name]) => !replaced.has(name.toLowerCase()));
  return {
    ...request,
    headers: { ...Object.fromEntries(kept), ...best.headers },
    data: isPlain(request.data) ? { ...request.data, ...best.data } : request.data,
  };
}

function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data) && !(data instanceof Uint8Array);
}
