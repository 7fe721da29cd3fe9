import { emptyMetadata, type Firmware, type FirmwareMetadata } from '#shared/model/firmware.ts'
import type { Database } from './database.ts'
import { createTable, json, plain } from './table.ts'

/** Where the library remembers its files. */
export interface FirmwareStore {
  /** Latest first. */
  list(): Firmware[]
  get(id: string): Firmware | null
  add(firmware: Firmware): void
  setMetadata(id: string, metadata: FirmwareMetadata): void
  remove(id: string): void
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
