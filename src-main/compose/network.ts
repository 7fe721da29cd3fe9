import { adapterChoiceOf } from '#shared/adapter-choice.ts'
import type { Adapter, Endpoints, Listener, ListenerName } from '#shared/model/network.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { AcsServer } from '../cwmp/acs-server.ts'
import type { Log } from '../log/log.ts'
import { acsTlsOptions } from '../net/acs-tls.ts'
import { AdapterWatch } from '../net/adapter-watch.ts'
import { endpointsOf } from '../net/endpoints.ts'
import { Listeners, type PortService } from '../net/listeners.ts'
import { createLocalCa, type KeyKeeper, type LocalCa } from '../net/local-ca.ts'
import { rebindNeed } from '../net/rebind-need.ts'
import { SleepWatch } from '../net/sleep-watch.ts'
import type { LinkRegistry } from '../transfer/links.ts'
import { filePortServices } from '../transfer/port-services.ts'

export const loopback = '127.0.0.1'

export interface NetworkDeps {
  bus: EventBus
  /** Address of all servers; without it the chosen adapter's. */
  bind: string | undefined
  /** TCP port of the ACS; without it the one of the settings. 0 frees all ports of the app. */
  acsPort: number | undefined
  settings: () => Settings
  keys: KeyKeeper
  acs: AcsServer
  links: LinkRegistry
  stun: PortService
  /** Ports that a transfer under way needs as they are. */
  heldPorts: () => Partial<Record<ListenerName, number>>
  /** Told when the address may be another one: what listens beside the servers follows. */
  onAddress: (options?: { anew?: boolean }) => Promise<void>
  /** Told when the ways to the boxes are open again, after the address was another one or the laptop slept. */
  onReachable: () => void
  /** Told before anything else when the laptop wakes. */
  onSlept: (sleptMs: number) => void
  log: Log
}

/** Where the app listens. */
export interface Network {
  ca: LocalCa
  listeners: Listeners
  adapters(): Adapter[]
  endpoints(): Endpoints
  /** The address of all servers. */
  address(): string
  rebind(options?: { anew?: boolean }): Promise<Listener[]>
  /** Binds anew where the settings ask for it. */
  follow(before: Settings, after: Settings): Promise<void>
  /** The laptop sleeps from now on, and wakes. */
  suspended(): void
  resumed(): void
  watch(): void
  unwatch(): void
}

/** Builds the servers' ports and what keeps them on the chosen adapter. */
export function composeNetwork(deps: NetworkDeps): Network {
  const { bus, settings, acs, log } = deps
  const ca = createLocalCa(deps.keys)
  const changed = (): void => {
    bus.emit('network.changed', { adapters: adapters.now(), listeners: listeners.list(), endpoints: endpoints() })
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
      ...filePortServices(deps.links, ca, () => passivePortsOf(settings())),
      deps.stun,
    ],
    onChange: changed,
    log: log.child('net'),
  })
  const adapters = new AdapterWatch((now) => {
    changed()
    const need = rebindNeed(listeners.list(), address(), now)
    if (need === 'all') void rebindBecause('addressChanged')
    else void (need === 'failedOnes' ? rebind().then(deps.onReachable) : deps.onAddress())
  })
  const sleep = new SleepWatch((sleptMs) => {
    log.info('the laptop slept', { seconds: Math.round(sleptMs / 1000) })
    deps.onSlept(sleptMs)
    // What the adapters say of a change is too late by then: all that was open is dead, and a socket may be without its groups.
    void rebindBecause('laptopSlept').then(() => deps.onAddress({ anew: true }))
  })

  const endpoints = (): Endpoints => endpointsOf(listeners.list())
  const address = (): string => deps.bind ?? addressFor(settings().adapter, adapters.now())

  async function rebind(options: { anew?: boolean } = {}): Promise<Listener[]> {
    const bound = await listeners.bind(address(), portsOf(settings()), options)
    await deps.onAddress()
    return bound
  }

  async function rebindBecause(reason: string): Promise<void> {
    acs.endSessions(reason)
    await rebind({ anew: true })
    deps.onReachable()
  }

  function portsOf({ cwmp, tls, files, filesTls, ftp, tftp, stun }: Settings): Record<ListenerName, number | null> {
    const held = deps.heldPorts()
    // A free port once found is kept: boxes and links know it.
    const wanted = (name: ListenerName, port: number): number =>
      held[name] ?? (deps.acsPort === 0 ? listeners.get(name).port : port)
    return {
      acs: wanted('acs', deps.acsPort ?? cwmp.port),
      acsTls: tls.enabled ? wanted('acsTls', tls.port) : null,
      files: wanted('files', files.port),
      filesTls: filesTls.enabled ? wanted('filesTls', filesTls.port) : null,
      ftp: ftp.enabled ? wanted('ftp', ftp.port) : null,
      tftp: tftp.enabled ? wanted('tftp', tftp.port) : null,
      stun: wanted('stun', stun.port),
    }
  }

  return {
    ca,
    listeners,
    adapters: () => adapters.now(),
    endpoints,
    address,
    rebind,
    async follow(before, after) {
      if (placesOf(before) !== placesOf(after)) await rebind()
      else if (JSON.stringify(before.discovery) !== JSON.stringify(after.discovery)) await deps.onAddress()
    },
    suspended: () => sleep.suspended(),
    resumed: () => sleep.resumed(),
    watch() {
      sleep.start()
      adapters.start()
    },
    unwatch() {
      sleep.stop()
      adapters.stop()
    },
  }
}

/** The chosen adapter's address now; loopback until one is chosen, or while its cable is out. */
function addressFor(chosen: Settings['adapter'], adapters: Adapter[]): string {
  const choice = adapterChoiceOf(chosen, adapters)
  return choice.kind === 'there' || choice.kind === 'moved' ? choice.adapter.address : loopback
}

/** A range that is upside down counts as the one that was meant. */
function passivePortsOf({ ftp: { passiveFrom, passiveTo } }: Settings): { min: number; max: number } | null {
  if (passiveFrom === 0) return null
  return { min: Math.min(passiveFrom, passiveTo || passiveFrom), max: Math.max(passiveFrom, passiveTo) }
}

/** What decides where the servers listen, as one text to compare. */
function placesOf({ adapter, cwmp, tls, files, filesTls, ftp, tftp, stun }: Settings): string {
  return JSON.stringify([adapter, cwmp.port, tls, files.port, filesTls, ftp, tftp, stun.port])
}
