import { connect, createServer, type Server, type Socket } from 'node:net'
import { plainAddress } from '../../net/address.ts'
import { bindTcp } from '../listen.ts'
import type { DataEndpoint } from './command.ts'

const connectTimeoutMs = 20_000

/** A data connection that is agreed on, and not there yet. */
export interface DataChannel {
  /** Resolves to the connection; rejects when it does not come within 20 s. */
  connect(): Promise<Socket>
  close(): void
}

export interface PassiveChannel extends DataChannel {
  readonly port: number
}

/** Inclusive range of ports for passive data connections, for firewalls; absent: any. */
export interface PortRange {
  min: number
  max: number
}

/** Listens for one data connection from one address; connections from elsewhere are dropped (RFC 2577 section 4). */
export async function listenPassive(localAddress: string, peer: string, ports?: PortRange): Promise<PassiveChannel> {
  const server = createServer({ noDelay: true })
  const port = await listenInRange(server, localAddress, ports)
  let close = () => {
    server.close()
  }
  const arrived = new Promise<Socket>((resolve, reject) => {
    close = () => {
      server.close()
      reject(new Error('the data channel was closed'))
    }
    server.on('connection', (socket) => {
      socket.on('error', () => undefined)
      if (plainAddress(socket.remoteAddress ?? '') !== peer) {
        socket.destroy()
        return
      }
      server.close()
      resolve(socket)
    })
  })
  arrived.catch(() => undefined)
  return {
    port,
    close,
    connect: () => {
      const timer = setTimeout(close, connectTimeoutMs)
      return arrived.finally(() => clearTimeout(timer))
    },
  }
}

async function listenInRange(server: Server, address: string, ports: PortRange | undefined): Promise<number> {
  if (ports === undefined) return (await bindTcp(server, address, 0)).port
  const count = ports.max - ports.min + 1
  const first = Math.floor(Math.random() * count)
  for (let tried = 0; tried < count - 1; tried += 1) {
    const port = ports.min + ((first + tried) % count)
    const bound = await bindTcp(server, address, port).catch(() => null)
    if (bound !== null) return bound.port
  }
  return (await bindTcp(server, address, ports.min + ((first + count - 1) % count))).port
}

/** Connects to where the client listens (PORT, EPRT). */
export function dialActive(localAddress: string, endpoint: DataEndpoint): DataChannel {
  let socket: Socket | null = null
  return {
    close: () => socket?.destroy(),
    connect: () =>
      new Promise((resolve, reject) => {
        const dialled = connect({ host: endpoint.address, port: endpoint.port, localAddress, noDelay: true })
        socket = dialled
        const timer = setTimeout(() => dialled.destroy(new Error('no data connection')), connectTimeoutMs)
        dialled.once('connect', () => {
          clearTimeout(timer)
          resolve(dialled)
        })
        dialled.on('error', (error) => {
          clearTimeout(timer)
          reject(error)
        })
      }),
  }
}
