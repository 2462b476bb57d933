import { createPlatform } from "../../platform/server.ts";
import type { Platform, PlatformOptions } from "../../platform/server.ts";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setCurrentTarget } from "./target/current-target.ts";
import { findRealDomain } from "./target/real-domain.ts";
import { openRealTarget } from "./target/open-real-target.ts";

export type TestPlatform = {
  /** The platform itself; cases that use it say so with `needs`, for a real domain has no such thing. */
  readonly platform: Platform;
  readonly url: string;
  /** Who `admin` is at this target. */
  readonly me: { readonly code: string; readonly name: string };
  /** The unmodified official client, signed in with password authentication; `admin` by default. */
  readonly client: (login?: string) => KintoneRestAPIClient;
  /** The same for a guest space: its paths begin with `/k/guest/{space}/v1/`. */
  readonly guestClient: (space: number) => KintoneRestAPIClient;
  /** A plain call with password authentication; the answer is read as JSON. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<CallAnswer>;
  readonly close: () => Promise<void>;
};

type CallOptions = {
  readonly login?: string;
  readonly language?: "ja" | "en";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

type CallAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** Starts a platform on a free port over a fresh data folder, inside this process; or opens the real domain that was named. */
export async function startTestPlatform(options: Partial<PlatformOptions> = {}): Promise<TestPlatform> {
  const target = findRealDomain() === null ? await startOwnPlatform(options) : await startRealTarget();
  setCurrentTarget(target);
  return target;
}

async function startRealTarget(): Promise<TestPlatform> {
  const { url, me, close } = await openRealTarget();
  return {
    get platform(): Platform {
      throw new Error("a real domain has no such door: the case lacks `needs`");
    },
    me,
    close,
    ...callersOf(url),
  };
}

async function startOwnPlatform(options: Partial<PlatformOptions>): Promise<TestPlatform> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "machi-dx-platform-"));
  const platform = await createPlatform({ port: 0, ...options, dataDir });
  return {
    platform,
    me: { code: "admin", name: "Administrator" },
    ...callersOf(platform.url),
    close: async () => {
      await platform.close();
      if (options.dataDir === undefined) {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
}

function callersOf(url: string): Pick<TestPlatform, "url" | "client" | "guestClient" | "call"> {
  return {
    url,
    client: (login = "admin") => new KintoneRestAPIClient({ baseUrl: url, auth: { username: login, password: login } }),
    guestClient: (guestSpaceId) =>
      new KintoneRestAPIClient({ baseUrl: url, auth: { username: "admin", password: "admin" }, guestSpaceId }),
    call: async (method, path, { login = "admin", language = "ja", body, headers } = {}) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          "X-Cybozu-Authorization": Buffer.from(`${login}:${login}`).toString("base64"),
          "Accept-Language": language,
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      return { status: response.status, headers: response.headers, body: answer };
    },
  };
}
