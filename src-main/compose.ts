import type { CallName } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import { modelOf } from '#shared/model/model-key.ts'
import type { Adapter, Endpoints, Listener } from '#shared/model/network.ts'
import type { Settings, SettingsPatch } from '#shared/model/settings.ts'
import { dispatch } from './api/dispatch.ts'
import { EventBus, type EventListener } from './api/event-bus.ts'
import { createHandlers } from './api/handlers.ts'
import { composeField } from './compose-field.ts'
import { composeFirmware } from './compose-firmware.ts'
import { composeParameters } from './compose-parameters.ts'
import { CredentialService } from './credentials/credential-service.ts'
import { AcsServer } from './cwmp/acs-server.ts'
import { SessionLog } from './cwmp/session-log.ts'
import { TraceRecorder } from './cwmp/trace-recorder.ts'
import { DeviceService } from './devices/device-service.ts'
import { createEvidence } from './evidence/create-evidence.ts'
import { Arrivals } from './jobs/arrivals.ts'
import { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log/log.ts'
import { acsTlsOptions } from './net/acs-tls.ts'
import { AdapterWatch } from './net/adapter-watch.ts'
import { Authenticator } from './net/authenticator.ts'
import { endpointsOf } from './net/endpoints.ts'
import { Listeners } from './net/listeners.ts'
import { createLocalCa } from './net/local-ca.ts'
import { mustRebind } from './net/must-rebind.ts'
import { QuirkService } from './quirks/quirk-service.ts'
import { requestConnection } from './reach/http-connection-request.ts'
import { matchHeartbeat } from './reach/match-heartbeat.ts'
import { createReach } from './reach/reach.ts'
import { StunService } from './reach/stun-service.ts'
import { SessionHub } from './sessions/session-hub.ts'
import { wakeOutcome } from './sessions/wake-outcome.ts'
import { SnapshotService } from './snapshots/snapshot-service.ts'
import { openStores, type Stores } from './store/index.ts'
import { Pruning } from './store/pruning.ts'
import type { Cipher } from './store/secrets.ts'
import { LinkRegistry } from './transfer/links.ts'
import { filePortServices } from './transfer/port-services.ts'
import { limited } from './util/limited.ts'
import { VirtualService } from './virtual/virtual-service.ts'
import { createWorkflows } from './workflows/index.ts'

/** Connection requests under way at one time: a batch over a thousand boxes must not flood the network. */
const callsAtOnce = 16

const loopback = '127.0.0.1'

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
  let currentSettings = stores.settings.get()
  const settings = (): Settings => currentSettings

  const virtual = new VirtualService({
    acsUrl: () => endpointsOf(listeners.list()).acsUrl,
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
    mannersOf: (deviceId) => {
      const { emptyAnswer, cookiePath } = quirks.of(deviceId)
      return { emptyAnswer: emptyAnswer === 'setting' ? settings().cwmp.emptyAnswer : emptyAnswer, cookiePath }
    },
    onTurnedAway: (visit) => hub.onTurnedAway(visit),
    trace,
    // The self-check's own knocks are no box; on loopback those of demo boxes are.
    onContact: (address, contact) => {
      if (address !== listeners.get('acs').address || address === loopback) field.radar.note(address, contact)
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
    address: () => listeners.get('files').address,
    filesPort: () => listeners.get('files').port,
    fileUrl: () => endpointsOf(listeners.list()).fileUrl,
    dataDir: config.dataDir,
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
    adapters: () => adapters.now(),
    listeners: () => listeners.list(),
    bindAddress,
    acsUrl: () => endpointsOf(listeners.list()).acsUrl,
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
    listeners: () => listeners,
    adapters: () => adapters.now(),
  })
  const parameters = composeParameters({
    bus,
    stores,
    isZeroTouchOn: () => settings().provisioning.zeroTouch,
    deviceOf: (id) => devices.find(id),
    jobs: () => jobs,
    snapshots: () => snapshots,
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
      evidence: evidence.workflows,
      pointing: field.workflows,
      firmware: firmware.workflow,
      provisioning: parameters.workflows,
    }),
    sessions: hub,
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

  const ca = createLocalCa(stores.secrets)
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
      {
        name: 'acsTls',
        protocol: 'tcp',
        mayMove: false,
        options: () => JSON.stringify(settings().tls),
        start: async (address, port) =>
          acs.startSecure(address, port, await acsTlsOptions(ca, settings().tls, address)),
        stop: () => acs.stopSecure(),
      },
      ...filePortServices(links, ca),
      stun,
    ],
    onChange: networkChanged,
    log: log.child('net'),
  })
  const adapters = new AdapterWatch({
    onChange: (now) => {
      networkChanged()
      void (mustRebind(listeners.list(), bindAddress(), now) ? rebind({ anew: true }) : field.adjust())
    },
    // Asleep, an adapter may have left its multicast groups without a word.
    onResume: () => void field.adjust({ anew: true }),
  })

  function bindAddress(): string {
    return config.bind ?? addressFor(settings().adapter, adapters.now())
  }
  async function rebind(options: { anew?: boolean } = {}): Promise<Listener[]> {
    const { cwmp, tls, files, filesTls, ftp, tftp, stun } = settings()
    const held = firmware.heldPorts()
    // A free port once found is kept: boxes and links know it.
    const wanted = (name: Listener['name'], port: number) =>
      held[name] ?? (config.acsPort === 0 ? listeners.get(name).port : port)
    const ports = {
      acs: wanted('acs', config.acsPort ?? cwmp.port),
      acsTls: tls.enabled ? wanted('acsTls', tls.port) : null,
      files: wanted('files', files.port),
      filesTls: filesTls.enabled ? wanted('filesTls', filesTls.port) : null,
      ftp: ftp.enabled ? wanted('ftp', ftp.port) : null,
      tftp: tftp.enabled ? wanted('tftp', tftp.port) : null,
      stun: wanted('stun', stun.port),
    }
    const bound = await listeners.bind(bindAddress(), ports, options)
    await field.adjust()
    return bound
  }
  async function changeSettings(patch: SettingsPatch): Promise<Settings> {
    const before = settings()
    const name = patch.adapter?.name
    if (name && !adapters.now().some((adapter) => adapter.name === name))
      throw new AppError('ADAPTER_UNKNOWN', { name })
    const after = stores.settings.set(patch)
    currentSettings = after
    bus.emit('settings.changed', after)
    if (portsOf(before) !== portsOf(after)) await rebind()
    else if (JSON.stringify(before.discovery) !== JSON.stringify(after.discovery)) await field.adjust()
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
    reach,
    evidence,
    about: () => ({
      seq: bus.seq,
      version: config.version,
      dataDir: config.dataDir,
      endpoints: endpointsOf(listeners.list()),
    }),
    authority: () => ca.authority(),
    adapters: () => adapters.now(),
    listeners: () => listeners.list(),
    restartListeners: () => rebind({ anew: true }),
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
      parameters.start()
      jobs.recover()
      adapters.start()
      pruning.start()
      await rebind()
      jobs.start()
      evidence.start()
      if (config.demo) await virtual.start('stb', 1)
    },
    async stop() {
      parameters.stop()
      adapters.stop()
      pruning.stop()
      await field.stop()
      await virtual.stop()
      await evidence.stop()
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
  return (same ?? own[0])?.address ?? loopback
}

/** What decides where the servers listen, as one text to compare. */
function portsOf({ adapter, cwmp, tls, files, filesTls, ftp, tftp, stun }: Settings): string {
  return JSON.stringify([adapter, cwmp.port, tls, files.port, filesTls, ftp, tftp, stun.port])
}

function passwordOf({ cwmp }: Settings, username: string): string | null {
  return username === cwmp.username ? cwmp.password : null
}

function credentialsForBoxes({ cwmp }: Settings): { username: string; password: string } | null {
  return cwmp.auth === 'none' ? null : { username: cwmp.username, password: cwmp.password }
}
