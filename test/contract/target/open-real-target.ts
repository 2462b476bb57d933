import * as v from "valibot";
import { openGuardingFront } from "./guarding-front.ts";
import { noteMadeApps } from "./made-apps.ts";
import { findRealDomain } from "./real-domain.ts";

type RealTarget = {
  readonly url: string;
  readonly me: { readonly code: string; readonly name: string };
  readonly close: () => Promise<void>;
};

const usersSchema = v.object({ users: v.array(v.object({ code: v.string(), name: v.string() })) });

/** Opens the door to the real domain and asks who the account is. */
export async function openRealTarget(): Promise<RealTarget> {
  const domain = findRealDomain();
  if (domain === null) {
    throw new Error("no real domain was named");
  }
  const front = await openGuardingFront(domain);
  const code = domain.username;
  const answer = await fetch(`${front.url}/v1/users.json?codes%5B0%5D=${encodeURIComponent(code)}`, {
    headers: { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") },
  });
  const users = v.safeParse(usersSchema, await answer.json());
  const name = users.success ? users.output.users[0]?.name : undefined;
  return {
    url: front.url,
    me: { code, name: name ?? code },
    close: async () => {
      noteMadeApps(front.madeApps);
      await front.close();
    },
  };
}
