import type { AppSnapshot } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Adapter, Listener } from '#shared/model/network.ts'
import type { Settings, SettingsPatch } from '#shared/model/settings.ts'
import type { BasicConsents } from '../credentials/basic-consents.ts'
import type { CredentialService } from '../credentials/credential-service.ts'
import { decodeBody } from '../cwmp/codec/index.ts'
import type { DeviceService } from '../devices/device-service.ts'
import type { Evidence } from '../evidence/create-evidence.ts'
import type { BatchService } from '../firmware/batch-service.ts'
import type { FirmwareService } from '../firmware/firmware-service.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { AuthorityInfo } from '../net/local-ca.ts'
import type { QuirkService } from '../quirks/quirk-service.ts'
import type { Reach } from '../reach/reach.ts'
import { wakeOutcome } from '../sessions/wake-outcome.ts'
import type { SnapshotService } from '../snapshots/snapshot-service.ts'
import type { Stores } from '../store/index.ts'
import { exportTrace } from '../trace/trace-export.ts'
import type { VirtualService } from '../virtual/virtual-service.ts'
import type { Handlers } from './dispatch.ts'
import { createEvidenceHandlers } from './evidence-handlers.ts'
import { createFieldHandlers, type FieldDeps } from './field-handlers.ts'
import { firmwareHandlers } from './firmware-handlers.ts'
import { createParameterHandlers, type ParameterDeps } from './parameter-handlers.ts'

export interface HandlerDeps extends FieldDeps, ParameterDeps {
  stores: Stores
  devices: DeviceService
  jobs: JobRunner
  snapshots: SnapshotService
  virtual: VirtualService
  quirks: QuirkService
  credentials: CredentialService
  basicConsents: BasicConsents
  reach: Reach<Device>
  firmware: FirmwareService
  batches: BatchService
  evidence: Evidence
  about: () => Pick<AppSnapshot, 'seq' | 'version' | 'dataDir' | 'endpoints'>
  authority: () => Promise<AuthorityInfo>
  adapters: () => Adapter[]
  listeners: () => Listener[]
  restartListeners: () => Promise<Listener[]>
  changeSettings: (patch: SettingsPatch) => Promise<Settings>
}

const recentJobs = 200
const recentSessions = 200
const listedBodyBytes = 64 * 1024

/** What each call of the contract does. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { stores, devices, jobs, snapshots, virtual, quirks, credentials, basicConsents, reach } = deps
  return {
    'app.snapshot': () => ({
      ...deps.about(),
      settings: stores.settings.get(),
      adapters: deps.adapters(),
      listeners: deps.listeners(),
      devices: devices.list(),
      jobs: currentJobs(jobs),
      sessions: stores.sessions.list({ limit: recentSessions }),
      virtualBoxes: virtual.list(),
    }),

    'devices.list': () => devices.list(),
    'devices.get': ({ id }) => devices.get(id),
    'devices.setNote': ({ id, note }) => devices.setNote(id, note),
    'devices.forget': ({ id }) => {
      devices.forget(id)
      return {}
    },

    'settings.get': () => stores.settings.get(),
    'settings.set': (patch) => deps.changeSettings(patch),

    'tls.authority': async () => {
      const { der: _der, ...authority } = await deps.authority()
      return authority
    },

    'network.adapters': () => deps.adapters(),
    'network.listeners': () => deps.listeners(),
    'network.restart': () => deps.restartListeners(),

    ...createFieldHandlers(deps),
    ...createParameterHandlers(deps, deps),

    'reach.call': async ({ id }) => {
      const verdict = await reach.wake(devices.get(id))
      return { steps: verdict.kind === 'noMeans' ? [] : verdict.steps, ...wakeOutcome(verdict) }
    },
    'reach.heartbeat': ({ id }) => reach.heartbeatOf(id),

    'jobs.start': ({ kind, deviceIds, input }) => ({
      jobIds: jobs.create(kind, deviceIds, input).map(({ id }) => id),
    }),
    'jobs.get': ({ id }) => jobs.get(id),
    'jobs.list': (query) => jobs.list(query),
    'jobs.cancel': ({ id }) => jobs.cancel(id),

    'snapshots.list': (query) => snapshots.list(query),
    'snapshots.get': ({ id }) => snapshots.get(id),
    'snapshots.save': ({ jobId, name }) => snapshots.save(jobId, name),
    'snapshots.rename': ({ id, name }) => snapshots.rename(id, name),
    'snapshots.delete': ({ id }) => {
      snapshots.remove(id)
      return {}
    },

    'quirks.list': () => quirks.list(),
    'quirks.set': ({ model, name, value }) => quirks.set(model, name, value),
    'quirks.reset': ({ model, name }) => {
      quirks.reset(model, name)
      return {}
    },

    'credentials.list': () => credentials.list(),
    'credentials.set': (input) => credentials.set(input),
    'credentials.delete': ({ id }) => {
      credentials.remove(id)
      return {}
    },

    'basicConsents.list': () => basicConsents.list(),
    'basicConsents.allow': ({ scope }) => basicConsents.allow(scope),
    'basicConsents.revoke': ({ id }) => {
      basicConsents.revoke(id)
      return {}
    },

    ...firmwareHandlers(deps),

    'history.search': (query) => stores.history.search(query),

    'sessions.list': (query) => stores.sessions.list(query),
    'sessions.get': ({ id }) => found(stores.sessions.get(id), id),
    'trace.list': ({ sessionId }) => stores.traces.list(sessionId, { bodyLimit: listedBodyBytes }),
    'trace.export': (request) =>
      exportTrace(
        {
          session: (id) => stores.sessions.get(id),
          sessionsOf: (deviceId) => stores.sessions.list({ deviceId, limit: -1 }),
          messages: (sessionId) => stores.traces.list(sessionId, { bodyLimit: Number.POSITIVE_INFINITY }),
        },
        request,
      ),
    'trace.get': ({ id }) => {
      const message = found(stores.traces.get(id), String(id))
      return { ...message, decoded: decodedForm(message.body) }
    },

    'virtual.list': () => virtual.list(),
    'virtual.start': ({ kind, count, parameters }) => virtual.start(kind, count, parameters),
    'virtual.stop': async ({ id }) => {
      await virtual.stop(id)
      return {}
    },

    ...createEvidenceHandlers(deps.evidence),
  }
}

/** Unfinished jobs and the latest of the others, without their results: those are fetched one by one. */
function currentJobs(jobs: JobRunner): Job[] {
  return jobs.list({ limit: recentJobs }).map((job) => (isFinal(job.state) ? { ...job, result: null } : job))
}

function found<T>(value: T | null, id: string): T {
  if (value === null) throw new AppError('NOT_FOUND', { id })
  return value
}

/** The decoded form of a box's message, null for ours and for what could not be decoded. */
function decodedForm(body: string): unknown {
  if (body === '') return null
  const decoded = decodeBody(Buffer.from(body, 'utf8'), {})
  return decoded.kind === 'envelope' ? decoded.envelope.message : null
}
