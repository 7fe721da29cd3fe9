import { randomUUID } from 'node:crypto'
import type { CallName } from '#shared/contract.ts'
import type { Endpoints, Listener } from '#shared/model/network.ts'
import type { Settings } from '#shared/model/settings.ts'
import { dispatch } from './api/dispatch.ts'
import { EventBus, type EventListener } from './api/event-bus.ts'
import { createHandlers } from './api/handlers.ts'
import { AcsServer } from './cwmp/acs-server.ts'
import { SessionLog } from './cwmp/session-log.ts'
import { TraceRecorder } from './cwmp/trace-recorder.ts'
import { DeviceService } from './devices/device-service.ts'
import { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log/log.ts'
import { AdapterWatch } from './net/adapter-watch.ts'
import { Authenticator } from './net/authenticator.ts'
import { endpointsOf } from './net/endpoints.ts'
import { Listeners } from './net/listeners.ts'
import { createReach } from './reach/reach.ts'
import { createWaker } from './sessions/waker.ts'
import { SessionHub } from './sessions/session-hub.ts'
import { SnapshotService } from './snapshots/snapshot-service.ts'
import type { Cipher } from './store/secrets.ts'
import { openStores, type Stores } from './store/index.ts'
import { HttpFileServer } from './transfer/http-file-server.ts'
import { LinkRegistry } from './transfer/links.ts'
import { VirtualService } from './virtual/virtual-service.ts'
import { workflows } from './workflows/index.ts'

export interface AppConfig {
  dataDir: string
  version: string
  /** Address of all servers; without it the chosen adapter's, and loopback until one is chosen. */
  bind?: string
  /** TCP port of the ACS; without it the one of the settings. 0 frees all ports of the app. */
  acsPort?: number
  demo?: boolean
  /** How secrets are encrypted; null keeps a 0600 key file in the data folder. */
  cipher: Cipher | null
  log: Log
}

/** The whole app without a window. */
export interface App {
  /** Opens the ports and takes up unfinished jobs; a port that cannot be opened is a state, not an error. */
  start(): Promise<void>
  stop(): Promise<void>
  /** One call of the contract; throws AppError. */
  invoke(name: CallName, params: unknown): Promise<unknown>
  onEvent(listener: EventListener): () => void
  endpoints(): Endpoints
  listeners(): Listener[]
}
