import type { Snapshot, SnapshotDetail, SnapshotQuery } from '#shared/model/snapshot.ts'
import type { Database } from './database.ts'
import { noSealing, type Sealing } from './sealing.ts'
import { compare, oneOf, sqlOf, where } from './sql.ts'
import { type Columns, createTable, packedJson, plain } from './table.ts'

/** Kept sets of parameter values. */
export interface SnapshotStore {
  insert(detail: SnapshotDetail): void
  list(query?: SnapshotQuery): Snapshot[]
  get(id: string): SnapshotDetail | null
  /** Does nothing where there is no such snapshot. */
  rename(id: string, name: string): void
  remove(id: string): void
}

const columns: Columns<Snapshot> = {
  id: plain(),
  deviceId: plain(),
  jobId: plain(),
  kind: plain(),
  name: plain(),
  takenAt: plain(),
  valueCount: plain(),
  configFileId: plain(),
}

/** Snapshots in the table `snapshots`, the values of each as one compressed document. */
export function createSnapshotStore(db: Database, sealing: Sealing = noSealing): SnapshotStore {
  const sql = sqlOf(db)
  const parametersColumn = packedJson<Pick<SnapshotDetail, 'values' | 'failed' | 'writable'>>(
    { values: [], failed: [] },
    sealing,
  )
  const snapshots = createTable(db, 'snapshots', columns)
  return {
    insert({ values, failed, writable, ...snapshot }) {
      snapshots.insert(snapshot, {
        parameters: parametersColumn.encode({ values, failed, ...(writable ? { writable } : {}) }),
      })
    },
    list({ deviceId, kinds, limit = 200 } = {}) {
      const { text, params } = where([compare('device_id', '=', deviceId), oneOf('kind', kinds)])
      return snapshots.select(`${text} ORDER BY taken_at DESC, rowid DESC LIMIT ?`, ...params, limit)
    },
    get(id) {
      const snapshot = snapshots.get(id)
      if (snapshot === null) return null
      const row = sql.get('SELECT parameters FROM snapshots WHERE id = ?', id)
      return { ...snapshot, ...parametersColumn.decode(row?.parameters ?? null) }
    },
    rename: (id, name) => void snapshots.update(id, { name }),
    remove: (id) => void snapshots.remove(id),
  }
}
