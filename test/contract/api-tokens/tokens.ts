import { startTestPlatform, type TestPlatform } from "../harness.ts";
import { currentTarget } from "../target/current-target.ts";

export type Rights = Partial<
  Record<"recordViewable" | "recordAddable" | "recordEditable" | "recordDeletable" | "appEditable", boolean>
>;

export const all: Rights = {
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  appEditable: true,
};

/** A platform with one account, `tantou`, beside the administrator. */
export async function startTokenPlatform(): Promise<TestPlatform> {
  const platform = await startTestPlatform();
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "tantou", name: "担当者", password: "tantou" }] },
  });
  return platform;
}

/** An app whose only field of its own is the text 題名. */
export async function createTitledApp(): Promise<string> {
  return createApp({ 題名: { type: "SINGLE_LINE_TEXT", code: "題名", label: "題名" } });
}

/** Makes and deploys an app with the given fields. */
export async function createApp(properties: Readonly<Record<string, unknown>>): Promise<string> {
  const client = currentTarget().client();
  const { app: id } = await client.app.addApp({ name: "試験" });
  await currentTarget().call("POST", "/k/v1/preview/app/form/fields.json", { body: { app: id, properties } });
  await client.app.deployApp({ apps: [{ app: id }] });
  return id;
}

/** Makes a token of an app, which waits for the next deploy. */
export async function prepareToken(app: string, rights: Rights = {}): Promise<string> {
  const { body } = await currentTarget().call("POST", "/k/platform/api-tokens.json", { body: { app, ...rights } });
  return textAt(body, "token");
}

/** Makes a token of an app that is good from now on. */
export async function generateToken(app: string, rights: Rights = {}): Promise<string> {
  const token = await prepareToken(app, rights);
  await currentTarget()
    .client()
    .app.deployApp({ apps: [{ app }] });
  return token;
}

/** A member of an answer as text. */
export function textAt(body: unknown, key: string): string {
  const value: unknown = Object.entries(typeof body === "object" && body !== null ? body : {}).find(
    ([name]) => name === key,
  )?.[1];
  return String(value);
}

/** A call with nothing but a token (or several, with commas) to sign in. */
export async function call(token: string, method: string, path: string, body?: unknown) {
  const response = await fetch(currentTarget().url + path, {
    method,
    headers: {
      "X-Cybozu-API-Token": token,
      "Accept-Language": "en",
      ...(body !== undefined && { "Content-Type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

export const noRight = {
  status: 403,
  body: { code: "GAIA_NO01", message: "Using this API token, you cannot run the specified API." },
};
export const wrongToken = { status: 400, body: { code: "GAIA_IA02" } };
