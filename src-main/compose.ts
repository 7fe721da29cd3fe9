import type { CallName } from '#shared/contract.ts'
import { AppError, toErrorData } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { isFinal } from '#shared/model/job.ts'
import type { Adapter, Endpoints, Listener } from '#shared/model/network.ts'
import type { Settings, SettingsPatch } from '#shared/model/settings.ts'
import { dispatch } from './api/dispatch.ts'
import { EventBus, type EventListener } from './api/event-bus.ts'
import { createHandlers } from './api/handlers.ts'
import { CredentialService } from './credentials/credential-service.ts'
import { AcsServer } from './cwmp/acs-server.ts'
import { SessionLog } from './cwmp/session-log.ts'
import { TraceRecorder } from './cwmp/trace-recorder.ts'
import { modelOf } from './devices/device-id.ts'
import { DeviceService } from './devices/device-service.ts'
import { BatchService } from './firmware/batch-service.ts'
import { FirmwareService } from './firmware/firmware-service.ts'
import { FirmwareLibrary } from './firmware/library.ts'
import { Slots } from './firmware/slots.ts'
import { Arrivals } from './jobs/arrivals.ts'
import { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log/log.ts'
import { AdapterWatch } from './net/adapter-watch.ts'
import { Authenticator } from './net/authenticator.ts'
import { endpointsOf } from './net/endpoints.ts'
import { Listeners } from './net/listeners.ts'
import { createLocalCa } from './net/local-ca.ts'
import { QuirkService } from './quirks/quirk-service.ts'
import { requestConnection } from './reach/http-connection-request.ts'
import { matchHeartbeat } from './reach/match-heartbeat.ts'
import { createReach } from './reach/reach.ts'
import { StunService } from './reach/stun-service.ts'
import { wakeError } from './reach/verdicts.ts'
import { SessionHub } from './sessions/session-hub.ts'
import { SnapshotService } from './snapshots/snapshot-service.ts'
import { openStores, type Stores } from './store/index.ts'
import { Pruning } from './store/pruning.ts'
import type { Cipher } from './store/secrets.ts'
import { LinkRegistry } from './transfer/links.ts'
import { chooseLocalAddress } from './transfer/local-address.ts'
import { filePortServices, listenerOf } from './transfer/port-services.ts'
import { limited } from './util/limited.ts'
import { VirtualService } from './virtual/virtual-service.ts'
import { heldPorts } from './workflows/firmware/held-ports.ts'
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
  const settings = (): Settings => stores.settings.get()

  const virtual = new VirtualService({
    acsUrl: () => endpointsOf(listeners.list()).acsUrl,
    credentials: () => credentialsForBoxes(settings()),
    onChange: (boxes) => bus.emit('virtual.changed', { boxes }),
  })
  const devices = new DeviceService({
    records: stores.devices,
    isVirtual: (serialNumber) => virtual.isVirtual(serialNumber),
    onChange: (device) => bus.emit('device.changed', device),
    onRemove: (id) => bus.emit('device.removed', { id }),
  })
  const hub = new SessionHub({
    devices,
    log: new SessionLog(stores.sessions, (session) => bus.emit('session.changed', session)),
    arrived: (deviceId, sessionId, message) => arrivals.note(deviceId, sessionId, message),
    firstContact: (deviceId) => {
      if (settings().cwmp.setCredentialsOnFirstContact) jobs.create('setCredentials', [deviceId], {})
    },
    wake: limited(callsAtOnce, async (deviceId: string, signal: AbortSignal) => {
      const device = devices.find(deviceId)
      if (!device) return toErrorData(new AppError('DEVICE_NOT_FOUND', { id: deviceId }))
      const verdict = await reach.wake(device, { signal })
      return verdict.kind === 'asked' ? null : toErrorData(wakeError(verdict))
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
    onChange: (all) => bus.emit('credentials.changed', { credentials: all }),
  })
  const trace = new TraceRecorder((entry) => {
    bus.emit('trace.added', { ...stores.traces.add(entry), body: '', bodyTruncated: entry.body !== '' })
  })
  const acs = new AcsServer({
    settings: () => settings().cwmp,
    passwordOf: (username) => passwordOf(settings(), username) ?? credentials.passwordOf(username),
    authenticator: new Authenticator({ realm: 'FieldACS' }),
    sessions: hub,
    onTurnedAway: (visit) => hub.onTurnedAway(visit),
    trace,
    log: log.child('acs'),
  })
  const links = new LinkRegistry()
  const library = new FirmwareLibrary(config.dataDir, stores.firmware)
  const slots = new Slots(() => settings().firmware.maxSimultaneous)
  const firmware = new FirmwareService({
    library,
    deviceOf: (id) => devices.get(id),
    isInUse: (firmwareId) =>
      jobs.unfinished('firmware').some(({ input }) => (input as FirmwareInput).firmwareId === firmwareId),
    onAdding: (progress) => bus.emit('firmware.adding', progress),
    onChange: (file) => bus.emit('firmware.changed', file),
    onRemove: (id) => bus.emit('firmware.removed', { id }),
    onProgress: (progress) => bus.emit('firmware.progress', progress),
  })
  const batches = new BatchService({
    records: stores.batches,
    fileNameOf: (id) => library.get(id).fileName,
    createJobs: (deviceIds, input) => jobs.create('firmware', deviceIds, input),
    jobOf: (id) => stores.jobs.get(id),
    onChange: (batch) => bus.emit('firmware.batchChanged', batch),
  })
  const arrivals = new Arrivals({ records: stores.arrivals, isAwaited: (deviceId) => jobs.hasUnfinished(deviceId) })
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
      firmware: {
        library,
        links,
        slots,
        deviceOf: (id) => devices.find(id),
        serverOf: (protocol) => listeners.listening(listenerOf[protocol]),
        addressFor: ({ remoteAddress, localAddress }, bound) =>
          chooseLocalAddress({ remote: remoteAddress, connectionLocal: localAddress, bound, adapters: adapters.now() }),
        refusalFor: (batchId, jobId) => batches.refusalFor(batchId, jobId),
        onProgress: (progress) => firmware.reportProgress(progress),
      },
    }),
    sessions: hub,
    deviceExists: (id) => devices.find(id) !== undefined,
    deadlineSeconds: () => settings().jobs.deadlineSeconds,
    onChange: (job) => {
      bus.emit('job.changed', job)
      if (!isFinal(job.state)) return
      firmware.pushEnded(job.id)
      slots.release(job.id)
    },
    log: log.child('jobs'),
  })
  const snapshots = new SnapshotService({
    records: stores.snapshots,
    jobOf: (id) => jobs.get(id),
    onChange: (snapshot) => bus.emit('snapshot.changed', snapshot),
    onRemove: (id) => bus.emit('snapshot.removed', { id }),
  })

  const stun = new StunService({
    matchHeartbeat: (fact) => matchHeartbeat(fact, devices.list()),
  })
  const reach = createReach<Device>({
    udp: () => stun.server,
    requestHttp: requestConnection,
    credentialsFor: (device) => credentials.forDevice(device.id, 'connectionRequest'),
    allowBasicFor: () => false,
    subnets: () => adapters.now(),
    localAddress: () => listeners.get('acs').address,
  })
  const networkChanged = (): void => {
    bus.emit('network.changed', {
      adapters: adapters.now(),
      listeners: listeners.list(),
      endpoints: endpointsOf(listeners.list()),
    })
  }
  const listeners = new Listeners({
    services: [
      {
        name: 'acs',
        protocol: 'tcp',
        mayMove: false,
        start: (address, port) => acs.start(address, port),
        stop: () => acs.stop(),
      },
      ...filePortServices(links, createLocalCa(stores.secrets)),
      stun,
    ],
    onChange: networkChanged,
    log: log.child('net'),
  })
  const adapters = new AdapterWatch(() => void rebind())

  function bindAddress(): string {
    return config.bind ?? addressFor(settings().adapter, adapters.now())
  }
  const held = heldPorts(stores.jobs)
  function rebind(options: { anew?: boolean } = {}): Promise<Listener[]> {
    const { cwmp, files, filesTls, ftp, tftp, stun } = settings()
    const free = config.acsPort === 0 ? 0 : undefined
    const switched = ({ enabled, port }: { enabled: boolean; port: number }): number | null =>
      enabled ? (free ?? port) : null
    return listeners.bind(
      bindAddress(),
      {
        acs: config.acsPort ?? cwmp.port,
        files: free ?? files.port,
        filesTls: switched(filesTls),
        ftp: switched(ftp),
        tftp: switched(tftp),
        stun: free ?? stun.port,
        ...held,
      },
      options,
    )
  }
  async function changeSettings(patch: SettingsPatch): Promise<Settings> {
    const before = settings()
    const name = patch.adapter?.name
    if (name && !adapters.now().some((adapter) => adapter.name === name))
      throw new AppError('ADAPTER_UNKNOWN', { name })
    const after = stores.settings.set(patch)
    bus.emit('settings.changed', after)
    if (portsOf(before) !== portsOf(after)) await rebind()
    slots.admit()
    return after
  }

  const handlers = createHandlers({
    stores,
    devices,
    jobs,
    snapshots,
    virtual,
    quirks,
    credentials,
    firmware,
    batches,
    about: () => ({
      seq: bus.seq,
      version: config.version,
      dataDir: config.dataDir,
      endpoints: endpointsOf(listeners.list()),
    }),
    adapters: () => adapters.now(),
    listeners: () => listeners.list(),
    restartListeners: () => rebind({ anew: true }),
    changeSettings,
  })
  const pruning = new Pruning(stores)

  return {
    async start() {
      stores.sessions.closeOpen('stopped', 'appStopped')
      await library.start()
      devices.start()
      quirks.start()
      credentials.start()
      jobs.recover()
      adapters.start()
      pruning.start()
      await rebind()
      jobs.start()
      if (config.demo) await virtual.start('stb', 1)
    },
    async stop() {
      adapters.stop()
      pruning.stop()
      await virtual.stop()
      // Together: a job that waits for a box's answer gets on only when its session ends.
      await Promise.all([jobs.stop(), listeners.stop()])
      devices.stop()
      stores.close()
    },
    invoke: (name, params) => dispatch(handlers, name, params),
    onEvent: (listener) => bus.on(listener),
    endpoints: () => endpointsOf(listeners.list()),
    listeners: () => listeners.list(),
  }
}

/** The chosen adapter's address now; loopback until one is chosen, or while its cable is out. */
function addressFor(chosen: Settings['adapter'], adapters: Adapter[]): string {
  const own = adapters.filter(({ name }) => name === chosen.name)
  const same = own.find(({ address }) => address === chosen.address)
  return (same ?? own[0])?.address ?? '127.0.0.1'
}

/** What decides where the servers listen, as one text to compare. */
function portsOf({ adapter, cwmp, files, filesTls, ftp, tftp, stun }: Settings): string {
  return JSON.stringify([adapter, cwmp.port, files.port, filesTls, ftp, tftp, stun.port])
}

function passwordOf({ cwmp }: Settings, username: string): string | null {
  return username === cwmp.username ? cwmp.password : null
}

function credentialsForBoxes({ cwmp }: Settings): { username: string; password: string } | null {
  return cwmp.auth === 'none' ? null : { username: cwmp.username, password: cwmp.password }
}
