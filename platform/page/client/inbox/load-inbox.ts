import { readPrincipals, readText } from "../field/read-value.ts";
import { callRest } from "../rest.ts";

export type InboxFilter = "all" | "unread" | "mentions";

type NoticeKind =
  | "mention"
  | "assigned"
  | "perRecord"
  | "commentAdded"
  | "statusChanged"
  | "recordAdded"
  | "recordEdited"
  | "fileImported"
  | "reminder";

const kinds: readonly NoticeKind[] = [
  "mention",
  "assigned",
  "perRecord",
  "commentAdded",
  "statusChanged",
  "recordAdded",
  "recordEdited",
  "fileImported",
  "reminder",
];

export type InboxNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  /** The subject from the app's settings, "" where there is none. */
  readonly title: string;
  readonly status: string;
  readonly app: { readonly id: string; readonly name: string };
  readonly record: { readonly id: string; readonly title: string };
  readonly comment: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly isRead: boolean;
};

export type InboxPage = { readonly notices: readonly InboxNotice[]; readonly more: boolean; readonly unread: number };

/** Thirty notifications of the reader, newest first, from `before` on backwards. */
export async function loadInbox(filter: InboxFilter, before: string | null): Promise<InboxPage> {
  const answer = entriesOf(await callRest("GET", "/k/platform/inbox", { filter, before }));
  const list: unknown = answer.get("notices");
  return {
    notices: Array.isArray(list) ? list.flatMap(readNotice) : [],
    more: answer.get("more") === true,
    unread: readCount(answer),
  };
}

/** Marks notifications as read or unread; resolves to how many are unread then. */
export async function markNotices(target: { ids: readonly string[] } | { all: true }, read: boolean): Promise<number> {
  return readCount(entriesOf(await callRest("PUT", "/k/platform/inbox", { ...target, read })));
}

function readCount(answer: ReadonlyMap<string, unknown>): number {
  const unread = answer.get("unread");
  return typeof unread === "number" ? unread : 0;
}

function readNotice(item: unknown): InboxNotice[] {
  const entries = entriesOf(item);
  const app = entriesOf(entries.get("app"));
  const record = entriesOf(entries.get("record"));
  const kind = kinds.find((each) => each === entries.get("kind"));
  const text = (name: string): string => readText(entries.get(name));
  return kind === undefined
    ? []
    : [
        {
          id: text("id"),
          kind,
          title: text("title"),
          status: text("status"),
          app: { id: readText(app.get("id")), name: readText(app.get("name")) },
          record: { id: readText(record.get("id")), title: readText(record.get("title")) },
          comment: text("comment"),
          actor: readPrincipals(entries.get("actor"))[0]?.name ?? "",
          createdAt: text("createdAt"),
          isRead: entries.get("isRead") === true,
        },
      ];
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
