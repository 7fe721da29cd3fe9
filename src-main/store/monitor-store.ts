import { Monitor } from '#shared/model/monitor.ts'
import type { Database } from './database.ts'
import { compare, sqlOf, where } from './sql.ts'

export interface Point {
  name: string
  /** Milliseconds since the epoch. */
  at: number
  value: number
}

/** What is monitored, and the samples of each box. */
export interface MonitorStore {
  list(): Monitor[]
  set(monitor: Monitor): void
  remove(deviceId: string): void
  addPoints(deviceId: string, points: readonly Point[]): void
  names(deviceId: string): string[]
  /** Rising in time; of one name, or of all. */
  points(
    deviceId: string,
    query: { name?: string | undefined; from?: number | undefined; to?: number | undefined },
  ): Point[]
  /** All points of a box in order of time, a part at a time. */
  eachPoint(deviceId: string): Iterable<Point>
  clearPoints(deviceId: string): void
  /** Leaves about so many of the newest points of a box. */
  prunePoints(deviceId: string, keep: number): void
}

const pageSize = 5000

/** Monitors in the table `monitors`, samples in `monitor_points`. */
export function createMonitorStore(db: Database): MonitorStore {
  const sql = sqlOf(db)
  return {
    list() {
      const rows = sql.all<{ monitor: string }>('SELECT monitor FROM monitors ORDER BY device_id')
      return rows.flatMap((row) => {
        const monitor = Monitor.safeParse(JSON.parse(row.monitor))
        return monitor.success ? [monitor.data] : []
      })
    },
    set: (monitor) =>
      void sql.run('INSERT OR REPLACE INTO monitors VALUES (?, ?)', monitor.deviceId, JSON.stringify(monitor)),
    remove: (deviceId) => void sql.run('DELETE FROM monitors WHERE device_id = ?', deviceId),
    addPoints(deviceId, points) {
      sql.transaction(() => {
        for (const { name, at, value } of points)
          sql.run('INSERT OR REPLACE INTO monitor_points VALUES (?, ?, ?, ?)', deviceId, name, at, value)
      })
    },
    names: (deviceId) =>
      sql
        .all<{ name: string }>('SELECT DISTINCT name FROM monitor_points WHERE device_id = ? ORDER BY name', deviceId)
        .map(({ name }) => name),
    points(deviceId, { name, from, to }) {
      const { text, params } = where([
        compare('device_id', '=', deviceId),
        compare('name', '=', name),
        compare('at', '>=', from),
        compare('at', '<=', to),
      ])
      return sql.all<Point>(`SELECT name, at, value FROM monitor_points ${text} ORDER BY at`, ...params)
    },
    *eachPoint(deviceId) {
      let after = { at: Number.MIN_SAFE_INTEGER, name: '' }
      for (;;) {
        const page = sql.all<Point>(
          `SELECT name, at, value FROM monitor_points WHERE device_id = ? AND (at, name) > (?, ?)
           ORDER BY at, name LIMIT ?`,
          deviceId,
          after.at,
          after.name,
          pageSize,
        )
        yield* page
        const last = page.at(-1)
        if (!last || page.length < pageSize) return
        after = last
      }
    },
    clearPoints: (deviceId) => void sql.run('DELETE FROM monitor_points WHERE device_id = ?', deviceId),
    prunePoints: (deviceId, keep) =>
      void sql.run(
        `DELETE FROM monitor_points WHERE device_id = ? AND at <= (
           SELECT at FROM monitor_points WHERE device_id = ? ORDER BY at DESC LIMIT 1 OFFSET ?)`,
        deviceId,
        deviceId,
        keep,
      ),
  }
}
