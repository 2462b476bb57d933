import Libsql from "libsql";
import { schemaStatements } from "./schema.ts";

type SqlValue = string | number | Uint8Array | null;

/** One row as SQLite gives it; columns are read with `store/row.ts`. */
export type Row = Readonly<Record<string, unknown>>;

/** The one connection to the data file. Statements are prepared once and kept. */
export type Database = {
  readonly run: (sql: string, ...values: readonly SqlValue[]) => { readonly changes: number };
  readonly get: (sql: string, ...values: readonly SqlValue[]) => Row | null;
  readonly all: (sql: string, ...values: readonly SqlValue[]) => readonly Row[];
  readonly exec: (sql: string) => void;
  readonly inTransaction: () => boolean;
  /** False once it was closed: what was put off until later must look before it writes. */
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

/** Opens (and on first use creates) the data file; `:memory:` works for tests. */
export function openDatabase(path: string): Database {
  const connection = new Libsql(path);
  connection.exec("PRAGMA journal_mode = WAL");
  // What was acknowledged must survive a power cut, not only a crash of this process: FULL syncs the log at each commit.
  connection.exec("PRAGMA synchronous = FULL");
  connection.exec("PRAGMA foreign_keys = ON");
  for (const statement of schemaStatements) {
    connection.exec(statement);
  }
  const prepared = new Map<string, ReturnType<typeof connection.prepare>>();
  const prepare = (sql: string): ReturnType<typeof connection.prepare> => {
    const known = prepared.get(sql);
    if (known) {
      return known;
    }
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    // The driver takes a lone object (a Buffer too) for named parameters; an array is always positional.
    run: (sql, ...values) => ({ changes: prepare(sql).run(values).changes }),
    get: (sql, ...values) => toRow(prepare(sql).get(values)),
    all: (sql, ...values) =>
      prepare(sql)
        .all(values)
        .map(toRow)
        .filter((row) => row !== null),
    exec: (sql) => {
      connection.exec(sql);
    },
    inTransaction: () => connection.inTransaction,
    isOpen: () => connection.open,
    close: () => {
      prepared.clear();
      // Brings the log into the file, so that a stopped platform's data is one file to copy.
      connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      connection.close();
    },
  };
}

function toRow(value: unknown): Row | null {
  return isRow(value) ? value : null;
}

/** The driver types rows as unknown; every row it returns is a plain object of columns. */
function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}
