import { vi } from "vitest";

export type SentCall = { readonly method: string; readonly path: string; readonly params: Record<string, unknown> };

export type Answer = { readonly status?: number; readonly body: unknown };

/** Answers the page's REST calls by method and path, and remembers them. */
export function stubServer(answer: (call: SentCall) => Answer): SentCall[] {
  const calls: SentCall[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, location.origin);
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : {};
    const call = {
      method: init.method ?? "GET",
      path: url.pathname,
      params: { ...Object.fromEntries(url.searchParams), ...(typeof body === "object" ? body : {}) },
    };
    calls.push(call);
    const { status = 200, body: content } = answer(call);
    return new Response(JSON.stringify(content), { status });
  });
  return calls;
}
