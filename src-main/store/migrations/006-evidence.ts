import type { Migration } from './all.ts'

/** Alarms of boxes, what is monitored, and the samples: `at` is milliseconds since the epoch. */
export const addEvidence: Migration = (db) => {
  db.exec(`
    CREATE TABLE alarms (
      id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      key TEXT NOT NULL,
      raised_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      cleared_at TEXT,
      dismissed_at TEXT,
      severity TEXT NOT NULL,
      type TEXT NOT NULL,
      probable_cause TEXT NOT NULL,
      specific_problem TEXT NOT NULL,
      parameter TEXT NOT NULL,
      source TEXT NOT NULL,
      text TEXT NOT NULL,
      box_time TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alarms_by_device ON alarms (device_id, raised_at);
    CREATE INDEX alarms_by_key ON alarms (device_id, key, raised_at);
    CREATE INDEX alarms_standing ON alarms (device_id) WHERE cleared_at IS NULL;

    CREATE TABLE monitors (device_id TEXT PRIMARY KEY, monitor TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE monitor_points (
      device_id TEXT NOT NULL,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (device_id, name, at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX monitor_points_by_time ON monitor_points (device_id, at);
  `)
}
