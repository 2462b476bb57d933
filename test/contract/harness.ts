import { createPlatform } from "../../platform/server.ts";
import type { Platform, PlatformOptions } from "../../platform/server.ts";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { watchAnswers } from "./openapi/watch-answers.ts";

// Every contract test file loads this one: with KINTONE_OPENAPI set, all answers it saw must fit the official description.
const answers = watchAnswers();
afterAll(answers.refuseFaults);

export type TestPlatform = {
  readonly platform: Platform;
  readonly url: string;
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

/** Starts a platform on a free port over a fresh data folder, inside this process. */
export async function startTestPlatform(options: Partial<PlatformOptions> = {}): Promise<TestPlatform> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "machi-dx-platform-"));
  const platform = await createPlatform({ port: 0, ...options, dataDir });
  return {
    platform,
    url: platform.url,
    client: (login = "admin") =>
      new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: login, password: login } }),
    guestClient: (guestSpaceId) =>
      new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: "admin", password: "admin" }, guestSpaceId }),
    call: async (method, path, { login = "admin", language = "ja", body, headers } = {}) => {
      const response = await fetch(platform.url + path, {
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
    close: async () => {
      await platform.close();
      if (options.dataDir === undefined) {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
}
