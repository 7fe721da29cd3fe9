import type { RemoteInfo, Socket } from 'node:dgram'
import { AppError, toErrorData } from '#shared/errors.ts'
import type { DiscoveryScope } from '#shared/model/discovery.ts'
import type { DhcpStatus } from '#shared/model/pointing.ts'
import { addressOption, dhcpOptions, dhcpTypes, parseDhcp } from '../../discovery/dhcp/dhcp-message.ts'
import type { Log } from '../../log/log.ts'
import { closeUdp, openUdp } from '../../net/multicast-socket.ts'
import { answerDhcp, type DhcpOffer } from './answer-dhcp.ts'
import { findServer } from './find-server.ts'
import { defaultPool, isPoolUsable, LeaseTable, type Pool } from './lease-table.ts'

const serverPort = 67
const clientPort = 68
const broadcast = '255.255.255.255'
/** Answers of another server to one client are not heard by all: the wire is asked again. */
const lookAgainMs = 60_000

export interface DhcpServerDeps {
  /** Whether an address lies on another network of this laptop: what is said there is none of our business. */
  isElsewhere: (address: string) => boolean
  onChange: (status: DhcpStatus) => void
  log: Log
}

export interface DhcpStart {
  scope: DiscoveryScope
  acsUrl: string
  pool: Pool | null
  option43: DhcpOffer['option43']
}

/**
 * A small DHCP server for a bench: only when told to, on one adapter, and never beside another server. It asks the wire
 * first, and stops at the first word of another server. Its answers leave by the chosen adapter only.
 */
export class DhcpServer {
  readonly #deps: DhcpServerDeps
  #sockets: Socket[] = []
  #leases: LeaseTable | null = null
  #timer: NodeJS.Timeout | null = null
  #status: Omit<DhcpStatus, 'leases'> = { state: 'stopped', adapter: '', pool: null, acsUrl: '', error: null }

  constructor(deps: DhcpServerDeps) {
    this.#deps = deps
  }

  status(): DhcpStatus {
    const leases = (this.#leases?.list() ?? []).map(({ until, ...lease }) => ({
      ...lease,
      until: new Date(until).toISOString(),
    }))
    return { ...this.#status, leases }
  }

  /** Throws DHCP_OTHER_SERVER, DHCP_NO_NETWORK, BAD_REQUEST for a pool outside, PORT_IN_USE or PORT_FORBIDDEN. */
  async start({ scope, acsUrl, pool, option43 }: DhcpStart): Promise<DhcpStatus> {
    await this.stop()
    const { address, prefixLength } = scope
    const chosen = pool ?? defaultPool(address, prefixLength)
    if (chosen === null) throw new AppError('DHCP_NO_NETWORK', { address, prefixLength })
    if (!isPoolUsable(chosen, address, prefixLength))
      throw new AppError('BAD_REQUEST', { field: 'pool', detail: `not in the network of ${address}/${prefixLength}` })
    this.#change({ state: 'probing', adapter: scope.adapter, pool: chosen, acsUrl, error: null })
    try {
      const other = await findServer(scope)
      if (other !== null) throw new AppError('DHCP_OTHER_SERVER', { address: other, adapter: scope.adapter })
      this.#leases = new LeaseTable(chosen)
      await this.#open(scope, { address, prefixLength, acsUrl, option43 })
      return this.#change({ state: 'running' })
    } catch (error) {
      await this.#close()
      this.#change({ state: 'failed', error: toErrorData(error) })
      throw error
    }
  }

  /** Closes the server; leases given before run out by themselves within ten minutes. */
  async stop(): Promise<void> {
    await this.#close()
    if (this.#status.state !== 'stopped') this.#change({ state: 'stopped', error: null })
  }

  async #open(scope: DiscoveryScope, offer: DhcpOffer): Promise<void> {
    const hearing = await this.#socket({ port: serverPort, reuse: true })
    const answering = await this.#socket({ port: serverPort, address: scope.address, reuse: true })
    answering.setBroadcast(true)
    for (const socket of [hearing, answering]) {
      socket.on('message', (bytes: Buffer) => this.#receive(bytes, scope, offer, answering))
    }
    const others = await this.#socket({ port: clientPort, reuse: true })
    others.on('message', (bytes: Buffer, from: RemoteInfo) => this.#watch(bytes, from, scope.address))
    this.#timer = setInterval(() => void this.#lookAgain(scope), lookAgainMs).unref()
  }

  async #socket(options: Parameters<typeof openUdp>[0]): Promise<Socket> {
    const socket = await openUdp(options)
    this.#sockets.push(socket)
    return socket
  }

  #receive(bytes: Buffer, scope: DiscoveryScope, offer: DhcpOffer, answering: Socket): void {
    const message = parseDhcp(bytes)
    if (!message || !this.#leases || message.mac === scope.mac) return
    // A client that takes another server's offer says so to all.
    const chosen = message.op === 'request' ? addressOption(message, dhcpOptions.serverId) : undefined
    if (chosen !== undefined) this.#heardOf(chosen, offer.address)
    const answer = answerDhcp(message, offer, this.#leases)
    if (answer) answering.send(answer, clientPort, broadcast, () => {})
    if (message.type !== dhcpTypes.discover) this.#change({})
  }

  #watch(bytes: Buffer, { address }: RemoteInfo, own: string): void {
    const message = parseDhcp(bytes)
    if (message?.op === 'reply' && address !== own)
      this.#heardOf(addressOption(message, dhcpOptions.serverId) ?? address, own)
  }

  /** Two servers would break the network for everybody on it: ours stops. */
  #heardOf(server: string, own: string): void {
    if (server === own || this.#deps.isElsewhere(server) || this.#status.state !== 'running') return
    this.#deps.log.warn('another DHCP server speaks, ours stops', { address: server })
    const error = toErrorData(new AppError('DHCP_OTHER_SERVER', { address: server, adapter: this.#status.adapter }))
    this.#change({ state: 'failed', error })
    void this.#close()
  }

  async #lookAgain(scope: DiscoveryScope): Promise<void> {
    const other = await findServer(scope).catch(() => null)
    if (other !== null) this.#heardOf(other, scope.address)
  }

  async #close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    const sockets = this.#sockets
    this.#sockets = []
    await Promise.all(sockets.map(closeUdp))
  }

  #change(patch: Partial<Omit<DhcpStatus, 'leases'>>): DhcpStatus {
    this.#status = { ...this.#status, ...patch }
    const status = this.status()
    this.#deps.onChange(status)
    return status
  }
}
