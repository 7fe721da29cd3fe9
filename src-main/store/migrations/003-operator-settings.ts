import type { Database } from '../database.ts'

/** What stood in boxes before they were changed for this laptop. */
export function addOperatorSettings(db: Database): void {
  db.exec(`
    CREATE TABLE operator_settings (
      id TEXT PRIMARY KEY,
      device_id TEXT,
      serial_number TEXT NOT NULL,
      source TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      handed_over_at TEXT,
      kept TEXT NOT NULL
    ) STRICT;
  `)
}
