import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "../harness.ts";
import { currentTarget } from "../target/current-target.ts";

export const refused = { code: "CB_NO02", status: 403 };
export const all = { viewable: true, editable: true, deletable: true };
export const everyone = { type: "GROUP", code: "everyone" } as const;

export type Town = {
  readonly platform: TestPlatform;
  readonly admin: KintoneRestAPIClient;
  /** Of the group 担当 and the section 総務課. */
  readonly staff: KintoneRestAPIClient;
  readonly chief: KintoneRestAPIClient;
};

/** A platform with an administrator, a clerk and a chief. */
export async function startTown(): Promise<Town> {
  const platform = await startTestPlatform();
  const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "staff", name: "担当" }] } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "tantou", groups: ["staff"] } });
  await platform.call("POST", "/v1/organizations.json", {
    body: {
      organizations: [
        { code: "yakuba", name: "役場" },
        { code: "somu", name: "総務課", parentCode: "yakuba" },
      ],
    },
  });
  await platform.call("PUT", "/v1/user/organizations.json", { body: { code: "tantou", organizations: ["somu"] } });
  return {
    platform,
    admin: platform.client(),
    staff: platform.client("tantou"),
    chief: platform.client("kachou"),
  };
}

type Properties = Readonly<Record<string, object>>;

/** Makes and deploys an app of the administrator with the given fields. */
export async function addApp(name: string, properties: Properties = {}): Promise<string> {
  const target = currentTarget();
  const admin = target.client();
  const { app } = await admin.app.addApp({ name });
  if (Object.keys(properties).length > 0) {
    const body = { app, properties };
    await target.call("POST", "/k/v1/preview/app/form/fields.json", { body });
  }
  await admin.app.deployApp({ apps: [{ app }] });
  return app;
}

/** A text field for a form. */
export function text(code: string, more: object = {}): Properties {
  return { [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more } };
}

/** Sets permissions on the live path. */
export async function putLive(kind: "app" | "record" | "field", app: string, rights: unknown): Promise<void> {
  const { status, body } = await currentTarget().call("PUT", `/k/v1/${kind}/acl.json`, { body: { app, rights } });
  expect([status, body]).toEqual([200, { revision: expect.stringMatching(/^\d+$/u) }]);
}
