import type { Migration } from './all.ts'

/** Boxes and models that may be sent their password by Basic. */
export const addBasicConsents: Migration = (db) => {
  db.exec('CREATE TABLE basic_consents (id TEXT PRIMARY KEY, changed_at TEXT NOT NULL, document ANY NOT NULL) STRICT')
}
