import { writeFile } from 'node:fs/promises'
import { csvRow } from '#shared/csv.ts'
import { AppError } from '#shared/errors.ts'
import type { Monitor, MonitorInput, MonitorSample, Series, SeriesInfo, SeriesQuery } from '#shared/model/monitor.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { AlarmReport } from '../faults/report.ts'
import { JobInSession, type SessionAccess } from '../jobs/job-in-session.ts'
import type { MonitorStore } from '../store/monitor-store.ts'
import { AwakeClock } from '../util/awake-clock.ts'
import type { ReadManner } from '../workflows/tree-read.ts'
import { type BulkSample, parseBulkReport } from './bulk-report.ts'
import { alarmsOfSample } from './limits.ts'
import { type Counts, infoOf, measure } from './measure.ts'
import { readSample } from './sample-script.ts'
import { thin } from './thin.ts'

export interface MonitorServiceDeps {
  records: MonitorStore
  sessions: SessionAccess
  deviceExists: (id: string) => boolean
  /** Whether a job has, or waits for, the box: then no sample is taken. */
  isBusy: (deviceId: string) => boolean
  mannerOf: (deviceId: string) => ReadManner
  /** Opens a link that takes reports, under the URL that the box may hold already; gives its URL and its end. */
  openReports: (known: string, onReport: (body: Uint8Array) => void) => { url: string; close: () => void }
  report: (deviceId: string, reports: readonly AlarmReport[]) => void
  onChange: (monitor: Monitor) => void
  onRemove: (deviceId: string) => void
  onSample: (sample: MonitorSample) => void
}

interface Running {
  monitor: Monitor
  stop: AbortController
  /** Names that the last whole look found; null: look again. */
  names: string[] | null
  counts: Counts
  uptime: number
  samples: number
}

const keptPoints = 300_000
const pruneEvery = 200

/** Samples boxes at an interval, by their own Informs, or from the bulk data they send; keeps, tells and judges the figures. */
export class MonitorService {
  readonly #deps: MonitorServiceDeps
  readonly #running = new Map<string, Running>()

  constructor(deps: MonitorServiceDeps) {
    this.#deps = deps
  }

  /** Goes on with what was monitored when the app was closed. */
  resume(): void {
    for (const monitor of this.#deps.records.list()) this.#begin({ ...monitor, state: 'waiting' })
  }

  /** Ends the sampling, and leaves what is monitored for the next start. */
  close(): void {
    for (const { stop } of this.#running.values()) stop.abort()
    this.#running.clear()
  }

  /** Begins, or begins anew with other settings. Throws DEVICE_NOT_FOUND. */
  start(input: MonitorInput): Monitor {
    const { deviceId } = input
    if (!this.#deps.deviceExists(deviceId)) throw new AppError('DEVICE_NOT_FOUND', { id: deviceId })
    this.#running.get(deviceId)?.stop.abort()
    const startedAt = new Date().toISOString()
    return this.#begin({ ...input, state: 'waiting', startedAt, lastSampleAt: null, bulkUrl: '' })
  }

  stop(deviceId: string): void {
    const running = this.#running.get(deviceId)
    if (!running) return
    running.stop.abort()
    this.#running.delete(deviceId)
    this.#deps.records.remove(deviceId)
    this.#deps.onRemove(deviceId)
  }

  list(): Monitor[] {
    return [...this.#running.values()].map(({ monitor }) => monitor)
  }

  names(deviceId: string): SeriesInfo[] {
    return this.#deps.records.names(deviceId).map(infoOf)
  }

  series({ deviceId, names, from, to, maxPoints }: SeriesQuery): Series[] {
    return (names ?? this.#deps.records.names(deviceId)).map((name) => {
      const points = this.#deps.records.points(deviceId, { name, from, to })
      return {
        ...infoOf(name),
        points: thin(
          points.map(({ at, value }) => [at, value]),
          maxPoints,
        ),
      }
    })
  }

  clear(deviceId: string): void {
    this.#deps.records.clearPoints(deviceId)
  }

  /** Writes all that is kept of a box as CSV. Throws EVIDENCE_NOT_WRITTEN. */
  async export(deviceId: string, path: string): Promise<{ path: string; lines: number }> {
    const rows = [`\ufeff${csvRow(['time', 'name', 'value', 'unit'])}`]
    for (const { name, at, value } of this.#deps.records.eachPoint(deviceId))
      rows.push(csvRow([new Date(at).toISOString(), name, value, infoOf(name).unit]))
    try {
      await writeFile(path, rows)
    } catch (error) {
      throw new AppError('EVIDENCE_NOT_WRITTEN', { path, reason: (error as NodeJS.ErrnoException).code ?? '' })
    }
    return { path, lines: rows.length }
  }

  #begin(monitor: Monitor): Monitor {
    const running: Running = {
      monitor,
      stop: new AbortController(),
      names: null,
      counts: new Map(),
      uptime: 0,
      samples: 0,
    }
    this.#running.set(monitor.deviceId, running)
    switch (monitor.mode) {
      case 'sessions':
        this.#everyInterval(running)
        break
      case 'inform':
        void this.#everyInform(running)
        break
      case 'bulk': {
        const link = this.#deps.openReports(monitor.bulkUrl, (body) => this.#takeReport(running, body))
        running.stop.signal.addEventListener('abort', link.close, { once: true })
        running.monitor = { ...monitor, bulkUrl: link.url }
      }
    }
    this.#change(running, {})
    return running.monitor
  }

  #everyInterval(running: Running): void {
    const { deviceId, intervalSeconds } = running.monitor
    let isSampling = false
    const tick = async (): Promise<void> => {
      if (isSampling) return
      if (this.#deps.isBusy(deviceId)) return this.#change(running, { state: 'skipped' })
      isSampling = true
      this.#change(running, { state: 'sampling' })
      const isTaken = await this.#sample(running, { wake: true, waitMs: Math.max(20, intervalSeconds) * 1000 })
      isSampling = false
      if (!isTaken && !running.stop.signal.aborted) this.#change(running, { state: 'silent' })
    }
    const timer = setInterval(() => void tick(), intervalSeconds * 1000)
    timer.unref()
    running.stop.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
    void tick()
  }

  /** One sample per session that the box opens by itself. */
  async #everyInform(running: Running): Promise<void> {
    const { signal } = running.stop
    const { deviceId } = running.monitor
    while (!signal.aborted) {
      await this.#sample(running, { wake: false, waitMs: 2 ** 31 - 1 })
      await new Promise<void>((resolve) => {
        if (signal.aborted || !this.#deps.sessions.isInSession(deviceId)) return resolve()
        const off = this.#deps.sessions.onSessionEnd(deviceId, done)
        signal.addEventListener('abort', done, { once: true })
        function done(): void {
          off()
          signal.removeEventListener('abort', done)
          resolve()
        }
      })
    }
  }

  /** False where the box did not come, or the session broke. */
  async #sample(running: Running, { wake, waitMs }: { wake: boolean; waitMs: number }): Promise<boolean> {
    const { deviceId, paths } = running.monitor
    const { sessions, mannerOf, isBusy } = this.#deps
    const { signal } = running.stop
    const deadlineAt = Date.now() + waitMs
    const inSession = new JobInSession({
      deviceId,
      signal,
      deadlineAt: () => deadlineAt,
      sessions,
      // A sample that the laptop slept through is not worth waiting for.
      clock: new AwakeClock(),
      update: () => {},
    })
    try {
      const values = await inSession.run((facts) => readSample(facts, running.names, paths, mannerOf(deviceId)), {
        wake,
        waitMs,
        accepts: () => !isBusy(deviceId),
      })
      this.#take(running, values, Date.now())
      return true
    } catch {
      return false
    }
  }

  #takeReport(running: Running, body: Uint8Array): void {
    const samples: BulkSample[] = parseBulkReport(body) ?? []
    for (const { at, values } of samples) this.#take(running, values, at ?? Date.now())
  }

  #take(running: Running, parameters: readonly ParameterValue[], at: number): void {
    const { deviceId, paths, limits, mode } = running.monitor
    // A box sends what its profile names: that is what is wanted of it.
    const extra = new Set(mode === 'bulk' ? parameters.map(({ name }) => name) : paths)
    const { values, texts, counts, used } = measure(parameters, at, running.counts, extra)
    const uptime = values.find(({ metric }) => metric === 'uptime')?.value ?? 0
    const isRestarted = uptime < running.uptime
    running.uptime = uptime
    running.counts = counts
    running.names = isRestarted || used.length === 0 ? null : [...new Set(used)]
    running.samples += 1
    this.#deps.records.addPoints(
      deviceId,
      values.map(({ name, value }) => ({ name, at, value })),
    )
    if (running.samples % pruneEvery === 0) this.#deps.records.prunePoints(deviceId, keptPoints)
    this.#deps.onSample({ deviceId, at, values, texts })
    this.#deps.report(deviceId, alarmsOfSample({ values }, limits))
    this.#change(running, { state: 'running', lastSampleAt: new Date(at).toISOString() })
  }

  #change(running: Running, patch: Partial<Monitor>): void {
    if (running.stop.signal.aborted) return
    running.monitor = { ...running.monitor, ...patch }
    this.#deps.records.set(running.monitor)
    this.#deps.onChange(running.monitor)
  }
}
