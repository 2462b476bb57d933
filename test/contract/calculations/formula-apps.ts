import { expect } from "vitest";
import { currentTarget } from "../target/current-target.ts";

type Properties = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A property as the official client takes it. */
export function field(type: string, code: string, rest: Readonly<Record<string, unknown>> = {}) {
  return { [code]: { type, code, label: `${code}の欄`, ...rest } };
}

export async function addFields(app: string, properties: Properties): Promise<unknown> {
  const { status, body } = await currentTarget().call("POST", "/k/v1/preview/app/form/fields.json", {
    body: { app, properties },
  });
  expect(body).toMatchObject({ revision: expect.any(String) });
  return status;
}

/** An app with these fields, not deployed. */
export async function createApp(name: string, properties: Properties): Promise<string> {
  const client = currentTarget().client();
  const { app } = await client.app.addApp({ name });
  await addFields(app, properties);
  return app;
}

export async function deploy(app: string, language: "ja" | "en" = "ja"): Promise<{ status: number; body: unknown }> {
  return currentTarget().call("POST", "/k/v1/preview/app/deploy.json", { language, body: { apps: [{ app }] } });
}

export async function createLiveApp(name: string, properties: Properties): Promise<string> {
  const app = await createApp(name, properties);
  expect(await deploy(app)).toMatchObject({ status: 200 });
  return app;
}

/** The values of a record. */
export async function read(
  app: string,
  id: string | number,
): Promise<Readonly<Record<string, { readonly value: unknown }>>> {
  const { record } = await currentTarget().client().record.getRecord({ app, id });
  return record;
}

/** Prepares changed fields. */
export async function put(app: string, properties: Properties): Promise<{ status: number; body: unknown }> {
  return currentTarget().call("PUT", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
}
