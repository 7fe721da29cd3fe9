import { AppError } from '#shared/errors.ts'
import type { HistoryEntry, HistoryQuery } from '#shared/model/history.ts'
import type { Database } from './database.ts'
import { type Condition, compare, containing, oneOf, type SqlValue, sqlOf, where } from './sql.ts'
import { json } from './table.ts'

/** Where each kind of entry comes from: its columns, and those in which a word is looked for. */
const sources = {
  job: {
    table: 'jobs',
    at: 'created_at',
    select: 'kind AS title, state, ended_at AS endedAt',
    searched: ['kind', 'error_code', 'paths', 'device_id'],
  },
  snapshot: {
    table: 'snapshots',
    at: 'taken_at',
    select: "name AS title, '' AS state, NULL AS endedAt",
    searched: ['name', 'device_id'],
  },
  session: {
    table: 'sessions',
    at: 'started_at',
    select: 'events AS title, outcome AS state, ended_at AS endedAt',
    searched: ['events', 'address', 'outcome', 'reason', 'device_id'],
  },
} as const

type EntryType = keyof typeof sources

const searchedOfDevice = [
  'id',
  'manufacturer',
  'product_class',
  'serial_number',
  'model_name',
  'software_version',
  'address',
  'note',
]

interface FoundRow {
  type: EntryType
  id: string
  deviceId: string | null
  at: string
  title: string
  state: string
  endedAt: string | null
  deviceLabel: string | null
}

/**
 * Finds jobs, snapshots and sessions, newest first. Every word of `text` must be found, in the entry or in its box;
 * `kind` and `state` are of jobs and leave the others out. Throws BAD_REQUEST for a time that is none.
 */
export function searchHistory(db: Database, query: HistoryQuery): HistoryEntry[] {
  const limit = query.limit ?? 200
  const types: EntryType[] =
    query.kind === undefined && query.state === undefined ? ['job', 'snapshot', 'session'] : ['job']
  const found = types.flatMap((type) => findIn(db, type, query, limit))
  // Each source gave its newest; stable, so entries of the same instant keep the order of their source.
  return found
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, limit)
    .map(toEntry)
}

function findIn(db: Database, type: EntryType, query: HistoryQuery, limit: number): FoundRow[] {
  const { table, at, select, searched } = sources[type]
  const { text, params } = where([
    compare('device_id', '=', query.deviceId),
    compare(at, '>=', normalTime(query.from, 'T00:00:00.000Z')),
    compare(at, '<=', normalTime(query.to, 'T23:59:59.999Z')),
    type === 'job' ? compare('kind', '=', query.kind) : null,
    type === 'job' ? compare('state', '=', query.state) : null,
    // What was kept before a change is found with the job that changed it.
    type === 'snapshot' ? oneOf('kind', ['read', 'backup']) : null,
    ...wordsOf(query.text).map((word) => matching(searched, word)),
  ])
  const rows = sqlOf(db).all<FoundRow>(
    `SELECT '${type}' AS type, id, device_id AS deviceId, ${at} AS at, ${select},
            (SELECT trim(coalesce(nullif(model_name, ''), product_class) || ' ' || serial_number)
             FROM devices WHERE devices.id = device_id) AS deviceLabel
     FROM ${table} ${text} ORDER BY ${at} DESC, rowid DESC LIMIT ?`,
    ...params,
    limit,
  )
  return rows
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}

function matching(columns: readonly string[], word: string): Condition {
  const pattern = containing(word)
  const own = columns.map((column) => like(column))
  const ofDevice = `device_id IN (SELECT id FROM devices WHERE ${searchedOfDevice.map(like).join(' OR ')})`
  const params: SqlValue[] = Array.from({ length: columns.length + searchedOfDevice.length }, () => pattern)
  return { text: `(${own.join(' OR ')} OR ${ofDevice})`, params }
}

function like(column: string): string {
  return `${column} LIKE ? ESCAPE '\\'`
}

/** A time as the tables hold it; a bare date means its first or last instant. */
function normalTime(time: string | undefined, ofBareDate: string): string | undefined {
  if (time === undefined) return undefined
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(time) ? time + ofBareDate : time)
  if (Number.isNaN(date.getTime())) throw new AppError('BAD_REQUEST', { time })
  return date.toISOString()
}

const eventsColumn = json<string[]>([])

function toEntry({ endedAt, deviceLabel, ...row }: FoundRow): HistoryEntry {
  return {
    ...row,
    title: row.type === 'session' ? eventsColumn.decode(row.title).join(', ') : row.title,
    deviceLabel: deviceLabel ?? row.deviceId ?? '',
    durationMs: endedAt === null ? null : Math.max(0, Date.parse(endedAt) - Date.parse(row.at)),
  }
}
