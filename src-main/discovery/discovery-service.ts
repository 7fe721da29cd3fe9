import type { Device } from '#shared/model/device.ts'
import type {
  DiscoveryChange,
  DiscoveryList,
  DiscoveryScope,
  Neighbour,
  SourceState,
  SwitchableSource,
} from '#shared/model/discovery.ts'
import type { Heartbeat } from '#shared/model/reach.ts'
import type { Log } from '../log/log.ts'
import { isOnSubnet } from '../net/subnet.ts'
import { startArp } from './arp/arp-source.ts'
import { dhcpSource } from './dhcp/dhcp-source.ts'
import type { Fact } from './fact.ts'
import { startHttp } from './http/http-source.ts'
import { factOfDevice, factOfHeartbeat } from './known-facts.ts'
import { startMdns } from './mdns/mdns-source.ts'
import { toNeighbour } from './neighbour-view.ts'
import { emptyRegistry, forgetOld, noteFact, type Registry } from './registry.ts'
import { isSameScope } from './scope.ts'
import { SourceSet } from './source-set.ts'
import { type DescriptionListener, ssdpSource } from './ssdp/ssdp-source.ts'

export interface DiscoveryDeps {
  enabled: () => Readonly<Record<SwitchableSource, boolean>>
  /** The adapter's network now; null while only loopback is bound. */
  scope: () => DiscoveryScope | null
  /** Whether the laptop has no other real network. */
  isAlone: () => boolean
  devices: () => readonly Device[]
  onDescription: DescriptionListener
  onChange: (change: DiscoveryChange) => void
  log: Log
}

/** Changes are told at most this often. */
const tellEveryMs = 500
/** The wire is asked again by itself. */
const probeEveryMs = 60_000

/** Who is on the chosen adapter's network: all sources merged into one list. */
export class DiscoveryService {
  readonly #deps: DiscoveryDeps
  readonly #sources: SourceSet
  #registry: Registry = emptyRegistry
  #told = new Map<string, string>()
  #toldFrame = ''
  #scope: DiscoveryScope | null = null
  #lastNetwork: DiscoveryScope | null = null
  #tellTimer: NodeJS.Timeout | null = null
  #probeTimer: NodeJS.Timeout | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(deps: DiscoveryDeps) {
    this.#deps = deps
    const isKnownMac = (mac: string): boolean => this.#registry.some((entry) => entry.mac === mac)
    this.#sources = new SourceSet({
      ssdp: ssdpSource(deps.onDescription),
      mdns: startMdns,
      arp: startArp,
      dhcp: dhcpSource(deps.isAlone, isKnownMac),
      http: startHttp,
    })
  }

  /** Takes up the scope and the switches as they are now, again whenever they may have changed; `anew` opens all sources again. */
  adjust(anew = false): Promise<void> {
    return this.#enqueue(async () => {
      const scope = this.#deps.scope()
      if (anew || !isSameScope(scope, this.#scope)) await this.#sources.stop()
      // Another network: nobody of the old one is a neighbour any more.
      if (scope && this.#lastNetwork && !isSameScope(scope, this.#lastNetwork)) this.#registry = emptyRegistry
      this.#lastNetwork = scope ?? this.#lastNetwork
      this.#scope = scope
      for (const device of this.#deps.devices()) if (scope && isNeighbourOf(device, scope)) this.noteDevice(device)
      await this.#sources.stop((name) => !this.#isEnabled(name))
      if (scope) await this.#sources.start(this.#contextOf(scope), (name) => this.#isEnabled(name))
      this.#probeTimer ??= setInterval(() => void this.#probeByItself(), probeEveryMs).unref()
      this.#tellSoon()
      void this.#probe((name) => name !== 'http')
    })
  }

  /** Asks the wire now; by `http` also the connection-request ports, whatever the switch says. */
  refresh(withHttp: boolean): Promise<void> {
    return this.#enqueue(async () => {
      const scope = this.#scope
      if (!scope) return
      const isHttpOn = this.#isEnabled('http')
      await this.#sources.start(
        this.#contextOf(scope),
        (name) => this.#isEnabled(name) || (withHttp && name === 'http'),
      )
      await this.#sources.probe((name) => name !== 'http' || withHttp || isHttpOn)
      await this.#sources.stop((name) => name === 'http' && !isHttpOn)
    })
  }

  /** A box informed, or its state in the device list changed. */
  noteDevice(device: Device): void {
    if (!device.virtual) this.#note(factOfDevice(device))
  }

  noteHeartbeat(heartbeat: Heartbeat): void {
    if (this.#isEnabled('stun')) this.#note(factOfHeartbeat(heartbeat))
  }

  list(): DiscoveryList {
    return { scope: this.#scope, sources: this.#states(), neighbours: this.#neighbours() }
  }

  /** The row with this address; undefined where there is none. */
  findByAddress(address: string): Neighbour | undefined {
    const entry = this.#registry.find(({ addresses }) => addresses.includes(address))
    return entry && toNeighbour(entry, (id) => this.#findDevice(id))
  }

  async stop(): Promise<void> {
    if (this.#probeTimer) clearInterval(this.#probeTimer)
    if (this.#tellTimer) clearTimeout(this.#tellTimer)
    this.#probeTimer = null
    this.#tellTimer = null
    await this.#sources.stop()
    await this.#queue
  }

  #enqueue(run: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(run)
    this.#queue = next.catch(() => {})
    return next
  }

  #isEnabled(source: SwitchableSource): boolean {
    return this.#deps.enabled()[source]
  }

  #contextOf(scope: DiscoveryScope) {
    const subnet = [{ address: scope.address, family: 'IPv4', prefixLength: scope.prefixLength } as const]
    return {
      scope,
      report: (fact: Fact) => this.#note(fact),
      isInScope: (address: string) => isOnSubnet(address, subnet),
      known: () => this.#registry.flatMap(({ addresses }) => addresses[0] ?? []),
      log: this.#deps.log,
    }
  }

  async #probe(isWanted: Parameters<SourceSet['probe']>[0]): Promise<void> {
    await this.#sources
      .probe(isWanted)
      .catch((error: unknown) => this.#deps.log.debug('asking the wire failed', { error: String(error) }))
  }

  async #probeByItself(): Promise<void> {
    this.#registry = forgetOld(this.#registry, Date.now())
    await this.#probe((name) => name !== 'arp')
    this.#tellSoon()
  }

  #note(fact: Fact): void {
    this.#registry = noteFact(this.#registry, fact)
    this.#tellSoon()
  }

  #neighbours(): Neighbour[] {
    return this.#registry.map((entry) => toNeighbour(entry, (id) => this.#findDevice(id)))
  }

  #findDevice(id: string): Device | undefined {
    return this.#deps.devices().find((device) => device.id === id)
  }

  #states(): SourceState[] {
    const others = this.#sources.states((name) => this.#isEnabled(name), this.#scope === null)
    return [...others, { source: 'stun', state: this.#isEnabled('stun') ? 'running' : 'off', error: null }]
  }

  #tellSoon(): void {
    this.#tellTimer ??= setTimeout(() => {
      this.#tellTimer = null
      this.#tell()
    }, tellEveryMs).unref()
  }

  #tell(): void {
    const now = new Map(this.#neighbours().map((neighbour) => [neighbour.key, neighbour]))
    const texts = new Map([...now].map(([key, neighbour]) => [key, JSON.stringify(neighbour)]))
    const changed = [...now].flatMap(([key, neighbour]) => (this.#told.get(key) === texts.get(key) ? [] : [neighbour]))
    const removed = [...this.#told.keys()].filter((key) => !now.has(key))
    const sources = this.#states()
    const frame = JSON.stringify([this.#scope, sources])
    if (changed.length === 0 && removed.length === 0 && frame === this.#toldFrame) return
    this.#told = texts
    this.#toldFrame = frame
    this.#deps.onChange({ scope: this.#scope, sources, changed, removed })
  }
}

const rememberedForMs = 24 * 3_600_000

/** A box of the device list that was here lately; its address may be another's by now, of which ARP will tell. */
function isNeighbourOf({ address, lastInformAt }: Device, scope: DiscoveryScope): boolean {
  const isLately = lastInformAt !== null && Date.now() - Date.parse(lastInformAt) < rememberedForMs
  return isLately && isOnSubnet(address, [{ ...scope, family: 'IPv4' }])
}
