import type { Database } from './database.ts'
import { sqlOf } from './sql.ts'
import { wrapping } from './sqlite-error.ts'

/** How much of the trace is kept: the messages of so many sessions, so many bytes, whichever is reached first. */
export interface TraceLimits {
  keepSessions: number
  keepBytes: number
}

/** Bounds of one call, so that it holds up the app for some ten milliseconds at most. */
const maxSessionsPerCall = 100
const maxPagesPerCall = 1000

interface SessionSize {
  id: string
  bytes: number
  isOpen: number
}

/** Removes the messages of the oldest closed sessions above the limits, a bounded part of them; gives their number. */
export function pruneTrace(db: Database, limits: TraceLimits): number {
  const sql = sqlOf(db)
  const newestFirst = sql.all<SessionSize>(
    `SELECT session_id AS id, sum(stored_bytes) AS bytes,
            EXISTS (SELECT 1 FROM sessions WHERE sessions.id = session_id AND outcome = 'open') AS isOpen
     FROM messages GROUP BY session_id ORDER BY max(messages.id) DESC`,
  )
  const doomed = sessionsAbove(newestFirst, limits).slice(-maxSessionsPerCall)
  const removed = sql.transaction(() => {
    let count = 0
    for (const id of doomed) count += sql.run('DELETE FROM messages WHERE session_id = ?', id)
    return count
  })
  // exec and not run: the pragma frees one page per step, and run takes a single one.
  wrapping(db.name, () => db.exec(`PRAGMA incremental_vacuum(${maxPagesPerCall})`))
  return removed
}

/** Closed sessions beyond the limits, newest first; open ones count but stay. */
function sessionsAbove(newestFirst: SessionSize[], { keepSessions, keepBytes }: TraceLimits): string[] {
  let bytes = 0
  let count = 0
  const above: string[] = []
  for (const session of newestFirst) {
    bytes += session.bytes
    count += 1
    if (session.isOpen === 0 && (count > keepSessions || bytes > keepBytes)) above.push(session.id)
  }
  return above
}
