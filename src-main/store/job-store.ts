import { AppError, type ErrorData } from '#shared/errors.ts'
import { isFinal, type Job, type JobKind, JobState } from '#shared/model/job.ts'
import type { Database } from './database.ts'
import { noSealing, type Sealing } from './sealing.ts'
import { compare, oneOf, sqlOf, where } from './sql.ts'
import { type Columns, createTable, json, packedJson, plain } from './table.ts'

/** Which jobs to list; newest first, 200 where no limit is given. */
export interface JobFilter {
  deviceId?: string | undefined
  kind?: JobKind | undefined
  states?: readonly JobState[] | undefined
  limit?: number | undefined
}

/**
 * The jobs, and the memo of each: what its workflow must remember over a restart.
 *
 * A job is written before it is acted on, and a laptop's battery goes flat: losing the line "Download was sent" would
 * send it twice. So memos, beginnings and ends are flushed to the disk before they return (`durably`). What only says
 * how far an unfinished job has got is not: it comes many times a second in a batch, and after a power cut the memo decides.
 */
export interface JobStore {
  insert(job: Job, memo?: unknown): void
  /** All of them or none. */
  insertAll(jobs: Job[]): void
  /** Throws JOB_NOT_FOUND. */
  update(id: string, patch: Partial<Job>): void
  get(id: string): Job | null
  list(filter?: JobFilter): Job[]
  /** Jobs that have not ended, oldest first. */
  unfinished(): Job[]
  /** null where none was set. */
  getMemo(id: string): unknown
  /** Throws JOB_NOT_FOUND. */
  setMemo(id: string, memo: unknown): void
}

const columnsOf = (sealing: Sealing): Columns<Job> => ({
  id: plain(),
  kind: plain(),
  deviceId: plain(),
  state: plain(),
  step: plain(),
  progress: plain(),
  input: packedJson<unknown>(null, sealing),
  result: packedJson<unknown>(null, sealing),
  error: json<ErrorData | null>(null),
  createdAt: plain(),
  endedAt: plain(),
  notice: json<ErrorData | null>(null),
  deadlineAt: plain(),
})

const unfinishedStates = JobState.options.filter((state) => !isFinal(state))

/** Jobs in the table `jobs`. */
export function createJobStore(db: Database, sealing: Sealing = noSealing): JobStore {
  const sql = sqlOf(db)
  const jobs = createTable(db, 'jobs', columnsOf(sealing))
  const memoColumn = packedJson<unknown>(null, sealing)

  function list({ deviceId, kind, states, limit = 200 }: JobFilter = {}): Job[] {
    const { text, params } = where([
      compare('device_id', '=', deviceId),
      compare('kind', '=', kind),
      oneOf('state', states),
    ])
    return jobs.select(`${text} ORDER BY created_at DESC, rowid DESC LIMIT ?`, ...params, limit)
  }

  function insert(job: Job, memo: unknown = null): void {
    sql.durably(() => jobs.insert(job, { memo: memoColumn.encode(memo), paths: searchedPaths(job.input) }))
  }

  function changed(id: string, count: number): void {
    if (count === 0) throw new AppError('JOB_NOT_FOUND', { id })
  }

  return {
    insert,
    insertAll(created) {
      sql.durably(() => {
        for (const job of created) insert(job)
      })
    },
    update(id, patch) {
      if (Object.keys(patch).length === 0) return
      const write = () => changed(id, jobs.update(id, patch))
      if (isPassing(patch)) write()
      else sql.durably(write)
    },
    get: (id) => jobs.get(id),
    list,
    unfinished: () => list({ states: unfinishedStates, limit: -1 }).reverse(),
    getMemo: (id) => memoColumn.decode(sql.get('SELECT memo FROM jobs WHERE id = ?', id)?.memo ?? null),
    setMemo(id, memo) {
      sql.durably(() => changed(id, sql.run('UPDATE jobs SET memo = ? WHERE id = ?', memoColumn.encode(memo), id)))
    },
  }
}

const passingFields: ReadonlySet<string> = new Set(['progress', 'step', 'notice', 'state', 'deadlineAt', 'result'])
const passingStates: ReadonlySet<JobState | undefined> = new Set([undefined, 'queued', 'running', 'waiting'])

function isPassing(patch: Partial<Job>): boolean {
  return Object.keys(patch).every((field) => passingFields.has(field)) && passingStates.has(patch.state)
}

/** Beyond this, paths of a job are not found by the history's text search: it reads every line. */
const maxSearchedCharacters = 8192

/** The parameter paths that a job's input names, a line each: `paths` and the `name` of `values`, never a value. */
function searchedPaths(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const { paths, values } = input as { paths?: unknown; values?: unknown }
  const named = Array.isArray(values) ? values.map((value: unknown) => (value as { name?: unknown } | null)?.name) : []
  const given = Array.isArray(paths) ? paths : []
  return [...given, ...named]
    .filter((path) => typeof path === 'string')
    .join('\n')
    .slice(0, maxSearchedCharacters)
}
