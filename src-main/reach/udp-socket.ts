import { randomBytes } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { isIPv6 } from 'node:net'
import type { ConnectionRequestVerdict, Heartbeat } from '#shared/model/reach.ts'
import { toListenError } from '../net/listen.ts'
import { normaliseAddress } from '../net/subnet.ts'
import type { HeartbeatTable } from './heartbeats.ts'
import type { Credentials } from './http-connection-request.ts'
import { verdictOfError } from './probe-connection.ts'
import type { UdpEndpoint } from './stun/message.ts'
import { decideStun, type StunPolicy } from './stun/responder.ts'
import { buildUdpConnectionRequest } from './udp-connection-request.ts'
import { UdpStamps } from './udp-stamps.ts'

export interface StunServerOptions {
  /** Address of the chosen adapter. */
  address: string
  /** 3478 by default of boxes; 0 picks a free one. */
  port: number
  /** Outlives the socket: boxes go on sending to the same address after it was opened anew. */
  heartbeats: HeartbeatTable
  /** Given where message integrity is asked of boxes; better not on a bench. */
  passwordFor?: StunPolicy['passwordFor']
  now?: () => number
  /** Given by whoever makes the socket anew, so that stamps go on rising. */
  stamps?: UdpStamps
}

interface StunServerEvents {
  heartbeat: [Heartbeat]
  /** An error answer was sent: code as in RFC 3489 11.2.9. */
  refused: [UdpEndpoint & { code: number }]
  /** A datagram that is no STUN: a box that answers a UDP connection request. */
  heard: [UdpEndpoint]
  /** The socket died (adapter gone); the owner starts anew. */
  failed: [Error]
}

/** How a UDP connection request is sent; times in milliseconds. */
export interface UdpRequestOptions {
  /** The box, for the stamp that must rise. */
  deviceId: string
  /** When its last Inform came, in milliseconds since the epoch. */
  informedAt?: number
  to: UdpEndpoint
  /** Null sends an empty name and key, which boxes without credentials accept. */
  credentials: Credentials | null
  copies?: number
  spacingMs?: number
  /** How long to listen for anything that the box sends back. */
  listenMs?: number
  signal?: AbortSignal | undefined
}

/**
 * STUN server, heartbeat table and sender of UDP connection requests on one socket: a NAT lets a request through only
 * from the address and port that the box sends its heartbeats to (TR-069 G.2.2).
 */
export class StunServer {
  readonly heartbeats: HeartbeatTable
  readonly #options: StunServerOptions
  /** Every request under way listens: as many as the caller makes at one time. */
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #stamps: UdpStamps
  #socket: Socket | null = null

  constructor(options: StunServerOptions) {
    this.#options = options
    const now = options.now ?? Date.now
    this.#stamps = options.stamps ?? new UdpStamps(now)
    this.heartbeats = options.heartbeats
  }

  /** Binds the socket; fails with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<void> {
    const { address, port } = this.#options
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    await new Promise<void>((resolve, reject) => {
      socket.once('error', (error) => {
        socket.close()
        reject(toListenError(error, address, port))
      })
      socket.bind({ address, port, exclusive: true }, () => {
        socket.removeAllListeners('error')
        resolve()
      })
    })
    socket.on('message', (bytes, remote) => this.#receive(bytes, remote))
    socket.on('error', (error) => this.#emit('failed', error))
    this.#socket = socket
  }

  async stop(): Promise<void> {
    const socket = this.#socket
    this.#socket = null
    if (socket) await new Promise<void>((resolve) => socket.close(() => resolve()))
  }

  /** Where boxes find the server; null while it is stopped. */
  get address(): UdpEndpoint | null {
    const bound = this.#socket?.address()
    return bound ? { address: bound.address, port: bound.port } : null
  }

  /** Listens to an event; the result stops it. */
  on<E extends keyof StunServerEvents>(event: E, listener: (...data: StunServerEvents[E]) => void): () => void {
    const heard = listener as (...data: unknown[]) => void
    this.#events.on(event as string, heard)
    return () => void this.#events.off(event as string, heard)
  }

  /** Sends identical signed datagrams. No answer is owed: the Inform is the only proof. */
  async requestConnection(options: UdpRequestOptions): Promise<ConnectionRequestVerdict> {
    const { to, credentials, copies = 3, spacingMs = 50, listenMs = 500, signal } = options
    if (this.#socket === null) return { kind: 'noRoute', cause: 'UDP_STOPPED' }
    const stamp = this.#stamps.next(options.deviceId, options.informedAt ?? 0)
    const { username, password } = credentials ?? { username: '', password: '' }
    const cn = randomBytes(8).toString('hex')
    const datagram = buildUdpConnectionRequest({ to, ...stamp, username, password, cn })
    let isHeard = false
    const stopListening = this.on('heard', (from) => {
      if (from.address === normaliseAddress(to.address)) isHeard = true
    })
    try {
      for (let copy = 0; copy < copies; copy++) {
        if (signal?.aborted) return { kind: 'cancelled' }
        await this.#send(datagram, to)
        await delay(copy < copies - 1 ? spacingMs : listenMs, signal)
      }
      return { kind: 'sent', copies, heard: isHeard }
    } catch (error) {
      return verdictOfError(error as Error)
    } finally {
      stopListening()
    }
  }

  #emit<E extends keyof StunServerEvents>(event: E, ...data: StunServerEvents[E]): void {
    this.#events.emit(event, ...data)
  }

  #receive(bytes: Buffer, remote: RemoteInfo): void {
    const own = this.address
    if (own === null) return
    const source = { address: normaliseAddress(remote.address), port: remote.port }
    const decision = decideStun(bytes, source, { own, passwordFor: this.#options.passwordFor })
    if (decision.kind === 'answer') {
      const to = decision.to.address === source.address ? { ...decision.to, address: remote.address } : decision.to
      this.#send(decision.bytes, to).catch(() => {})
      if (decision.errorCode !== null) this.#emit('refused', { ...source, code: decision.errorCode })
    } else if (decision.reason === 'notStun') {
      this.#emit('heard', source)
    }
    const heartbeat = decision.heartbeat && this.heartbeats.note(decision.heartbeat)
    if (heartbeat) this.#emit('heartbeat', heartbeat)
  }

  #send(bytes: Buffer, to: UdpEndpoint): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#socket) return reject(new Error('not started'))
      this.#socket.send(bytes, to.port, to.address, (error) => (error ? reject(error) : resolve()))
    })
  }
}

/** Ends early on abort. */
function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, { once: true })
  })
}
