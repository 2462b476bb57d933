/**
 * The whole data file. `STRICT` makes SQLite refuse a value of another type; times are ISO 8601 UTC texts.
 * Added to, never edited: an existing data file runs through the same list at each start.
 */
export const schemaStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    valid INTEGER NOT NULL,
    profile TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS groups (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS organizations (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    parent_code TEXT
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS memberships (
    kind TEXT NOT NULL CHECK (kind IN ('group', 'organization')),
    code TEXT NOT NULL,
    user_code TEXT NOT NULL REFERENCES users (code),
    position INTEGER NOT NULL,
    PRIMARY KEY (kind, user_code, code)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS sessions (
    token_hash TEXT PRIMARY KEY,
    user_code TEXT NOT NULL REFERENCES users (code),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS apps (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    live TEXT,
    preview TEXT NOT NULL,
    deploy TEXT,
    next_field_id INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    creator TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    modifier TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS records (
    app_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    json TEXT NOT NULL,
    created_at TEXT NOT NULL,
    creator TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    modifier TEXT NOT NULL,
    status TEXT,
    assignees TEXT NOT NULL,
    PRIMARY KEY (app_id, id)
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS unique_values (
    app_id INTEGER NOT NULL,
    field_id INTEGER NOT NULL,
    value TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    PRIMARY KEY (app_id, field_id, value)
  ) STRICT, WITHOUT ROWID`,
  // Each write of a record clears its values first; without this it reads all values of the app to find them.
  "CREATE INDEX IF NOT EXISTS unique_values_of_record ON unique_values (app_id, record_id)",
  // The fields whose values `unique_values` holds: a field that becomes unique later is read in at the next write.
  `CREATE TABLE IF NOT EXISTS unique_fields (
    app_id INTEGER NOT NULL,
    field_id INTEGER NOT NULL,
    PRIMARY KEY (app_id, field_id)
  ) STRICT, WITHOUT ROWID`,
  // kintone's two kinds of file key: `upload_key` attaches once, `download_key` exists only after that (fact sheet §5.6).
  `CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY,
    upload_key TEXT NOT NULL UNIQUE,
    download_key TEXT UNIQUE,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    uploader TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS file_bytes (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
  ) STRICT`,
  // `seq` grows with each installation: plugins are listed and loaded newest first.
  `CREATE TABLE IF NOT EXISTS plugins (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    version TEXT NOT NULL,
    manifest TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS plugin_files (
    plugin_id TEXT NOT NULL REFERENCES plugins (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (plugin_id, path)
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS counters (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS comments (
    app_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    text TEXT NOT NULL,
    mentions TEXT NOT NULL,
    creator TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (app_id, record_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_code TEXT NOT NULL,
    app_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    comment_id INTEGER,
    actor TEXT,
    created_at TEXT NOT NULL,
    is_read INTEGER NOT NULL
  ) STRICT`,
  "CREATE INDEX IF NOT EXISTS inbox_of_user ON inbox (user_code, is_read, id)",
  "CREATE INDEX IF NOT EXISTS inbox_of_record ON inbox (app_id, record_id)",
  `CREATE TABLE IF NOT EXISTS reminders_sent (
    app_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    reminder TEXT NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (app_id, record_id, reminder, due)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS spaces (
    id INTEGER PRIMARY KEY,
    json TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS threads (
    id INTEGER PRIMARY KEY,
    space_id INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS thread_comments (
    id INTEGER PRIMARY KEY,
    thread_id INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT`,
  // The revision whose settings are live; a row is written by each deploy.
  `CREATE TABLE IF NOT EXISTS app_live_revisions (
    app_id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS api_tokens (
    app_id INTEGER NOT NULL,
    copy TEXT NOT NULL CHECK (copy IN ('live', 'preview')),
    token TEXT NOT NULL,
    note TEXT NOT NULL,
    rights TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (token, copy)
  ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX IF NOT EXISTS api_tokens_of_app ON api_tokens (app_id, copy, position)",
  `CREATE TABLE IF NOT EXISTS app_places (
    app_id INTEGER PRIMARY KEY,
    space_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL
  ) STRICT`,
  // One row: JavaScript and CSS of the whole domain.
  `CREATE TABLE IF NOT EXISTS domain_customize (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
  ) STRICT`,
  // What each write changed; the first version of a record is its creation and has no row.
  `CREATE TABLE IF NOT EXISTS record_history (
    app_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    user_code TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (app_id, record_id, revision)
  ) STRICT, WITHOUT ROWID`,
];
