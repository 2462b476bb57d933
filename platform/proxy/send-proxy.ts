import type { ProxyRequest } from "./merge-proxy.ts";

export type ProxyAnswer = {
  readonly body: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
};

const patienceMs = 30_000;
const largest = 10 * 1024 * 1024;

/** Sends a proxy call. Redirects are answered, not followed: the next address may be one that is not open. */
export async function sendProxy(target: URL, { method, headers, data }: ProxyRequest): Promise<ProxyAnswer> {
  const hasBody = method === "POST" || method === "PUT";
  const isText = typeof data === "string" || data instanceof Uint8Array;
  const type = isText || hasType(headers) ? {} : { "Content-Type": "application/json" };
  const response = await fetch(target, {
    method,
    headers: hasBody ? { ...type, ...headers } : { ...headers },
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
    ...(hasBody ? { body: toBody(data) } : {}),
  });
  const bytes = await readLimited(response);
  return {
    body: new TextDecoder().decode(bytes),
    status: response.status,
    headers: Object.fromEntries(response.headers),
  };
}

function toBody(data: unknown): string | Uint8Array<ArrayBuffer> {
  return data instanceof Uint8Array
    ? new Uint8Array(data)
    : typeof data === "string"
      ? data
      : JSON.stringify(data ?? {});
}

function hasType(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
}

async function readLimited(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > largest) {
      throw new RangeError(`the answer is larger than ${largest} bytes`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
