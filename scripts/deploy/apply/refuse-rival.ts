import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { parseStamp } from "../app-stamp.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { readPreview } from "../observe/find-orphan.ts";
import { readLiveRevision } from "../observe/read-live-revision.ts";
import type { StateFile } from "../state/state-file.ts";

const messages = defineMessages({
  begun: {
    ja: "ほかの端末がこのドメインにアプリを作り始めています(「{name}」番号 {rival})。二重にしないため止めました。こちらが作ったのは空のアプリ1つ(番号 {own}、まだ使えない状態)だけです。ほかの端末が終わってから、もう一度実行してください。だれも作業していなければ、kintoneの画面で番号 {rival} のアプリを消してから、もう一度実行してください。",
    en: "Another machine has begun to create the suite here (“{name}”, app {rival}). Stopped, so that nothing is there twice; only one empty app was made ({own}, not deployed). Run again when the other one has ended. If nobody is at work, delete app {rival} in kintone and run again.",
  },
  goesOn: {
    ja: "ほかの端末が作り始めたアプリ(「{name}」番号 {rival})が、まだ作りかけです。二重にしないため、何も変えずに止めました。ほかの端末が終わってから、もう一度実行してください。だれも作業していなければ、kintoneの画面で番号 {rival} のアプリを消してから、もう一度実行してください。",
    en: "What another machine began (“{name}”, app {rival}) has not ended yet. Stopped without any change, so that nothing is there twice. Run again when it has ended. If nobody is at work, delete app {rival} in kintone and run again.",
  },
});

type At = { readonly client: KintoneClient; readonly state: StateFile };

/** Whether the app is one of those that this plan creates: by its stamp, or by its name while it is not described yet; its name, or null. */
async function findBegun(
  client: KintoneClient,
  id: string,
  wanted: ReadonlyMap<AppKey, string>,
): Promise<string | null> {
  const settings = await readPreview(client, id);
  const [name, description] = ["name", "description"].map((member) => textOf(memberOf(settings, member)));
  const { key } = parseStamp(description ?? "");
  const isStamped = key !== null && wanted.has(key);
  const isFresh = description === "" && [...wanted.values()].some((each) => each === name);
  return isStamped || (isFresh && (await readLiveRevision(client, id)) === null) ? (name ?? "") : null;
}

/** What an earlier run stopped before must have become live, or have gone, before this machine creates anything. */
export async function refuseKnownRival({ client, state }: At): Promise<void> {
  const rival = state.rival();
  if (rival === undefined) {
    return;
  }
  const settings = await readPreview(client, rival);
  if (settings !== null && (await readLiveRevision(client, rival)) === null) {
    throw createFailure("conflict", messages.goesOn, { name: textOf(memberOf(settings, "name")), rival });
  }
  state.saveRival(undefined);
}

/** People make an app now and then; two machines that begin at the same moment get neighbouring ids. */
const neighbours = 2;

/**
 * kintone has no lock and lists no app that was never deployed, but it counts ids through the whole domain: of two machines that found
 * nothing and begin to create, one gets the lower id, and the other sees that app just before its own first one and stops.
 */
export async function refuseRival(
  { client, state }: At,
  own: string,
  wanted: ReadonlyMap<AppKey, string>,
): Promise<void> {
  for (let id = Number(own) - 1; id > 0 && id >= Number(own) - neighbours; id -= 1) {
    const name = await findBegun(client, String(id), wanted);
    if (name !== null) {
      state.saveRival(String(id));
      throw createFailure("conflict", messages.begun, { name, rival: id, own });
    }
  }
}
