import { PlatformError } from "../platform-error.ts";
import type { IncomingMessage } from "node:http";

/** Large enough for 100 records with long texts, small enough that one call cannot fill the memory. */
const jsonLimit = 32 * 1024 * 1024;

/** Reads the body of a request as JSON object. Null: there is no body. Anything else than an object is CB_IJ01. */
export async function readJsonBody(source: AsyncIterable<unknown>): Promise<Readonly<Record<string, unknown>> | null> {
  const bytes = await readBytes(source);
  return bytes.byteLength === 0 ? null : parseJsonObject(decode(bytes));
}

/** All bytes of a body, up to the limit. */
export async function readBytes(source: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) {
      throw new TypeError("a request body gave something else than bytes");
    }
    size += chunk.byteLength;
    if (size > jsonLimit) {
      throw new PlatformError("PLATFORM_TOO_LARGE", { limit: jsonLimit });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The stream of the body: a GET request with a body is one that fetch's `Request` cannot carry. */
export function bodyOf(request: Request, incoming: IncomingMessage): AsyncIterable<unknown> {
  return request.method === "GET" || request.body === null ? incoming : request.body;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new PlatformError("CB_IJ01");
  }
}

function parseJsonObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PlatformError("CB_IJ01");
  }
  if (!isObject(value)) {
    throw new PlatformError("CB_IJ01");
  }
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
