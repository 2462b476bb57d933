import type { AppSettings } from "./app-settings.ts";
import type { Database, Row } from "./database.ts";
import { createNotificationSettings } from "./notification-settings.ts";
import { readInteger, readOptionalText, readText } from "./row.ts";

export type DeployStatus = "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL";

/** The last deploy an app took part in. While its status is PROCESSING the app's settings cannot be written. */
type DeployState = {
  readonly status: DeployStatus;
  /** All apps of the request, this one included: they become live together or not at all. */
  readonly apps: readonly number[];
  readonly by: string;
  /** Instead of becoming live, the preview copy goes back to the live one. */
  readonly revert: boolean;
};

export type AppStoreOptions = {
  /** How many apps a domain holds; kintone's standard course has 1,000 (help: limits). */
  readonly mostApps?: number;
  readonly deployDelayMs: number;
  /** One line for the operator, such as why a deploy failed: the status alone tells nobody. */
  readonly log?: (line: string) => void;
};

export type StoredApp = {
  readonly id: number;
  /** One counter for both copies of the settings (fact sheet §8.1). */
  readonly revision: number;
  /** The revision whose settings are live: the present one where nothing has been prepared since the last deploy. */
  readonly liveRevision: number;
  /** What users see; null until the first deploy. */
  readonly live: AppSettings | null;
  /** What the settings APIs write. */
  readonly preview: AppSettings;
  readonly deploy: DeployState | null;
  readonly createdAt: string;
  readonly creator: string;
  /** Time and author of the last deploy, or of the creation. */
  readonly modifiedAt: string;
  readonly modifier: string;
};

/** Who changed an app, and when. */
export type Change = { readonly by: string; readonly now: Date };

export type AppStore = {
  /** How long a deploy stays in PROCESSING; 0 carries it out within the call. */
  readonly deployDelayMs: number;
  readonly mostApps: number;
  readonly log: (line: string) => void;
  readonly find: (id: number) => StoredApp | null;
  /** All apps by id, those never deployed included. */
  readonly list: () => readonly StoredApp[];
  /** A new app, in preview only, with `settings` built for it (field numbers come from `allocateIds`). */
  readonly create: (build: (allocateId: () => number) => AppSettings, change: Change) => StoredApp;
  /** Writes the preview copy and returns the new revision. */
  readonly savePreview: (id: number, settings: AppSettings) => number;
  /** A number that no field and no option of the app has had. */
  readonly allocateId: (id: number) => number;
  /** The preview copy becomes the live one. */
  readonly publish: (id: number, change: Change) => void;
  /**
   * The live copy becomes the prepared one again, under a new revision. Nothing is prepared then, so that revision counts as the live
   * one too; what kintone answers on the live path after a revert was not measured.
   */
  readonly revert: (id: number) => void;
  /** Rewrites both copies without a new revision: what a deploy of another app changes here (a field's new code). */
  readonly replace: (id: number, settings: Pick<StoredApp, "live" | "preview">) => void;
  readonly saveDeploy: (id: number, deploy: DeployState) => void;
  /** Drops what is kept in memory; the store calls it when a transaction was rolled back. */
  readonly forget: () => void;
};

/**
 * Apps with both copies of their settings. Every call reads its app, so apps are kept in memory until they are written;
 * parsed settings are kept as long as their stored text is the same.
 */
export function createAppStore(
  db: Database,
  { deployDelayMs, mostApps = 1000, log = () => {} }: AppStoreOptions = { deployDelayMs: 0 },
): AppStore {
  const parsed = createParseCache();
  const known = new Map<number, StoredApp>();
  const find = (id: number): StoredApp | null => {
    const cached = known.get(id);
    if (cached) {
      return cached;
    }
    const row = db.get(`${selectApps} WHERE id = ?`, id);
    if (row === null) {
      return null;
    }
    const app = toApp(row, parsed);
    known.set(id, app);
    return app;
  };
  const allocateId = (id: number): number => {
    const row = db.get(
      "UPDATE apps SET next_field_id = next_field_id + 1 WHERE id = ? RETURNING next_field_id AS next",
      id,
    );
    if (row === null) {
      throw new Error(`app ${id} is not there`);
    }
    return readInteger(row, "next") - 1;
  };
  const saveLiveRevision = (id: number): void => {
    db.run("INSERT OR REPLACE INTO app_live_revisions SELECT id, revision FROM apps WHERE id = ?", id);
  };
  return {
    deployDelayMs,
    mostApps,
    log,
    find,
    list: () => db.all(`${selectApps} ORDER BY id`).map((row) => toApp(row, parsed)),
    create: (build, { by, now }) => {
      let next = 1;
      const settings = build(() => next++);
      const row = db.get(
        `INSERT INTO apps (revision, live, preview, deploy, next_field_id, created_at, creator, modified_at, modifier)
         VALUES (2, NULL, ?, NULL, ?, ?, ?, ?, ?) RETURNING *`,
        JSON.stringify(settings),
        next,
        now.toISOString(),
        by,
        now.toISOString(),
        by,
      );
      if (row === null) {
        throw new Error("the app was not stored");
      }
      return toApp(row, parsed);
    },
    savePreview: (id, settings) => {
      known.delete(id);
      const row = db.get(
        "UPDATE apps SET preview = ?, revision = revision + 1 WHERE id = ? RETURNING revision",
        JSON.stringify(settings),
        id,
      );
      if (row === null) {
        throw new Error(`app ${id} is not there`);
      }
      return readInteger(row, "revision");
    },
    allocateId,
    publish: (id, { by, now }) => {
      known.delete(id);
      db.run("UPDATE apps SET live = preview, modified_at = ?, modifier = ? WHERE id = ?", now.toISOString(), by, id);
      saveLiveRevision(id);
    },
    revert: (id) => {
      known.delete(id);
      db.run("UPDATE apps SET preview = live, revision = revision + 1 WHERE id = ? AND live IS NOT NULL", id);
      saveLiveRevision(id);
    },
    replace: (id, { live, preview }) => {
      known.delete(id);
      db.run(
        "UPDATE apps SET live = ?, preview = ? WHERE id = ?",
        live && JSON.stringify(live),
        JSON.stringify(preview),
        id,
      );
    },
    saveDeploy: (id, deploy) => {
      known.delete(id);
      db.run("UPDATE apps SET deploy = ? WHERE id = ?", JSON.stringify(deploy), id);
    },
    forget: () => {
      known.clear();
    },
  };
}

/** An app that was deployed before live revisions were kept counts as having nothing prepared. */
const selectApps = `SELECT apps.*, coalesce(
    (SELECT revision FROM app_live_revisions WHERE app_id = apps.id), apps.revision) AS live_revision FROM apps`;

type Parse = (text: string) => unknown;

/** Every record call reads its app, and settings are long: the same text is parsed once. Old texts are dropped by age. */
function createParseCache(): Parse {
  const known = new Map<string, unknown>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) {
      return hit;
    }
    const value: unknown = JSON.parse(text);
    known.set(text, value);
    if (known.size > 200) {
      const [oldest] = known.keys();
      known.delete(oldest ?? "");
    }
    return value;
  };
}

function toApp(row: Row, parse: Parse): StoredApp {
  const live = readOptionalText(row, "live");
  const deploy = readOptionalText(row, "deploy");
  return {
    id: readInteger(row, "id"),
    revision: readInteger(row, "revision"),
    liveRevision: readInteger(row, "live_revision" in row ? "live_revision" : "revision"),
    live: live === null ? null : toSettings(parse(live)),
    preview: toSettings(parse(readText(row, "preview"))),
    deploy: deploy === null ? null : toDeploy(parse(deploy)),
    createdAt: readText(row, "created_at"),
    creator: readText(row, "creator"),
    modifiedAt: readText(row, "modified_at"),
    modifier: readText(row, "modifier"),
  };
}

/** Only this file writes the columns, from `AppSettings` that `platform/settings` validated. */
function isSettings(json: unknown): json is StoredSettings {
  return typeof json === "object" && json !== null && "general" in json && "fields" in json;
}

/** The sections that came later; settings that an older version stored do not have them. */
type LaterSections = Pick<AppSettings, "reports" | "actions" | "adminNotes">;
type StoredSettings = Omit<AppSettings, keyof LaterSections | "notifications"> &
  Partial<Pick<AppSettings, keyof LaterSections | "notifications">>;

function toSettings(json: unknown): AppSettings {
  if (!isSettings(json)) {
    throw new TypeError("the column holds no app settings");
  }
  const known = completed.get(json);
  if (known !== undefined) {
    return known;
  }
  const settings = { ...initialSections, notifications: createNotificationSettings(json.fields), ...json };
  completed.set(json, settings);
  return settings;
}

/** One object for one stored text: what is worked out from settings is kept by their identity. */
const completed = new WeakMap<StoredSettings, AppSettings>();

const initialSections: LaterSections = {
  reports: [],
  actions: [],
  adminNotes: { content: "", includeInTemplateAndDuplicates: true },
};

/** Only this file writes the column, from `DeployState`. */
function isDeploy(json: unknown): json is DeployState {
  return typeof json === "object" && json !== null && "status" in json && "apps" in json;
}

function toDeploy(json: unknown): DeployState | null {
  return isDeploy(json) ? json : null;
}
