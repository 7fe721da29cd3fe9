import { type FirmwareBatch, FirmwareInput } from '#shared/model/firmware-push.ts'
import type { Database } from './database.ts'
import { createTable, json, plain } from './table.ts'

/** Where batches are kept. */
export interface BatchStore {
  /** Latest first. */
  list(limit: number): FirmwareBatch[]
  get(id: string): FirmwareBatch | null
  add(batch: FirmwareBatch): void
  setRounds(id: string, rounds: string[][]): void
}

export function createBatchStore(db: Database): BatchStore {
  const table = createTable<FirmwareBatch>(db, 'firmware_batches', {
    id: plain(),
    firmwareId: plain(),
    fileName: plain(),
    input: json(FirmwareInput.parse({ firmwareId: '-' })),
    stopAfterFailures: plain(),
    rounds: json<string[][]>([]),
    createdAt: plain(),
  })
  return {
    list: (limit) => table.select('ORDER BY created_at DESC, rowid DESC LIMIT ?', limit),
    get: (id) => table.get(id),
    add: (batch) => table.insert(batch),
    setRounds: (id, rounds) => void table.update(id, { rounds }),
  }
}
