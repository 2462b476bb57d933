import { isPluginManifest, toPath, type PluginManifest } from "../plugin/plugin-manifest.ts";
import type { VerifiedPlugin } from "../plugin/verify-plugin.ts";
import { nextNumber } from "./counter.ts";
import type { Database, Row } from "./database.ts";
import { readBytes, readInteger, readJson, readText } from "./row.ts";

export type StoredPlugin = {
  readonly id: string;
  /** Grows with each installation and update; plugins are listed and loaded newest first. */
  readonly seq: number;
  readonly version: string;
  readonly manifest: PluginManifest;
};

export type PluginStore = {
  readonly find: (id: string) => StoredPlugin | null;
  /** Installed plugins, the one installed or updated last first (fact sheet §9.5). */
  readonly list: () => readonly StoredPlugin[];
  /** Installs a verified package, or puts it in the place of the version that is there. */
  readonly install: (plugin: VerifiedPlugin) => StoredPlugin;
  /** Takes a plugin out; apps keep it in their lists and `findRemoved` still knows its name. */
  readonly remove: (id: string) => void;
  readonly findRemoved: (id: string) => StoredPlugin | null;
  /** The bytes of a file by its path as the manifest writes it. */
  readonly readFile: (id: string, path: string) => Uint8Array | null;
};

/** A removed plugin keeps its row, for its name, under this number. */
const removedSeq = 0;

/** Installed plugins and their files. */
export function createPluginStore(db: Database): PluginStore {
  const findRow = (id: string, condition: string): StoredPlugin | null => {
    const row = db.get(`SELECT * FROM plugins WHERE id = ? AND ${condition}`, id);
    return row && toPlugin(row);
  };
  return {
    find: (id) => findRow(id, `seq > ${removedSeq}`),
    findRemoved: (id) => findRow(id, `seq = ${removedSeq}`),
    list: () => db.all(`SELECT * FROM plugins WHERE seq > ${removedSeq} ORDER BY seq DESC`).map(toPlugin),
    install: ({ id, version, manifest, files }) => {
      const row = db.get(
        `INSERT INTO plugins (id, seq, version, manifest) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, version = excluded.version, manifest = excluded.manifest
         RETURNING *`,
        id,
        nextNumber(db, "plugin"),
        version,
        JSON.stringify(manifest),
      );
      if (row === null) {
        throw new Error("the plugin was not stored");
      }
      db.run("DELETE FROM plugin_files WHERE plugin_id = ?", id);
      for (const [path, bytes] of files) {
        db.run("INSERT INTO plugin_files (plugin_id, path, bytes) VALUES (?, ?, ?)", id, path, bytes);
      }
      return toPlugin(row);
    },
    remove: (id) => {
      db.run("UPDATE plugins SET seq = ? WHERE id = ?", removedSeq, id);
      db.run("DELETE FROM plugin_files WHERE plugin_id = ?", id);
    },
    readFile: (id, path) => {
      const row = db.get("SELECT bytes FROM plugin_files WHERE plugin_id = ? AND path = ?", id, toPath(path));
      return row && readBytes(row, "bytes");
    },
  };
}

function toPlugin(row: Row): StoredPlugin {
  const manifest = readJson(row, "manifest");
  if (!isPluginManifest(manifest)) {
    throw new TypeError("column manifest holds no manifest");
  }
  return { id: readText(row, "id"), seq: readInteger(row, "seq"), version: readText(row, "version"), manifest };
}
