import { join } from 'node:path'
import { type Language, resolveLanguage } from '#shared/i18n/index.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { CollectDeps } from '../collect/collecting.ts'
import { EvidenceService } from '../collect/evidence-service.ts'
import { PutBack } from '../collect/put-back.ts'
import type { DeviceService } from '../devices/device-service.ts'
import { createFarEnd, type FarEnd } from '../diagnose/far-end.ts'
import { FaultService } from '../faults/fault-service.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { LiveLogReceiver } from '../logs/live-log.ts'
import { LogService } from '../logs/log-service.ts'
import { MonitorService } from '../monitor/monitor-service.ts'
import type { QuirkService } from '../quirks/quirk-service.ts'
import { type PrintPdf, ReportService } from '../report/report-service.ts'
import type { SessionHub } from '../sessions/session-hub.ts'
import type { SnapshotService } from '../snapshots/snapshot-service.ts'
import type { Stores } from '../store/index.ts'
import type { LinkRegistry } from '../transfer/links.ts'
import { createHostKey } from '../transfer/sftp/host-key.ts'
import type { FaultKeeper } from '../workflows/faults.ts'

export interface EvidenceDeps {
  stores: Stores
  bus: EventBus
  links: LinkRegistry
  devices: DeviceService
  quirks: QuirkService
  hub: () => SessionHub
  jobs: () => JobRunner
  snapshots: () => SnapshotService
  /** Where all servers listen. */
  address: () => string
  filesPort: () => number
  fileUrl: () => string
  dataDir: string
  version: string
  printPdf: PrintPdf | null
}

/** Faults, evidence, monitoring and logs, tied together; `workflows` is what the jobs of this area need. */
export interface Evidence {
  faults: FaultService
  collected: EvidenceService
  reports: ReportService
  monitor: MonitorService
  logs: LogService
  live: LiveLogReceiver
  workflows: { farEnd: FarEnd; faults: FaultKeeper; collect: CollectDeps }
  start(): void
  stop(): Promise<void>
}

const tracedSessions = 100
const keptAlarms = 1000
const comparedJobs = 50
const maxReportBytes = 8 * 1024 * 1024
const hostKeyName = 'sftp.hostKey'

/** Builds the area of evidence; opens no port. */
export function createEvidence(deps: EvidenceDeps): Evidence {
  const { stores, bus, links, devices, quirks, version } = deps
  const folderOf = (jobId: string): string => join(deps.dataDir, 'evidence', jobId)
  const alarmsOf = (deviceId: string) => stores.alarms.list({ deviceId, activeOnly: false, limit: keptAlarms })

  const diagnosticsOf = (deviceId: string) =>
    stores.jobs.list({ deviceId, kind: 'diagnose', limit: comparedJobs }).filter(isDone)

  const faults = new FaultService({ records: stores.alarms, onChange: (alarm) => bus.emit('fault.changed', alarm) })
  const keeper: FaultKeeper = {
    report: (deviceId, reports, complete) => faults.report(deviceId, reports, complete),
    standing: (deviceId) => alarmsOf(deviceId).filter(({ clearedAt }) => clearedAt === null),
  }
  const monitor = new MonitorService({
    records: stores.monitors,
    sessions: {
      addWork: (work) => deps.hub().addWork(work),
      isInSession: (deviceId) => deps.hub().isInSession(deviceId),
      onSessionEnd: (deviceId, listener) => deps.hub().onSessionEnd(deviceId, listener),
      wake: (deviceId, signal) => deps.hub().wake(deviceId, signal),
    },
    deviceExists: (id) => devices.find(id) !== undefined,
    isBusy: (deviceId) => deps.jobs().hasUnfinished(deviceId),
    mannerOf: (deviceId) => quirks.of(deviceId),
    openReports: (known, onReport) => {
      const token = /\/([0-9a-f]{32})\//.exec(known)?.[1]
      const link = links.hear({ fileName: 'report', maxBytes: maxReportBytes, onReport, ...(token ? { token } : {}) })
      return { url: `${deps.fileUrl()}${link.path}`, close: () => links.revoke(link.id) }
    },
    report: (deviceId, reports) => faults.report(deviceId, reports),
    onChange: (one) => bus.emit('monitor.changed', one),
    onRemove: (deviceId) => bus.emit('monitor.removed', { deviceId }),
    onSample: (sample) => bus.emit('monitor.sample', sample),
  })
  const liveDirectory = join(deps.dataDir, 'logs', 'live')
  const live = new LiveLogReceiver({
    address: deps.address,
    directory: liveDirectory,
    onMessages: (batch) => bus.emit('log.live', batch),
  })
  const logs = new LogService({
    collectJobs: (deviceId) => stores.jobs.list({ deviceId, kind: 'collect', limit: 200 }),
    folderOf,
    liveDirectory,
    onChange: (log) => bus.emit('log.changed', log),
  })
  const collected = new EvidenceService({
    jobOf: (id) => deps.jobs().get(id),
    deviceOf: (id) => devices.find(id),
    folderOf,
    valuesOf: (snapshotId) => stores.snapshots.get(snapshotId)?.values ?? [],
    alarmsOf,
    diagnosticsOf,
    language: () => languageOf(stores.settings.get().language),
    version,
  })
  const reports = new ReportService({
    jobOf: (id) => deps.jobs().get(id),
    jobsOf: (deviceId, limit) => stores.jobs.list({ deviceId, limit }),
    deviceOf: (id) => devices.find(id),
    alarmsOf,
    sessionsOf: (deviceId, limit) => stores.sessions.list({ deviceId, limit }),
    printPdf: deps.printPdf,
    version,
  })
  const collect: CollectDeps = {
    sinks: { links, address: deps.address, filesPort: deps.filesPort, hostKey: () => hostKeyOf(stores) },
    folderOf,
    faults: keeper,
    alarmsOf,
    diagnosticsOf,
    traceOf: (deviceId) => traceOf(stores, deviceId),
    addressOf: (deviceId) => devices.find(deviceId)?.address ?? '',
    saveSnapshot: ({ jobId, deviceId }, values, failed) => {
      const name = new Date().toISOString().slice(0, 16).replace('T', ' ')
      return deps.snapshots().keep({ kind: 'read', deviceId, jobId, name, values, failed }).id
    },
  }
  const putBack = new PutBack({ jobs: stores.jobs, sessions: () => deps.hub() })
  let forget = (): void => {}
  return {
    faults,
    collected,
    reports,
    monitor,
    logs,
    live,
    workflows: { farEnd: createFarEnd(links, deps.filesPort), faults: keeper, collect },
    start() {
      monitor.resume()
      putBack.resume()
      forget = bus.on((message) => {
        if (message.name === 'device.removed') monitor.stop(message.data.id)
        if (message.name === 'job.changed') putBack.ended(message.data)
      })
    },
    async stop() {
      forget()
      putBack.stop()
      monitor.close()
      await live.stop()
      await logs.closeAll()
    },
  }
}

function isDone({ state, result }: Job): boolean {
  return isFinal(state) && result !== null
}

/** The sessions of a box with their messages, oldest first, the latest hundred of them. */
function* traceOf(stores: Stores, deviceId: string) {
  const sessions = stores.sessions.list({ deviceId, limit: tracedSessions }).reverse()
  for (const { id } of sessions) yield* stores.traces.list(id, { bodyLimit: Number.MAX_SAFE_INTEGER })
}

/** The key that SFTP shows, made at its first use. */
function hostKeyOf(stores: Stores): string {
  const known = stores.secrets.get(hostKeyName)
  if (known !== null) return known
  const created = createHostKey()
  stores.secrets.set(hostKeyName, created)
  return created
}

/** The language of evidence: the chosen one, else the system's. */
function languageOf(chosen: Settings['language']): Language {
  return chosen === 'system' ? resolveLanguage(new Intl.DateTimeFormat().resolvedOptions().locale) : chosen
}
