import type { Alarm } from '#shared/model/alarm.ts'
import type { Database } from './database.ts'
import { compare, sqlOf, where } from './sql.ts'
import { type Columns, createTable, plain } from './table.ts'

/** Alarms of boxes; the oldest cleared ones of a box make room. */
export interface AlarmStore {
  get(id: string): Alarm | null
  /** Newest first. */
  list(query: { deviceId?: string | undefined; activeOnly: boolean; limit: number }): Alarm[]
  /** Those that stand, and the last of each of these keys. */
  known(deviceId: string, keys: readonly string[]): Alarm[]
  put(alarms: readonly Alarm[]): void
}

const columns: Columns<Alarm> = {
  id: plain(),
  deviceId: plain(),
  key: plain(),
  raisedAt: plain(),
  changedAt: plain(),
  clearedAt: plain(),
  dismissedAt: plain(),
  severity: plain(),
  type: plain(),
  probableCause: plain(),
  specificProblem: plain(),
  parameter: plain(),
  source: plain(),
  text: plain(),
  boxTime: plain(),
}

/** A box whose alarm flaps all day must not fill the disk. */
const maxClearedPerDevice = 5000

/** Alarms in the table `alarms`. */
export function createAlarmStore(db: Database): AlarmStore {
  const sql = sqlOf(db)
  const alarms = createTable(db, 'alarms', columns)
  return {
    get: (id) => alarms.get(id),
    list({ deviceId, activeOnly, limit }) {
      const { text, params } = where([
        compare('device_id', '=', deviceId),
        activeOnly ? { text: 'cleared_at IS NULL AND dismissed_at IS NULL', params: [] } : null,
      ])
      return alarms.select(`${text} ORDER BY raised_at DESC, rowid DESC LIMIT ?`, ...params, limit)
    },
    known(deviceId, keys) {
      const standing = alarms.select('WHERE device_id = ? AND cleared_at IS NULL', deviceId)
      const named = new Set(standing.map(({ key }) => key))
      const others = [...new Set(keys)].filter((key) => !named.has(key))
      const last = 'WHERE device_id = ? AND key = ? ORDER BY raised_at DESC, rowid DESC LIMIT 1'
      return [...standing, ...others.flatMap((key) => alarms.select(last, deviceId, key))]
    },
    put(changed) {
      sql.transaction(() => {
        for (const alarm of changed) alarms.upsert(alarm)
        for (const deviceId of new Set(changed.map((alarm) => alarm.deviceId))) {
          sql.run(
            `DELETE FROM alarms WHERE device_id = ? AND cleared_at IS NOT NULL AND rowid <= (
               SELECT rowid FROM alarms WHERE device_id = ? AND cleared_at IS NOT NULL
               ORDER BY rowid DESC LIMIT 1 OFFSET ?)`,
            deviceId,
            deviceId,
            maxClearedPerDevice,
          )
        }
      })
    },
  }
}
