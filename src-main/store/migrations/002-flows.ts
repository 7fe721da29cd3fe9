import type { Database } from '../database.ts'

/** What boxes said while jobs wait, quirks of models, credentials, and the methods that each box offers. */
export function addFlows(db: Database): void {
  db.exec(`
    CREATE TABLE arrivals (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      device_id TEXT NOT NULL,
      at TEXT NOT NULL,
      session_id TEXT NOT NULL,
      message ANY NOT NULL
    ) STRICT;
    CREATE INDEX arrivals_by_device ON arrivals (device_id, seq);

    CREATE TABLE quirks (
      model TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      source TEXT NOT NULL,
      since TEXT NOT NULL,
      session_id TEXT,
      software_version TEXT NOT NULL,
      PRIMARY KEY (model, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE credentials (
      id TEXT PRIMARY KEY,
      scope TEXT NOT NULL,
      direction TEXT NOT NULL,
      username TEXT NOT NULL,
      source TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;

    ALTER TABLE devices ADD COLUMN methods TEXT;
  `)
}
