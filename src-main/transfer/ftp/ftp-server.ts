import { createServer, type Server } from 'node:net'
import type { LinkRegistry } from '../links.ts'
import { bindTcp, type ServerAddress } from '../listen.ts'
import { FtpConnection } from './connection.ts'
import type { PortRange } from './data-channel.ts'

export interface FtpServerOptions {
  registry: LinkRegistry
  address: string
  /** 0 picks a free one. */
  port: number
  passivePorts?: PortRange
  /** Milliseconds; default 120 s. */
  idleTimeoutMs?: number
  maxConnections?: number
}

/**
 * A minimal FTP server over the links of the registry (RFC 959, 2428, 3659 SIZE, MDTM and REST): a link is the folder of
 * its token. No part of the file system can be seen or reached through it.
 */
export class FtpServer {
  private readonly options: FtpServerOptions
  private readonly connections = new Set<FtpConnection>()
  private server: Server | null = null
  private bound: ServerAddress | null = null

  constructor(options: FtpServerOptions) {
    this.options = options
  }

  get address(): ServerAddress | null {
    return this.bound
  }

  /** Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<ServerAddress> {
    const { address, port, maxConnections = 128, idleTimeoutMs = 120_000 } = this.options
    const server = createServer({ noDelay: true })
    server.maxConnections = maxConnections
    server.on('connection', (socket) => {
      const onEnd = () => this.connections.delete(connection)
      const connection: FtpConnection = new FtpConnection(socket, { ...this.options, idleTimeoutMs, onEnd })
      this.connections.add(connection)
      connection.start()
    })
    this.bound = await bindTcp(server, address, port)
    this.server = server
    return this.bound
  }

  async stop(): Promise<void> {
    const { server } = this
    this.server = null
    this.bound = null
    if (server === null) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const connection of this.connections) connection.stop()
    await closed
  }
}
