import type { Role } from "../../apps-schema/schema/app-key.ts";
import { roles } from "../../apps-schema/schema/app-key.ts";
import { listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";
import { roleNames } from "../deploy/desired/role-names.ts";

/** Names of the accounts: roles, not people. */
const accountNames: Readonly<Record<Role, string>> = {
  jimukyoku: "DX事務局",
  tantou: "担当者",
  kachou: "所属長",
  koukai: "公開担当",
  iin: "委員",
  etsuran: "閲覧者",
};

/** An account for each role, with its name as the password: only for the local platform, which listens on localhost. */
export async function createAccounts(client: KintoneClient): Promise<readonly Role[]> {
  const presentUsers = await readCodes(client, "users");
  const presentGroups = await readCodes(client, "groups");
  const groups = roles.filter((role) => !presentGroups.has(role)).map((code) => ({ code, name: roleNames[code] }));
  if (groups.length > 0) {
    await client.write("POST", "/v1/groups.json", { groups });
  }
  const missing = roles.filter((role) => !presentUsers.has(role));
  if (missing.length > 0) {
    const users = missing.map((code) => ({
      code,
      name: accountNames[code],
      password: code,
      valid: true,
      locale: "ja",
    }));
    await client.write("POST", "/v1/users.json", { users });
  }
  // Not only for new users: a start that was cut off between the two calls left users without their group.
  for (const code of roles) {
    const answer = await client.read("/v1/user/groups.json", { code });
    const present = listOf(memberOf(answer, "groups")).map((group) => textOf(memberOf(group, "code")));
    if (!present.includes(code)) {
      const kept = present.filter((group) => group !== "everyone");
      await client.write("PUT", "/v1/user/groups.json", { code, groups: [...kept, code] });
    }
  }
  return missing;
}

async function readCodes(client: KintoneClient, kind: "users" | "groups"): Promise<Set<string>> {
  const answer = await client.read(`/v1/${kind}.json`, { codes: [...roles] });
  return new Set(listOf(memberOf(answer, kind)).map((each) => textOf(memberOf(each, "code"))));
}
