import { sampleStates } from "../../apps-schema/sample/sample-states.ts";
import { quoteText } from "../../apps-schema/record/quote-text.ts";
import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { statusField } from "../../apps-schema/schema/view.ts";
import { sampleMark } from "../data/remove-sample.ts";
import { listOf, memberOf, textOf } from "../deploy/client/json.ts";
import type { KintoneClient } from "../deploy/client/kintone-client.ts";

const inbox = "/k/platform/inbox.json";

/**
 * Marks an account's notices about the sample as read, but for the newest one of each record that waits for it: the steps of the
 * sample tell everybody about everything at once, which no year does.
 */
export async function readUpInbox(client: KintoneClient, apps: ReadonlyMap<AppKey, string>): Promise<void> {
  const waiting = await listWaiting(client, apps);
  const done: string[] = [];
  for (let before: string | null = null; ;) {
    const page = await client.read(inbox, { filter: "unread", ...(before !== null && { before }) });
    const notices = listOf(memberOf(page, "notices"));
    for (const notice of notices) {
      before = textOf(memberOf(notice, "id"));
      const record = memberOf(notice, "record");
      // Newest first: what else there is about the same record is older.
      const isNews = waiting.delete(
        `${textOf(memberOf(memberOf(notice, "app"), "id"))}/${textOf(memberOf(record, "id"))}`,
      );
      if (!isNews && textOf(memberOf(record, "title")).includes(sampleMark)) {
        done.push(before);
      }
    }
    if (memberOf(page, "more") !== true || notices.length === 0) {
      break;
    }
  }
  if (done.length > 0) {
    await client.write("PUT", inbox, { ids: done, read: true });
  }
}

/** `app/record` of what the account has to do something about. */
async function listWaiting(client: KintoneClient, apps: ReadonlyMap<AppKey, string>): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { app: key, others } of sampleStates) {
    const app = apps.get(key);
    if (app !== undefined) {
      const query = `作業者 in (LOGINUSER()) and ${statusField} not in (${quoteText(others)}) limit 500`;
      for (const record of listOf(
        memberOf(await client.read("/k/v1/records.json", { app, query, fields: ["$id"] }), "records"),
      )) {
        found.add(`${app}/${textOf(memberOf(memberOf(record, "$id"), "value"))}`);
      }
    }
  }
  return found;
}
