import { randomUUID } from "node:crypto";

type Cursor = {
  readonly appId: number;
  /** Only who made the cursor may read on. */
  readonly owner: string;
  /** The ids of the records that are still to be answered, in the query's order. */
  readonly recordIds: readonly number[];
  /** Null = all fields. */
  readonly fields: readonly string[] | null;
  readonly size: number;
};

export type CursorStore = {
  /** Null: ten cursors are open already. */
  readonly open: (cursor: Cursor, now: Date) => string | null;
  readonly find: (id: string, now: Date) => Cursor | null;
  /** Replaces what is left; the ten minutes begin anew. */
  readonly advance: (id: string, cursor: Cursor, now: Date) => void;
  readonly close: (id: string) => void;
};

/** Ten per domain; valid for ten minutes after the last read (fact sheet §5.1, §11). */
const mostCursors = 10;
const lifetimeMs = 10 * 60_000;

/** Open cursors. They live in memory: after a restart a client begins anew, as after ten minutes. */
export function createCursorStore(): CursorStore {
  const cursors = new Map<string, { readonly cursor: Cursor; readonly expiresAt: number }>();
  const removeExpired = (now: Date): void => {
    for (const [id, { expiresAt }] of cursors) {
      if (expiresAt <= now.getTime()) {
        cursors.delete(id);
      }
    }
  };
  const save = (id: string, cursor: Cursor, now: Date): void => {
    cursors.set(id, { cursor, expiresAt: now.getTime() + lifetimeMs });
  };
  return {
    open: (cursor, now) => {
      removeExpired(now);
      if (cursors.size >= mostCursors) {
        return null;
      }
      const id = randomUUID();
      save(id, cursor, now);
      return id;
    },
    find: (id, now) => {
      removeExpired(now);
      return cursors.get(id)?.cursor ?? null;
    },
    advance: save,
    close: (id) => {
      cursors.delete(id);
    },
  };
}
