import type { CallName } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import { modelOf } from '#shared/model/model-key.ts'
import type { Endpoints, Listener } from '#shared/model/network.ts'
import type { Settings, SettingsPatch } from '#shared/model/settings.ts'
import { dispatch } from './api/dispatch.ts'
import { EventBus, type EventListener } from './api/event-bus.ts'
import { createHandlers } from './api/handlers.ts'
import { composeField } from './compose/field.ts'
import { composeFirmware } from './compose/firmware.ts'
import { composeNetwork, loopback } from './compose/network.ts'
import { composeParameters } from './compose/parameters.ts'
import { BasicConsents } from './credentials/basic-consents.ts'
import { CredentialService } from './credentials/credential-service.ts'
import { AcsServer } from './cwmp/acs-server.ts'
import { SessionLog } from './cwmp/session-log.ts'
import { TraceRecorder } from './cwmp/trace-recorder.ts'
import { DeviceService } from './devices/device-service.ts'
import { createEvidence } from './evidence/create-evidence.ts'
import { Arrivals } from './jobs/arrivals.ts'
import { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log/log.ts'
import { Authenticator } from './net/authenticator.ts'
import { QuirkService } from './quirks/quirk-service.ts'
import { requestConnection } from './reach/http-connection-request.ts'
import { matchHeartbeat } from './reach/match-heartbeat.ts'
import { createReach } from './reach/reach.ts'
import { StunService } from './reach/stun-service.ts'
import type { PrintPdf } from './report/report-service.ts'
import { SessionHub } from './sessions/session-hub.ts'
import { wakeOutcome } from './sessions/wake-outcome.ts'
import { SnapshotService } from './snapshots/snapshot-service.ts'
import { openStores, type Stores } from './store/index.ts'
import { Pruning } from './store/pruning.ts'
import type { Cipher } from './store/secrets.ts'
import { LinkRegistry } from './transfer/links.ts'
import { AwakeClock } from './util/awake-clock.ts'
import { limited } from './util/limited.ts'
import { VirtualService } from './virtual/virtual-service.ts'
import { createWorkflows } from './workflows/index.ts'

/** Connection requests under way at one time: a batch over a thousand boxes must not flood the network. */
const callsAtOnce = 16

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
  /** Prints a page as PDF; without it reports are HTML and CSV only. */
  printPdf?: PrintPdf
  log: Log
}

/** The whole app without a window. */
export interface App {
  /** Opens the ports and takes up unfinished jobs; a port that cannot be opened is a state, not an error. */
  start(): Promise<void>
  stop(): Promise<void>
  /** The laptop goes to sleep, and wakes; without being told the app notices it late. */
  suspended(): void
  resumed(): void
  /** One call of the contract; throws AppError. */
  invoke(name: CallName, params: unknown): Promise<unknown>
  onEvent(listener: EventListener): () => void
  endpoints(): Endpoints
  listeners(): Listener[]
}

/** Builds the object graph. Throws what opening the data folder throws; opens no port yet. */
export function compose(config: AppConfig): Promise<App> {
  const stores = openStores(config.dataDir, config.cipher, config.log)
  try {
    return Promise.resolve(build(config, stores))
  } catch (error) {
    stores.close()
    throw error
  }
}

function build(config: AppConfig, stores: Stores): App {
  const { log } = config
  const bus = new EventBus()
  let currentSettings = stores.settings.get()
  const settings = (): Settings => currentSettings

  const virtual = new VirtualService({
    acsUrl: () => network.endpoints().acsUrl,
    credentials: () => credentialsForBoxes(settings()),
    onChange: (boxes) => bus.emit('virtual.changed', { boxes }),
  })
  const devices = new DeviceService({
    records: stores.devices,
    isVirtual: (serialNumber) => virtual.isVirtual(serialNumber),
    onChange: (device) => {
      bus.emit('device.changed', device)
      field.discovery.noteDevice(device)
    },
    onRemove: (id) => bus.emit('device.removed', { id }),
  })
  const hub = new SessionHub({
    devices,
    log: new SessionLog(stores.sessions, (session) => bus.emit('session.changed', session)),
    arrived: (deviceId, sessionId, message) => {
      arrivals.note(deviceId, sessionId, message)
      if (message.name === 'Inform') evidence.faults.informed(deviceId, message)
      parameters.arrived(deviceId, message)
    },
    firstContact: (deviceId) => {
      if (settings().cwmp.setCredentialsOnFirstContact) jobs.create('setCredentials', [deviceId], {})
    },
    wake: limited(callsAtOnce, async (deviceId: string, signal: AbortSignal) => {
      const device = devices.find(deviceId)
      return wakeOutcome(device ? await reach.wake(device, { signal }) : { kind: 'noMeans' })
    }),
  })
  const modelOfDevice = (deviceId: string): string | undefined => {
    const device = devices.find(deviceId)
    return device && modelOf(device)
  }
  const quirks = new QuirkService({
    records: stores.quirks,
    deviceOf: (id) => devices.find(id),
    onChange: (quirk) => bus.emit('quirk.changed', quirk),
    onRemove: (model, name) => bus.emit('quirk.removed', { model, name }),
  })
  const credentials = new CredentialService({
    records: stores.credentials,
    secrets: stores.secrets,
    modelOf: modelOfDevice,
    onChange: (all) => {
      bus.emit('credentials.changed', { credentials: all })
      jobs.callAgain()
    },
  })
  const basicConsents = new BasicConsents({
    records: stores.basicConsents,
    modelOf: modelOfDevice,
    onChange: (consents) => {
      bus.emit('basicConsents.changed', { consents })
      jobs.callAgain()
    },
  })
  const trace = new TraceRecorder((entry) => {
    bus.emit('trace.added', { ...stores.traces.add(entry), body: '', bodyTruncated: entry.body !== '' })
  })
  const acs = new AcsServer({
    settings: () => settings().cwmp,
    passwordOf: (username) => passwordOf(settings(), username) ?? credentials.passwordOf(username),
    authenticator: new Authenticator({ realm: 'FieldACS' }),
    sessions: hub,
    mannersOf: (deviceId) => {
      const { emptyAnswer, cookiePath } = quirks.of(deviceId)
      return { emptyAnswer: emptyAnswer === 'setting' ? settings().cwmp.emptyAnswer : emptyAnswer, cookiePath }
    },
    onTurnedAway: (visit) => hub.onTurnedAway(visit),
    trace,
    // The self-check's own knocks are no box; on loopback those of demo boxes are.
    onContact: (address, contact) => {
      if (address !== network.listeners.get('acs').address || address === loopback) field.radar.note(address, contact)
    },
    log: log.child('acs'),
  })
  const links = new LinkRegistry()
  const evidence = createEvidence({
    stores,
    bus,
    links,
    devices,
    quirks,
    hub: () => hub,
    jobs: () => jobs,
    snapshots: () => snapshots,
    address: () => network.listeners.get('files').address,
    filesPort: () => network.listeners.get('files').port,
    fileUrl: () => network.endpoints().fileUrl,
    dataDir: config.dataDir,
    printPdf: config.printPdf ?? null,
    version: config.version,
  })
  const stun = new StunService({
    matchHeartbeat: (fact) => matchHeartbeat(fact, devices.list()),
    onHeartbeat: (heartbeat) => field.discovery.noteHeartbeat(heartbeat),
  })
  const field = composeField({
    bus,
    settings,
    records: stores.operators,
    devices,
    credentials,
    stun,
    adapters: () => network.adapters(),
    listeners: () => network.listeners.list(),
    bindAddress: () => network.address(),
    acsUrl: () => network.endpoints().acsUrl,
    log,
  })
  const firmware = composeFirmware({
    bus,
    stores,
    dataDir: config.dataDir,
    settings,
    links,
    devices,
    jobs: () => jobs,
    listeners: () => network.listeners,
    adapters: () => network.adapters(),
  })
  const parameters = composeParameters({
    bus,
    stores,
    isZeroTouchOn: () => settings().provisioning.zeroTouch,
    deviceOf: (id) => devices.find(id),
    jobs: () => jobs,
    snapshots: () => snapshots,
    files: () => firmware.firmware,
    folderOf: evidence.workflows.collect.folderOf,
  })
  const clock = new AwakeClock()
  const arrivals = new Arrivals({
    records: stores.arrivals,
    isAwaited: (deviceId) => jobs.hasUnfinished(deviceId),
    clock,
  })
  const jobs = new JobRunner({
    records: stores.jobs,
    arrivals,
    quirks,
    workflows: createWorkflows({
      keepMethods: (deviceId, methods) => devices.setMethods(deviceId, methods),
      logins: {
        ownOf: (deviceId, direction) => credentials.ownOf(deviceId, direction),
        set: (deviceId, direction, login) =>
          void credentials.set({ scope: { kind: 'device', deviceId }, direction, ...login }, 'generated'),
      },
      evidence: evidence.workflows,
      pointing: field.workflows,
      firmware: firmware.workflow,
      keepBefore: parameters.keepBefore,
      provisioning: parameters.workflows,
    }),
    sessions: hub,
    clock,
    deviceExists: (id) => devices.find(id) !== undefined,
    deadlineSeconds: () => settings().jobs.deadlineSeconds,
    onChange: (job) => {
      bus.emit('job.changed', job)
      field.noteJob(job)
      firmware.noteJob(job)
      parameters.noteJob(job)
    },
    log: log.child('jobs'),
  })
  const snapshots = new SnapshotService({
    records: stores.snapshots,
    jobOf: (id) => jobs.get(id),
    onChange: (snapshot) => bus.emit('snapshot.changed', snapshot),
    onRemove: (id) => bus.emit('snapshot.removed', { id }),
  })

  const network = composeNetwork({
    bus,
    bind: config.bind,
    acsPort: config.acsPort,
    settings,
    keys: stores.secrets,
    acs,
    links,
    stun,
    heldPorts: () => firmware.heldPorts(),
    onAddress: (options) => field.adjust(options),
    onReachable: () => jobs.callAgain(),
    onSlept(sleptMs) {
      clock.slept(sleptMs)
      jobs.slept(sleptMs)
    },
    log,
  })
  const reach = createReach<Device>({
    udp: () => stun.server,
    requestHttp: requestConnection,
    credentialsFor: (device) => credentials.forDevice(device.id, 'connectionRequest'),
    allowBasicFor: ({ id }) => basicConsents.allows(id),
    subnets: () => network.adapters(),
    localAddress: () => network.listeners.get('acs').address,
  })
  async function changeSettings(patch: SettingsPatch): Promise<Settings> {
    const before = settings()
    const name = patch.adapter?.name
    if (name && !network.adapters().some((adapter) => adapter.name === name))
      throw new AppError('ADAPTER_UNKNOWN', { name })
    const after = stores.settings.set(patch)
    currentSettings = after
    bus.emit('settings.changed', after)
    await network.follow(before, after)
    firmware.settingsChanged()
    return after
  }

  const handlers = createHandlers({
    stores,
    devices,
    jobs,
    snapshots,
    virtual,
    ...field,
    ...firmware,
    ...parameters,
    quirks,
    credentials,
    basicConsents,
    reach,
    evidence,
    about: () => ({
      seq: bus.seq,
      version: config.version,
      dataDir: config.dataDir,
      endpoints: network.endpoints(),
    }),
    authority: () => network.ca.authority(),
    adapters: () => network.adapters(),
    listeners: () => network.listeners.list(),
    restartListeners: () => network.rebind({ anew: true }),
    changeSettings,
  })
  const pruning = new Pruning(stores)

  return {
    async start() {
      stores.sessions.closeOpen('stopped', 'appStopped')
      await firmware.start()
      devices.start()
      quirks.start()
      credentials.start()
      basicConsents.start()
      parameters.start()
      jobs.recover()
      network.watch()
      pruning.start()
      await network.rebind()
      jobs.start()
      evidence.start()
      if (config.demo) await virtual.start('stb', 1)
    },
    async stop() {
      parameters.stop()
      network.unwatch()
      pruning.stop()
      await field.stop()
      await virtual.stop()
      await evidence.stop()
      // Together: a job that waits for a box's answer gets on only when its session ends.
      await Promise.all([jobs.stop(), network.listeners.stop()])
      devices.stop()
      stores.close()
    },
    suspended: () => network.suspended(),
    resumed: () => network.resumed(),
    invoke: (name, params) => dispatch(handlers, name, params),
    onEvent: (listener) => bus.on(listener),
    endpoints: () => network.endpoints(),
    listeners: () => network.listeners.list(),
  }
}

function passwordOf({ cwmp }: Settings, username: string): string | null {
  return username === cwmp.username ? cwmp.password : null
}

function credentialsForBoxes({ cwmp }: Settings): { username: string; password: string } | null {
  return cwmp.auth === 'none' ? null : { username: cwmp.username, password: cwmp.password }
}
