import { createApiTokenStore } from "./api-token-store.ts";
import type { ApiTokenStore } from "./api-token-store.ts";
import { createAppStore } from "./app-store.ts";
import type { AppStore, AppStoreOptions } from "./app-store.ts";
import { type CallCounter, createCallCounter } from "./call-counter.ts";
import { createCommentStore } from "./comment-store.ts";
import type { CommentStore } from "./comment-store.ts";
import { createCursorStore } from "./cursor-store.ts";
import type { CursorStore } from "./cursor-store.ts";
import type { Database } from "./database.ts";
import { createFileStore } from "./file-store.ts";
import type { FileStore } from "./file-store.ts";
import { createGroupStore } from "./group-store.ts";
import type { GroupStore } from "./group-store.ts";
import { createHistoryStore } from "./history-store.ts";
import type { HistoryStore } from "./history-store.ts";
import { createInboxStore } from "./inbox-store.ts";
import type { InboxStore } from "./inbox-store.ts";
import { createOrganizationStore } from "./organization-store.ts";
import type { OrganizationStore } from "./organization-store.ts";
import { createPluginStore } from "./plugin-store.ts";
import type { PluginStore } from "./plugin-store.ts";
import { createRecordStore } from "./record-store.ts";
import type { RecordStore } from "./record-store.ts";
import { createReminderStore } from "./reminder-store.ts";
import type { ReminderStore } from "./reminder-store.ts";
import { createSessionStore } from "./session-store.ts";
import type { SessionStore } from "./session-store.ts";
import { createSpaceStore } from "./space-store.ts";
import type { SpaceStore } from "./space-store.ts";
import { createUserStore } from "./user-store.ts";
import type { UserStore } from "./user-store.ts";

export type Store = {
  readonly db: Database;
  /** Runs `work` as one transaction: when it throws, nothing of it stays. Inside another transaction it joins that one. */
  readonly transaction: <T>(work: () => T) => T;
  readonly apps: AppStore;
  readonly apiTokens: ApiTokenStore;
  readonly records: RecordStore;
  readonly files: FileStore;
  readonly users: UserStore;
  readonly groups: GroupStore;
  readonly organizations: OrganizationStore;
  readonly sessions: SessionStore;
  readonly plugins: PluginStore;
  readonly cursors: CursorStore;
  readonly calls: CallCounter;
  readonly spaces: SpaceStore;
  readonly comments: CommentStore;
  readonly history: HistoryStore;
  readonly inbox: InboxStore;
  readonly reminders: ReminderStore;
};

type StoreOptions = AppStoreOptions & {
  /** From which number of calls in a day on the operator is told of an app. */
  readonly dailyCalls?: number;
};

/** Everything that is stored, over one open data file. */
export function createStore(db: Database, options: StoreOptions = { deployDelayMs: 0 }): Store {
  const records = createRecordStore(db);
  const users = createUserStore(db);
  const apps = createAppStore(db, options);
  const transaction = <T>(work: () => T): T => {
    if (db.inTransaction()) {
      return work();
    }
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      db.exec("COMMIT");
      records.settle();
      return result;
    } catch (error) {
      if (db.inTransaction()) {
        db.exec("ROLLBACK");
      }
      records.forget();
      users.forget();
      apps.forget();
      throw error;
    }
  };
  return {
    db,
    transaction,
    apps,
    apiTokens: createApiTokenStore(db),
    records,
    files: createFileStore(db),
    users,
    groups: createGroupStore(db, users.forget),
    organizations: createOrganizationStore(db),
    sessions: createSessionStore(db),
    plugins: createPluginStore(db),
    cursors: createCursorStore(),
    calls: createCallCounter(options.dailyCalls),
    spaces: createSpaceStore(db),
    comments: createCommentStore(db),
    history: createHistoryStore(db),
    inbox: createInboxStore(db),
    reminders: createReminderStore(db),
  };
}
