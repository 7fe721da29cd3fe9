import { Quirk } from '#shared/model/quirk.ts'
import type { Database } from './database.ts'
import { sqlOf } from './sql.ts'

/** What is kept of how models behave. */
export interface QuirkStore {
  list(): Quirk[]
  set(quirk: Quirk): void
  remove(model: string, name: string): void
}

/** Quirks in the table `quirks`; one that this version does not know is passed over. */
export function createQuirkStore(db: Database): QuirkStore {
  const sql = sqlOf(db)
  return {
    list() {
      const rows = sql.all<Record<string, string | null>>(
        `SELECT model, name, value, source, since, session_id AS sessionId, software_version AS softwareVersion
         FROM quirks ORDER BY model, name`,
      )
      return rows.flatMap((row) => {
        const quirk = Quirk.safeParse({ ...row, value: JSON.parse(row.value ?? 'null') })
        return quirk.success ? [quirk.data] : []
      })
    },
    set({ model, name, value, source, since, sessionId, softwareVersion }) {
      sql.run(
        'INSERT OR REPLACE INTO quirks VALUES (?, ?, ?, ?, ?, ?, ?)',
        model,
        name,
        JSON.stringify(value),
        source,
        since,
        sessionId,
        softwareVersion,
      )
    },
    remove: (model, name) => void sql.run('DELETE FROM quirks WHERE model = ? AND name = ?', model, name),
  }
}
