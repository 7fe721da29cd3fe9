import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, isIPv6, type Server, type Socket } from 'node:net'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import { plainAddress } from '../../net/address.ts'
import { toListenError } from '../../net/listen.ts'
import { bindTcp, type ServerAddress } from '../listen.ts'
import { type Frame, initialFraming, lastFrame, splitFrames } from './framing.ts'
import { parseSyslog } from './parse.ts'

export interface SyslogServerOptions {
  address: string
  /** One number for UDP and TCP; 0 picks a free one. */
  port: number
  onMessage: (message: SyslogMessage) => void
  /** Which boxes are heard; absent: all. */
  isHeard?: (address: string) => boolean
  maxMessageBytes?: number
  maxConnections?: number
  /** Messages of one address per second; what is above is dropped and counted. */
  maxPerSecond?: number
  idleTimeoutMs?: number
}

interface Rate {
  second: number
  count: number
}

const maxRates = 10_000

/** Receives syslog over UDP (RFC 5426) and TCP (RFC 6587) on one port number. */
export class SyslogServer {
  private readonly options: SyslogServerOptions
  private readonly connections = new Set<Socket>()
  private readonly rates = new Map<string, Rate>()
  private servers: { udp: UdpSocket; tcp: Server } | null = null
  private droppedCount = 0

  constructor(options: SyslogServerOptions) {
    this.options = options
  }

  /** Messages dropped since the start, because they came too fast. */
  get dropped(): number {
    return this.droppedCount
  }

  /** Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<ServerAddress> {
    const { address, port, maxConnections = 64 } = this.options
    const tcp = createServer((socket) => this.accept(socket))
    tcp.maxConnections = maxConnections
    const bound = await bindTcp(tcp, address, port)
    try {
      const udp = await this.bindUdp(bound)
      this.servers = { udp, tcp }
      return bound
    } catch (error) {
      tcp.close()
      throw error
    }
  }

  async stop(): Promise<void> {
    const { servers } = this
    this.servers = null
    if (servers === null) return
    for (const socket of this.connections) socket.destroy()
    await Promise.all([
      new Promise((resolve) => servers.tcp.close(resolve)),
      new Promise<void>((resolve) => servers.udp.close(resolve)),
    ])
  }

  private bindUdp({ address, port }: ServerAddress): Promise<UdpSocket> {
    return new Promise((resolve, reject) => {
      const socket = createSocket({ type: isIPv6(address) ? 'udp6' : 'udp4', recvBufferSize: 1024 * 1024 })
      socket.once('error', (error) => reject(toListenError(error, address, port)))
      socket.on('message', (bytes, remote) => {
        const kept = bytes.subarray(0, this.maxBytes)
        this.take({ bytes: kept, isTruncated: kept.length < bytes.length }, remote.address, 'udp')
      })
      socket.bind(port, address, () => {
        socket.removeAllListeners('error').on('error', () => undefined)
        resolve(socket)
      })
    })
  }

  private accept(socket: Socket): void {
    const address = socket.remoteAddress ?? ''
    let state = initialFraming
    this.connections.add(socket)
    const takeAll = (frames: Frame[]) => {
      for (const frame of frames) this.take(frame, address, 'tcp')
    }
    socket
      .setTimeout(this.options.idleTimeoutMs ?? 30 * 60_000, () => socket.destroy())
      .on('data', (chunk: Buffer) => {
        const split = splitFrames(state, chunk, this.maxBytes)
        state = split.state
        takeAll(split.frames)
      })
      .on('end', () => takeAll(lastFrame(state)))
      .on('error', () => undefined)
      .on('close', () => this.connections.delete(socket))
  }

  private get maxBytes(): number {
    return this.options.maxMessageBytes ?? 64 * 1024
  }

  private take({ bytes, isTruncated }: Frame, remote: string, transport: 'udp' | 'tcp'): void {
    const address = plainAddress(remote)
    if (this.options.isHeard?.(address) === false) return
    if (!this.isWithinRate(address)) {
      this.droppedCount += 1
      return
    }
    const receivedAt = new Date().toISOString()
    this.options.onMessage({ receivedAt, address, transport, isTruncated, ...parseSyslog(bytes) })
  }

  private isWithinRate(address: string): boolean {
    const second = Math.floor(performance.now() / 1000)
    const rate = this.rates.get(address)
    if (rate?.second === second) {
      rate.count += 1
      return rate.count <= (this.options.maxPerSecond ?? 5000)
    }
    if (this.rates.size >= maxRates) this.rates.clear()
    this.rates.set(address, { second, count: 1 })
    return true
  }
}
