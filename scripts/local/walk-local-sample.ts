import { defineMessages } from "../../domain/message.ts";
import { say } from "../cli/say.ts";
import { walkSample } from "../data/walk-sample.ts";
import { createKintoneClient, type KintoneClient } from "../deploy/client/kintone-client.ts";
import type { Deployment } from "../deploy/engine.ts";
import { knownAppIds } from "../deploy/state/state-file.ts";
import { hasAccounts } from "./create-accounts.ts";
import { localAccounts } from "./local-accounts.ts";
import { readUpInbox } from "./read-up-inbox.ts";

const messages = defineMessages({
  walking: {
    ja: "見本の「{name}」を、役割ごとのアカウントで先へ進めています…",
    en: "Moving the sample of “{name}” on, as the accounts of the roles…",
  },
  walked: { ja: "見本を進めました(操作{count}回)。", en: "The sample has moved on ({count} steps)." },
});

/** The part of the state file that says for which app this was done. */
const part = "sample steps";

/**
 * Takes the sample through its process once, or again after it was brought back, so that whoever only reads what is settled finds
 * something as well. Without the accounts of the local platform it stays as it was loaded.
 */
export async function walkLocalSample(
  { environment, state, apps: schemas, sample }: Deployment,
  { again = false }: { readonly again?: boolean } = {},
): Promise<void> {
  const apps = knownAppIds(state);
  const action = apps.get("action");
  const isDone = action === undefined || (!again && state.settledPart(part) === action);
  if (isDone || sample.length === 0 || state.sample() !== "loaded") {
    return;
  }
  const client = createKintoneClient(environment);
  if (!(await hasAccounts(client))) {
    return;
  }
  const { baseUrl } = environment;
  const signIn = (account: string): KintoneClient =>
    createKintoneClient({ baseUrl, username: account, password: account });
  const count = await walkSample(
    {
      client,
      signIn,
      apps,
      schemas,
      onApp: (name) => say(messages.walking, { name }),
    },
    sample,
  );
  for (const { code } of count === 0 ? [] : localAccounts) {
    await readUpInbox(signIn(code), apps);
  }
  state.settle({ [part]: action });
  say(messages.walked, { count });
}
