import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startTestPlatform, type TestPlatform } from "../harness.ts";
import { currentTarget } from "../target/current-target.ts";

/** They read their inboxes; 課長 (kachou) is of the group 確認者. */
export const people = ["tantou", "kachou", "iin"];

export const user = (code: string) => ({ type: "USER" as const, code });
export const group = { type: "GROUP" as const, code: "kakunin" };
export const field = (code: string) => ({ type: "FIELD_ENTITY" as const, code });

/** A platform whose clock can be moved, with people and an app; its id is `app`. */
export async function startNotifiedApp(): Promise<{ platform: TestPlatform; app: string }> {
  const platform = await startTestPlatform({ movableClock: true, now: () => new Date("2026-04-01T00:00:00Z") });
  const users = people.map((code) => ({ code, name: `${code}さん`, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kakunin", name: "確認者" }] } });
  const organizations = [
    { code: "bu", name: "部" },
    { code: "ka", name: "課", parentCode: "bu" },
  ];
  await platform.call("POST", "/v1/organizations.json", { body: { organizations } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "kachou", groups: ["kakunin"] } });
  const admin = platform.client();
  const { app } = await admin.app.addApp({ name: "事業" });
  await admin.app.addFormFields({
    app,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      額: { type: "NUMBER", code: "額", label: "額" },
      期日: { type: "DATE", code: "期日", label: "期日" },
      日時: { type: "DATETIME", code: "日時", label: "日時" },
      担当: { type: "USER_SELECT", code: "担当", label: "担当" },
      課: { type: "ORGANIZATION_SELECT", code: "課", label: "課" },
    },
  });
  await admin.app.deployApp({ apps: [{ app }] });
  return { platform, app };
}

type Notice = {
  id: string;
  kind: string;
  title: string;
  status: string;
  record: { id: string; title: string };
  createdAt: string;
};

/** The notices of an account, newest first. */
export async function readInbox(login: string, query = ""): Promise<readonly Notice[]> {
  const { body } = await currentTarget().call("GET", `/k/platform/inbox.json${query}`, { login });
  if (!isInbox(body)) {
    throw new TypeError("the answer is no inbox");
  }
  return body.notices;
}

/** Only the list is looked at: the cases look at what they need. */
function isInbox(body: unknown): body is { readonly notices: readonly Notice[] } {
  return typeof body === "object" && body !== null && "notices" in body && Array.isArray(body.notices);
}

/** What kinds of notices an account has, oldest first. */
export async function kindsOf(login: string): Promise<readonly string[]> {
  return (await readInbox(login)).map(({ kind }) => kind).toReversed();
}

type Settings = {
  readonly general?: Parameters<KintoneRestAPIClient["app"]["updateGeneralNotifications"]>[0];
  readonly perRecord?: Parameters<KintoneRestAPIClient["app"]["updatePerRecordNotifications"]>[0]["notifications"];
  readonly reminders?: NonNullable<
    Parameters<KintoneRestAPIClient["app"]["updateReminderNotifications"]>[0]["notifications"]
  >;
};

/** Sets all three kinds of notifications of an app and makes them live; what is not given is emptied. */
export async function deployNotifications(app: string, settings: Settings): Promise<void> {
  const admin = currentTarget().client();
  await admin.app.updateGeneralNotifications({ notifyToCommenter: false, notifications: [], ...settings.general, app });
  await admin.app.updatePerRecordNotifications({ app, notifications: settings.perRecord ?? [] });
  await admin.app.updateReminderNotifications({ app, timezone: "Asia/Tokyo", notifications: settings.reminders ?? [] });
  await admin.app.deployApp({ apps: [{ app }] });
}
