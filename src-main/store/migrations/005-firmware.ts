import type { Database } from '../database.ts'

/** The library of files, and the batches in which they went to boxes. */
export function addFirmware(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS firmware (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      format TEXT NOT NULL,
      details TEXT NOT NULL,
      metadata TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS firmware_by_time ON firmware (added_at);
    CREATE TABLE IF NOT EXISTS firmware_batches (
      id TEXT PRIMARY KEY,
      firmware_id TEXT NOT NULL,
      file_name TEXT NOT NULL,
      input TEXT NOT NULL,
      stop_after_failures INTEGER NOT NULL,
      rounds TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS firmware_batches_by_time ON firmware_batches (created_at);
  `)
}
