import type { Database } from './database.ts'
import { sqlOf } from './sql.ts'

/** Rows that one call looks at, so that it holds up the app for some ten milliseconds at most. */
const rowsPerCall = 300

/**
 * Removes sessions above the newest `keepSessions` that nothing tells of any more: closed, their messages pruned, no job of
 * their box at the time, no quirk learned in them. Looks at a bounded part, from row `after` on; gives the number removed
 * and the row after which to go on, 0 at the end.
 */
export function pruneSessions(db: Database, keepSessions: number, after: number): { removed: number; next: number } {
  const sql = sqlOf(db)
  const oldest = sql.get<{ at: string }>(
    'SELECT started_at AS at FROM sessions ORDER BY started_at DESC LIMIT 1 OFFSET ?',
    keepSessions,
  )
  if (!oldest) return { removed: 0, next: 0 }
  const rows = sql.all<{ row: number }>(
    'SELECT rowid AS row FROM sessions WHERE rowid > ? AND started_at <= ? ORDER BY rowid LIMIT ?',
    after,
    oldest.at,
    rowsPerCall,
  )
  const last = rows.at(-1)?.row ?? 0
  const removed = sql.run(
    `DELETE FROM sessions WHERE rowid > ? AND rowid <= ? AND started_at <= ? AND outcome <> 'open'
       AND NOT EXISTS (SELECT 1 FROM messages WHERE session_id = sessions.id)
       AND NOT EXISTS (SELECT 1 FROM quirks WHERE session_id = sessions.id)
       AND NOT EXISTS (
         SELECT 1 FROM jobs WHERE jobs.device_id = sessions.device_id
           AND jobs.created_at <= coalesce(sessions.ended_at, sessions.started_at)
           AND coalesce(jobs.ended_at, '9') >= sessions.started_at)`,
    after,
    last,
    oldest.at,
  )
  return { removed, next: rows.length < rowsPerCall ? 0 : last }
}
