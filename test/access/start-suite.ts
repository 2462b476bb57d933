import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { buildGeneralNotifications } from "../../apps-schema/payload/general-notifications.ts";
import { buildPerRecordNotifications } from "../../apps-schema/payload/per-record-notifications.ts";
import { buildReminderNotifications } from "../../apps-schema/payload/reminder-notifications.ts";
import { createPlatform } from "../../platform/server.ts";
import { allApps, appId, asGroup, buildSuiteSeed } from "./suite-seed.ts";

export type Answer = { readonly status: number; readonly body: unknown };

export type RunningSuite = {
  readonly url: string;
  /** The unmodified client of kintone's maker, signed in as an account whose password is its name. */
  readonly client: (account: string) => KintoneRestAPIClient;
  readonly call: (account: string, method: string, path: string, body?: object) => Promise<Answer>;
  /** A page or download, with the session of the account. */
  readonly open: (account: string, path: string) => Promise<Answer>;
  readonly moveClock: (now: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The declared apps on a platform inside this process, without any plugin; the clock stands where it is told. */
export async function startSuite({ now }: { readonly now: string }): Promise<RunningSuite> {
  const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-access-"));
  const platform = await createPlatform({
    dataDir,
    port: 0,
    movableClock: true,
    now: () => new Date(now),
    seed: buildSuiteSeed(),
  });
  const clients = new Map<string, KintoneRestAPIClient>();
  const client = (account: string): KintoneRestAPIClient => {
    const made =
      clients.get(account) ??
      new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: account, password: account } });
    clients.set(account, made);
    return made;
  };
  const call = async (account: string, method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(platform.url + path, {
      method,
      headers: {
        "X-Cybozu-Authorization": Buffer.from(`${account}:${account}`).toString("base64"),
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: parse(text) };
  };
  const cookies = new Map<string, string>();
  const must = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await call("admin", method, path, body);
    if (answer.status !== 200) {
      throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    }
  };
  for (const app of allApps) {
    const bodies = [
      ["general", buildGeneralNotifications(app, asGroup)],
      ["perRecord", buildPerRecordNotifications(app, asGroup)],
      ["reminder", buildReminderNotifications(app, asGroup)],
    ] as const;
    for (const [kind, body] of bodies) {
      if (body !== null) {
        await must("PUT", `/k/v1/preview/app/notifications/${kind}.json`, { ...body, app: appId(app.key) });
      }
    }
  }
  await must("POST", "/k/v1/preview/app/deploy.json", { apps: allApps.map(({ key }) => ({ app: appId(key) })) });
  return {
    url: platform.url,
    client,
    call,
    open: async (account, path) => {
      const cookie = cookies.get(account) ?? (await signIn(platform.url, account));
      cookies.set(account, cookie);
      const response = await fetch(platform.url + path, { headers: { Cookie: cookie } });
      return { status: response.status, body: await response.text() };
    },
    moveClock: (to) => must("POST", "/k/platform/clock.json", { now: to }),
    close: async () => {
      await platform.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, account: string): Promise<string> {
  const page = await fetch(`${url}/login`);
  const csrf = /name="csrf" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: toCookies(page) },
    body: new URLSearchParams({ login: account, password: account, csrf }),
  });
  return toCookies(answer);
}

function toCookies({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
