import type { Database } from '../database.ts'

/**
 * Templates, zero-touch rules and loaded data models; snapshots learn what they were taken for. That column stands before
 * the wide one, so the table is built anew.
 */
export function addParameters(db: Database): void {
  db.exec(`
    CREATE TABLE templates (
      id TEXT PRIMARY KEY,
      changed_at TEXT NOT NULL,
      document ANY NOT NULL
    ) STRICT;

    CREATE TABLE zero_touch_rules (
      id TEXT PRIMARY KEY,
      changed_at TEXT NOT NULL,
      document ANY NOT NULL
    ) STRICT;

    CREATE TABLE data_models (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      file_name TEXT NOT NULL,
      added_at TEXT NOT NULL,
      object_count INTEGER NOT NULL,
      parameter_count INTEGER NOT NULL,
      document ANY NOT NULL
    ) STRICT;

    ALTER TABLE snapshots RENAME TO old_snapshots;
    DROP INDEX snapshots_by_time;
    DROP INDEX snapshots_by_device;
    CREATE TABLE snapshots (
      id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      job_id TEXT,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      value_count INTEGER NOT NULL,
      parameters ANY NOT NULL
    ) STRICT;
    INSERT INTO snapshots
      SELECT id, device_id, job_id, 'read', name, taken_at, value_count, parameters FROM old_snapshots ORDER BY rowid;
    DROP TABLE old_snapshots;
    CREATE INDEX snapshots_by_time ON snapshots (taken_at);
    CREATE INDEX snapshots_by_device ON snapshots (device_id, taken_at);
  `)
}
