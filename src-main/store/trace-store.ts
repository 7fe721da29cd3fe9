import type { TraceMessage, Warning } from '#shared/model/session.ts'
import { type Log, silentLog } from '../log/log.ts'
import { packText } from '../util/pack.ts'
import type { Database } from './database.ts'
import { sqlOf } from './sql.ts'
import { type Columns, createTable, flag, json, packedText, plain } from './table.ts'
import { pruneTrace, type TraceLimits } from './trace-prune.ts'

/** The HTTP messages of the sessions, bodies compressed. Secrets must be masked before they come here. */
export interface TraceStore {
  /** Takes a message and gives it its id at once; it is written with others a moment later. Never throws. */
  add(message: Omit<TraceMessage, 'id'>): TraceMessage
  /** In the order in which they came; bodies cut to `bodyLimit` characters (64 Ki where not given). */
  list(sessionId: string, options?: { bodyLimit?: number | undefined }): TraceMessage[]
  /** With the whole body. */
  get(id: number): TraceMessage | null
  /**
   * Removes the messages of the oldest closed sessions above the limits and gives the number of messages removed. Does
   * a bounded part of the work, so as not to hold up the app: call again while `removed` is not 0. Never throws.
   */
  prune(limits: TraceLimits): { removed: number }
  /** Stored size of all messages in bytes. */
  sizeBytes(): number
  /** Writes what is waiting. Throws DISK_FULL and the like; the messages then stay for the next try. */
  flush(): void
  /** Writes what is waiting, for the last time: later messages are not kept. Never throws. */
  close(): void
}

const columns: Columns<TraceMessage> = {
  id: plain(),
  sessionId: plain(),
  at: plain(),
  direction: plain(),
  method: plain(),
  cwmpId: plain(),
  summary: json<TraceMessage['summary']>({}),
  httpStatus: plain(),
  headers: json<TraceMessage['headers']>([]),
  sizeBytes: plain(),
  body: packedText,
  bodyTruncated: flag,
  fault: json<TraceMessage['fault']>(null),
  warnings: json<Warning[]>([]),
}

const flushDelayMs = 20
const retryDelayMs = 2000
const flushCount = 200
/** Messages kept waiting while the disk takes none; older ones are then dropped. */
const maxWaiting = 1000

/** What a message weighs beside its body, for the limits. */
const rowOverheadBytes = 300

/** The trace in the table `messages`, written behind. */
export function createTraceStore(db: Database, log: Log = silentLog): TraceStore {
  const sql = sqlOf(db)
  const messages = createTable(db, 'messages', columns)
  let waiting: TraceMessage[] = []
  let timer: NodeJS.Timeout | null = null
  let failing = false
  let closed = false
  let nextId = 1 + (sql.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'messages'")?.seq ?? 0)

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const batch = waiting
    sql.transaction(() => {
      for (const message of batch) {
        const body = packText(message.body)
        const storedBytes = rowOverheadBytes + Buffer.byteLength(body)
        messages.insert({ ...message, body: '' }, { stored_bytes: storedBytes, body })
      }
    })
    waiting = []
    failing = false
  }

  function tryFlush(): void {
    try {
      flush()
    } catch (error) {
      if (!failing) log.error('the trace cannot be written', { error })
      failing = true
      if (waiting.length > maxWaiting) {
        const dropped = waiting.splice(0, waiting.length - maxWaiting).length
        log.warn('messages of the trace were lost', { dropped })
      }
      flushIn(retryDelayMs)
    }
  }

  function flushIn(delayMs: number): void {
    // A retry after the end would keep the process alive.
    if (!closed) timer ??= setTimeout(tryFlush, delayMs)
  }

  return {
    add(message) {
      const added = { ...message, id: nextId++ }
      if (closed) return added
      waiting.push(added)
      if (waiting.length >= flushCount && !failing) tryFlush()
      else flushIn(failing ? retryDelayMs : flushDelayMs)
      return added
    },
    list(sessionId, { bodyLimit = 64 * 1024 } = {}) {
      const stored = messages.select('WHERE session_id = ? ORDER BY id', sessionId)
      const fresh = waiting.filter((message) => message.sessionId === sessionId)
      return [...stored, ...fresh].map((message) => cutBody(message, bodyLimit))
    },
    get: (id) => waiting.find((message) => message.id === id) ?? messages.select('WHERE id = ?', id)[0] ?? null,
    prune(limits) {
      tryFlush()
      try {
        return { removed: pruneTrace(db, limits) }
      } catch (error) {
        log.error('the trace cannot be pruned', { error })
        return { removed: 0 }
      }
    },
    sizeBytes() {
      tryFlush()
      return sql.get<{ bytes: number }>('SELECT total(stored_bytes) AS bytes FROM messages')?.bytes ?? 0
    },
    flush,
    close() {
      closed = true
      tryFlush()
    },
  }
}

function cutBody(message: TraceMessage, limit: number): TraceMessage {
  if (message.body.length <= limit) return message
  return { ...message, body: message.body.slice(0, limit).replace(/[\ud800-\udbff]$/, ''), bodyTruncated: true }
}
