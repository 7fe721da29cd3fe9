import type { Arrival, ArrivalRecords } from '../jobs/arrivals.ts'
import type { Database } from './database.ts'
import { noSealing, type Sealing } from './sealing.ts'
import { type SqlValue, sqlOf } from './sql.ts'
import { packedJson } from './table.ts'

interface StoredArrival {
  seq: number
  at: string
  sessionId: string
  message: SqlValue
}

/** What boxes said while their jobs wait, in the table `arrivals`. */
export function createArrivalStore(db: Database, sealing: Sealing = noSealing): ArrivalRecords {
  const messageColumn = packedJson<Arrival['message'] | null>(null, sealing)
  const sql = sqlOf(db)
  const lastSeq = () => sql.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'arrivals'")?.seq ?? 0
  return {
    lastSeq,
    add(deviceId, { at, sessionId, message }) {
      const insert = () =>
        sql.run(
          'INSERT INTO arrivals (device_id, at, session_id, message) VALUES (?, ?, ?, ?)',
          deviceId,
          at,
          sessionId,
          messageColumn.encode(message),
        )
      if (message.name === 'Inform') insert()
      else sql.durably(insert)
      return lastSeq()
    },
    after(deviceId, seq) {
      const rows = sql.all<StoredArrival>(
        'SELECT seq, at, session_id AS sessionId, message FROM arrivals WHERE device_id = ? AND seq > ? ORDER BY seq',
        deviceId,
        seq,
      )
      return rows.flatMap((row) => {
        const message = messageColumn.decode(row.message)
        return message === null ? [] : [{ ...row, message }]
      })
    },
    removeOf: (deviceId) => void sql.run('DELETE FROM arrivals WHERE device_id = ?', deviceId),
  }
}
