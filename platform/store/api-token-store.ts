import type { Database, Row } from "./database.ts";
import { readInteger, readJson, readText } from "./row.ts";

/** What a token allows; the names are those of the permissions of an app. */
export type TokenRights = {
  readonly recordViewable: boolean;
  readonly recordAddable: boolean;
  readonly recordEditable: boolean;
  readonly recordDeletable: boolean;
  readonly appEditable: boolean;
};

export type ApiToken = { readonly token: string; readonly note: string; readonly rights: TokenRights };

export const tokenRightNames = [
  "recordViewable",
  "recordAddable",
  "recordEditable",
  "recordDeletable",
  "appEditable",
] as const satisfies readonly (keyof TokenRights)[];

/** kintone's limit for one app (help page api_token). */
export const tokenLimit = 20;

export type ApiTokenStore = {
  /** The tokens of one copy of an app's settings, in the order in which they were made. */
  readonly list: (appId: number, copy: "live" | "preview") => readonly ApiToken[];
  /** Replaces the prepared tokens; they count only after the app's next deploy. */
  readonly savePreview: (appId: number, tokens: readonly ApiToken[]) => void;
  /** The app and the rights of a token that is live. */
  readonly findLive: (token: string) => { readonly appId: number; readonly rights: TokenRights } | null;
  readonly publish: (appId: number) => void;
  readonly revert: (appId: number) => void;
};

/**
 * API tokens, prepared and live like all settings of an app, but kept apart from the settings themselves: those travel to pages and
 * answers, and a token is a secret. It is stored as it is because its page shows it again, as kintone's does.
 */
export function createApiTokenStore(db: Database): ApiTokenStore {
  const copyAll = (appId: number, from: string, to: string): void => {
    db.run("DELETE FROM api_tokens WHERE app_id = ? AND copy = ?", appId, to);
    db.run(
      `INSERT INTO api_tokens (app_id, copy, token, note, rights, position)
       SELECT app_id, ?, token, note, rights, position FROM api_tokens WHERE app_id = ? AND copy = ?`,
      to,
      appId,
      from,
    );
  };
  return {
    list: (appId, copy) =>
      db
        .all("SELECT * FROM api_tokens WHERE app_id = ? AND copy = ? ORDER BY position", appId, copy)
        .map((row) => ({ token: readText(row, "token"), note: readText(row, "note"), rights: toRights(row) })),
    savePreview: (appId, tokens) => {
      db.run("DELETE FROM api_tokens WHERE app_id = ? AND copy = 'preview'", appId);
      for (const [position, { token, note, rights }] of tokens.entries()) {
        db.run(
          "INSERT INTO api_tokens (app_id, copy, token, note, rights, position) VALUES (?, 'preview', ?, ?, ?, ?)",
          appId,
          token,
          note,
          JSON.stringify(rights),
          position,
        );
      }
    },
    findLive: (token) => {
      const row = db.get("SELECT * FROM api_tokens WHERE token = ? AND copy = 'live'", token);
      return row && { appId: readInteger(row, "app_id"), rights: toRights(row) };
    },
    publish: (appId) => {
      copyAll(appId, "preview", "live");
    },
    revert: (appId) => {
      copyAll(appId, "live", "preview");
    },
  };
}

function toRights(row: Row): TokenRights {
  const json = readJson(row, "rights");
  const allowed = new Map<string, unknown>(typeof json === "object" && json !== null ? Object.entries(json) : []);
  const has = (name: keyof TokenRights): boolean => allowed.get(name) === true;
  return {
    recordViewable: has("recordViewable"),
    recordAddable: has("recordAddable"),
    recordEditable: has("recordEditable"),
    recordDeletable: has("recordDeletable"),
    appEditable: has("appEditable"),
  };
}
