import { roles } from "../../apps-schema/schema/app-key.ts";
import { listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";
import { roleNames } from "../deploy/desired/role-names.ts";
import { type LocalAccount, localAccounts, localSections } from "./local-accounts.ts";

type Kind = "users" | "groups" | "organizations";

/** Accounts for each role, with their names as passwords: only for the local platform, which listens on localhost. */
export async function createAccounts(client: KintoneClient): Promise<readonly string[]> {
  await createMissing(
    client,
    "groups",
    roles.map((code) => ({ code, name: roleNames[code] })),
  );
  await createMissing(client, "organizations", localSections);
  const users = localAccounts.map(({ code, name }) => ({ code, name, password: code, valid: true, locale: "ja" }));
  const missing = await createMissing(client, "users", users);
  // Not only for new users: a start that was cut off between the calls left users without their group.
  for (const account of localAccounts) {
    await joinGroup(client, account);
    await joinSection(client, account);
  }
  return missing;
}

/** Whether the accounts of the local platform are there: a bare platform has only its administrator. */
export async function hasAccounts(client: KintoneClient): Promise<boolean> {
  const codes = localAccounts.map(({ code }) => code);
  return listOf(memberOf(await client.read("/v1/users.json", { codes }), "users")).length === codes.length;
}

async function createMissing(
  client: KintoneClient,
  kind: Kind,
  wanted: readonly { readonly code: string; readonly name: string }[],
): Promise<readonly string[]> {
  const answer = await client.read(`/v1/${kind}.json`, { codes: wanted.map(({ code }) => code) });
  const present = new Set(listOf(memberOf(answer, kind)).map((each) => textOf(memberOf(each, "code"))));
  const missing = wanted.filter(({ code }) => !present.has(code));
  if (missing.length > 0) {
    await client.write("POST", `/v1/${kind}.json`, { [kind]: missing.map((each) => ({ ...each })) });
  }
  return missing.map(({ code }) => code);
}

async function joinGroup(client: KintoneClient, { code, role }: LocalAccount): Promise<void> {
  const answer = await client.read("/v1/user/groups.json", { code });
  const present = listOf(memberOf(answer, "groups")).map((group) => textOf(memberOf(group, "code")));
  if (!present.includes(role)) {
    const kept = present.filter((group) => group !== "everyone");
    await client.write("PUT", "/v1/user/groups.json", { code, groups: [...kept, role] });
  }
}

async function joinSection(client: KintoneClient, { code, section }: LocalAccount): Promise<void> {
  if (section === undefined) {
    return;
  }
  const answer = await client.read("/v1/user/organizations.json", { code });
  const present = listOf(memberOf(answer, "organizationTitles")).map((each) =>
    textOf(memberOf(memberOf(each, "organization"), "code")),
  );
  if (!present.includes(section)) {
    await client.write("PUT", "/v1/user/organizations.json", { code, organizations: [...present, section] });
  }
}
