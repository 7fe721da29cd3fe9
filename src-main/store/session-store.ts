import type { Session, SessionOutcome, Warning } from '#shared/model/session.ts'
import { type Log, silentLog } from '../log/log.ts'
import type { Database } from './database.ts'
import { pruneSessions } from './session-prune.ts'
import { compare, sqlOf, where } from './sql.ts'
import { type Columns, createTable, json, plain } from './table.ts'

/** The CWMP sessions. */
export interface SessionStore {
  insert(session: Session): void
  update(id: string, patch: Partial<Session>): void
  get(id: string): Session | null
  /** Newest first; 200 where no limit is given. */
  list(filter?: { deviceId?: string | undefined; limit?: number | undefined }): Session[]
  /**
   * Ends the sessions that a crash left open, at the time of their last message; gives their number. For the start,
   * before any box is served.
   */
  closeOpen(outcome: SessionOutcome, reason: string): number
  /**
   * Removes a bounded part of the sessions above the newest `keep` that neither messages nor jobs nor quirks tell of; the
   * next call goes on where this one ended. Gives the number removed. Never throws.
   */
  prune(keep: number): number
}

const columns: Columns<Session> = {
  id: plain(),
  deviceId: plain(),
  address: plain(),
  startedAt: plain(),
  endedAt: plain(),
  outcome: plain(),
  reason: plain(),
  events: json<string[]>([]),
  cwmpVersion: plain(),
  messageCount: plain(),
  warnings: json<Warning[]>([]),
}

/** Sessions in the table `sessions`. */
export function createSessionStore(db: Database, log: Log = silentLog): SessionStore {
  const sql = sqlOf(db)
  const sessions = createTable(db, 'sessions', columns)
  let prunedTo = 0
  return {
    insert: (session) => sessions.insert(session),
    update: (id, patch) => void sessions.update(id, patch),
    get: (id) => sessions.get(id),
    list({ deviceId, limit = 200 } = {}) {
      const { text, params } = where([compare('device_id', '=', deviceId)])
      return sessions.select(`${text} ORDER BY started_at DESC, rowid DESC LIMIT ?`, ...params, limit)
    },
    closeOpen: (outcome, reason) =>
      sql.run(
        `UPDATE sessions SET outcome = ?, reason = ?, ended_at = coalesce(
           (SELECT at FROM messages WHERE session_id = sessions.id ORDER BY messages.id DESC LIMIT 1), started_at)
         WHERE outcome = 'open'`,
        outcome,
        reason,
      ),
    prune(keep) {
      try {
        const { removed, next } = pruneSessions(db, keep, prunedTo)
        prunedTo = next
        return removed
      } catch (error) {
        log.error('sessions cannot be pruned', { error })
        return 0
      }
    },
  }
}
