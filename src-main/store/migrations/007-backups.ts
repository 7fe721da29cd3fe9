import type { Database } from '../database.ts'

/**
 * Backups learn of their configuration file, and what was kept before a change is told from them. The new column stands
 * before the wide one, so the table is built anew.
 */
export function addBackups(db: Database): void {
  db.exec(`
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
      config_file_id TEXT,
      parameters ANY NOT NULL
    ) STRICT;
    INSERT INTO snapshots
      SELECT id, device_id, job_id, kind, name, taken_at, value_count, NULL, parameters FROM old_snapshots ORDER BY rowid;
    DROP TABLE old_snapshots;
    CREATE INDEX snapshots_by_time ON snapshots (taken_at);
    CREATE INDEX snapshots_by_device ON snapshots (device_id, taken_at);
    UPDATE snapshots SET kind = 'before'
      WHERE kind = 'backup' AND job_id IN (SELECT id FROM jobs WHERE kind IN ('provision', 'restore'));
  `)
}
