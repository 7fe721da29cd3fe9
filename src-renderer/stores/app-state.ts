import type { AppSnapshot, EventMessage } from '#shared/contract.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Session } from '#shared/model/session.ts'

type Table<T> = Readonly<Record<string, T>>

/** What the window knows of the core: the snapshot, brought up to date by each event. */
export interface AppState extends Omit<AppSnapshot, 'devices' | 'jobs' | 'sessions'> {
  devices: Table<Device>
  jobs: Table<Job>
  sessions: Table<Session>
  /** Rises when something that is listed under History or kept as a snapshot has changed: lists are to be fetched anew. */
  recordsRevision: number
}

const keptJobs = 500
const keptSessions = 500

/** The state that a snapshot describes. */
export function stateOf({ devices, jobs, sessions, ...rest }: AppSnapshot): AppState {
  return { ...rest, devices: byId(devices), jobs: byId(jobs), sessions: byId(sessions), recordsRevision: 0 }
}

/** The state after an event. An event that the state already holds changes nothing. */
export function applyEvent(state: AppState, message: EventMessage): AppState {
  if (message.seq <= state.seq) return state
  return { ...state, ...changesBy(state, message), seq: message.seq }
}

function changesBy(state: AppState, message: EventMessage): Partial<AppState> {
  switch (message.name) {
    case 'device.changed':
      return { devices: { ...state.devices, [message.data.id]: message.data } }
    case 'device.removed':
      return { devices: without(state.devices, message.data.id) }
    case 'job.changed':
      return {
        jobs: bounded(
          { ...state.jobs, [message.data.id]: withoutResult(message.data) },
          keptJobs,
          (job) => job.createdAt,
        ),
        recordsRevision: state.recordsRevision + (isFinal(message.data.state) ? 1 : 0),
      }
    case 'session.changed':
      return {
        sessions: bounded({ ...state.sessions, [message.data.id]: message.data }, keptSessions, (one) => one.startedAt),
        recordsRevision: state.recordsRevision + (message.data.endedAt === null ? 0 : 1),
      }
    case 'settings.changed':
      return { settings: message.data }
    case 'network.changed':
      return message.data
    case 'snapshot.changed':
    case 'snapshot.removed':
      return { recordsRevision: state.recordsRevision + 1 }
    case 'virtual.changed':
      return { virtualBoxes: message.data.boxes }
    // Messages and the wire have stores of their own.
    case 'trace.added':
    case 'fault.changed':
    case 'monitor.changed':
    case 'monitor.removed':
    case 'monitor.sample':
    case 'log.changed':
    case 'log.live':
    case 'discovery.changed':
    case 'radar.changed':
    case 'dhcp.changed':
    case 'handOver.changed':
    case 'quirk.changed':
    case 'quirk.removed':
    case 'credentials.changed':
    case 'basicConsents.changed':
    case 'firmware.adding':
    case 'firmware.changed':
    case 'firmware.removed':
    case 'firmware.progress':
    case 'firmware.batchChanged':
    case 'template.changed':
    case 'template.removed':
    case 'zeroTouch.changed':
    case 'dataModels.importing':
    case 'dataModels.changed':
      return {}
  }
}

/** Kinds whose results are short, and are watched while they grow. */
const watchedKinds: ReadonlySet<Job['kind']> = new Set(['diagnose', 'collect', 'provision'])

/** Results may hold thousands of values; whoever shows them fetches the job. */
function withoutResult(job: Job): Job {
  return job.result === null || watchedKinds.has(job.kind) ? job : { ...job, result: null }
}

function byId<T extends { id: string }>(rows: T[]): Table<T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]))
}

function without<T>(table: Table<T>, id: string): Table<T> {
  const { [id]: _removed, ...rest } = table
  return rest
}

/** Drops the oldest rows of a table that has grown a tenth too long, so that it is seldom sorted. */
function bounded<T>(table: Table<T>, limit: number, timeOf: (row: T) => string): Table<T> {
  const rows = Object.entries(table)
  if (rows.length <= limit * 1.1) return table
  const newest = rows.sort(([, a], [, b]) => timeOf(b).localeCompare(timeOf(a))).slice(0, limit)
  return Object.fromEntries(newest)
}
