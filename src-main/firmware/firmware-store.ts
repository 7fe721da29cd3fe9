import { emptyMetadata, type Firmware, type FirmwareMetadata } from '#shared/model/firmware.ts'
import type { Database } from '../store/database.ts'
import type { Migration } from '../store/migrations/all.ts'
import { createTable, json, plain } from '../store/table.ts'

/** Where the library remembers its files. */
export interface FirmwareStore {
  /** Latest first. */
  list(): Firmware[]
  get(id: string): Firmware | null
  add(firmware: Firmware): void
  setMetadata(id: string, metadata: FirmwareMetadata): void
  remove(id: string): void
}

/** Adds the table, where it is not there yet. */
export const firmwareMigration: Migration = (db) => {
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
  `)
}

export function createFirmwareStore(db: Database): FirmwareStore {
  const table = createTable<Firmware>(db, 'firmware', {
    id: plain(),
    fileName: plain(),
    sizeBytes: plain(),
    sha256: plain(),
    format: plain(),
    details: json({}),
    metadata: json(emptyMetadata),
    addedAt: plain(),
  })
  return {
    list: () => table.select('ORDER BY added_at DESC, id'),
    get: (id) => table.get(id),
    add: (firmware) => table.insert(firmware),
    setMetadata: (id, metadata) => void table.update(id, { metadata }),
    remove: (id) => void table.remove(id),
  }
}
