import { randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { CollectResult } from '#shared/model/collect.ts'
import type { Job } from '#shared/model/job.ts'
import type { LogFilterResult, LogLine, LogSource, OpenLog } from '#shared/model/log-view.ts'
import type { Severity } from '#shared/model/syslog.ts'
import { LogFile } from './open-log.ts'

export interface LogServiceDeps {
  /** Collect jobs, newest first. */
  collectJobs: (deviceId: string | undefined) => Job[]
  folderOf: (jobId: string) => string
  liveDirectory: string
  onChange: (log: OpenLog) => void
}

const maxOpen = 32
const tellEveryMs = 250
const logKinds: ReadonlySet<string> = new Set([
  'deviceLog',
  'logFile',
  'debugInfo',
  'startupInfo',
  'syslog',
  'realTimeLog',
  'configFile',
])

/** Logs to look at: those that were collected, those that were received live, and any file on this PC. */
export class LogService {
  readonly #deps: LogServiceDeps
  readonly #open = new Map<string, LogFile>()

  constructor(deps: LogServiceDeps) {
    this.#deps = deps
  }

  async list(deviceId: string | undefined): Promise<LogSource[]> {
    const collected = this.#deps.collectJobs(deviceId).flatMap((job) => {
      const files = CollectResult.safeParse(job.result).data?.files ?? []
      return files
        .filter(({ kind }) => logKinds.has(kind))
        .map(({ name }) => ({ path: join(this.#deps.folderOf(job.id), name), name, job }))
    })
    const live = (await readdir(this.#deps.liveDirectory).catch(() => [])).sort().reverse()
    const sources = await Promise.all([
      ...collected.map(({ path, name, job }) =>
        sourceOf(path, { name, kind: 'collected', jobId: job.id, deviceId: job.deviceId }),
      ),
      ...live.map((name) =>
        sourceOf(join(this.#deps.liveDirectory, name), { name, kind: 'live', jobId: null, deviceId: null }),
      ),
    ])
    return sources.filter((source) => source !== null)
  }

  /** Throws LOG_UNREADABLE, TOO_MANY_LOGS. */
  async open(path: string): Promise<OpenLog> {
    if (this.#open.size >= maxOpen) throw new AppError('TOO_MANY_LOGS', { count: maxOpen })
    const log = await LogFile.open(randomUUID(), path)
    this.#open.set(log.id, log)
    this.#index(log)
    return log.info
  }

  /** How far it is; a file that has grown is read on. */
  get(id: string): OpenLog {
    const log = this.#require(id)
    if (log.info.isIndexed) this.#index(log)
    return log.info
  }

  lines(id: string, from: number, count: number): Promise<LogLine[]> {
    return this.#require(id).lines(from, count)
  }

  filter(
    id: string,
    query: { text: string; severity?: Severity | undefined; from: number; limit: number },
  ): Promise<LogFilterResult> {
    return this.#require(id).filter(query)
  }

  seek(id: string, at: number): Promise<number> {
    return this.#require(id).seek(at)
  }

  async close(id: string): Promise<void> {
    const log = this.#require(id)
    this.#open.delete(id)
    await log.close()
  }

  async closeAll(): Promise<void> {
    const logs = [...this.#open.values()]
    this.#open.clear()
    await Promise.all(logs.map((log) => log.close()))
  }

  #index(log: LogFile): void {
    let toldAt = 0
    const onProgress = (): void => {
      if (!log.info.isIndexed && Date.now() - toldAt < tellEveryMs) return
      toldAt = Date.now()
      this.#deps.onChange(log.info)
    }
    // It fails when the log is closed, or its file can no longer be read: then what is indexed stays.
    log.index(onProgress).catch(() => undefined)
  }

  #require(id: string): LogFile {
    const log = this.#open.get(id)
    if (!log) throw new AppError('NOT_FOUND', { id })
    return log
  }
}

async function sourceOf(
  path: string,
  facts: Pick<LogSource, 'name' | 'kind' | 'jobId' | 'deviceId'>,
): Promise<LogSource | null> {
  try {
    const { size, mtime } = await stat(path)
    return { path, ...facts, sizeBytes: size, modifiedAt: mtime.toISOString() }
  } catch {
    return null
  }
}
