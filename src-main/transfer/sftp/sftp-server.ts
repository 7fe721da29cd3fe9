import ssh2, { type AuthContext, type Connection, type Server } from 'ssh2'
import { plainAddress } from '../../net/address.ts'
import { toListenError } from '../../net/listen.ts'
import type { UploadLink } from '../link.ts'
import { credentialsMatch, type LinkRegistry } from '../links.ts'
import type { ServerAddress } from '../listen.ts'
import { SftpReceiver } from './receiver.ts'

export interface SftpServerOptions {
  registry: LinkRegistry
  address: string
  /** 0 picks a free one. */
  port: number
  /** PEM of an RSA key. */
  hostKey: string
  maxConnections?: number
  /** Milliseconds that one connection may last; default 30 min. */
  sessionTimeoutMs?: number
}

const nothing = { prepend: [], remove: [] }

/**
 * What boxes of 2010 know, beside what is good today: the link is one-time and the network is the technician's own. As
 * patterns, because they pick what this build of the crypto library has.
 */
const algorithms = {
  kex: { ...nothing, append: [/^diffie-hellman-group(?:14|1)-sha1$/] },
  serverHostKey: { ...nothing, append: [/^ssh-rsa$/] },
  cipher: { ...nothing, append: [/^(?:aes(?:128|256)|3des)-cbc$/] },
  hmac: { ...nothing, append: [/^hmac-sha1$/] },
}

const maxLogins = 6

/**
 * Takes files over SFTP (version 3): a user name belongs to one upload link, and whatever path is written goes there under
 * its last name. There is nothing to list, to read or to run.
 */
export class SftpServer {
  readonly #options: SftpServerOptions
  readonly #connections = new Set<Connection>()
  #server: Server | null = null

  constructor(options: SftpServerOptions) {
    this.#options = options
  }

  /** Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<ServerAddress> {
    const { address, port, hostKey } = this.#options
    const server = new ssh2.Server({ hostKeys: [hostKey], algorithms, ident: 'SFTP' } as unknown as ssh2.ServerConfig)
    server.maxConnections = this.#options.maxConnections ?? 32
    server.on('connection', (connection, { ip }) => this.#accept(connection, plainAddress(ip)))
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: Error) => reject(toListenError(error, address, port)))
      server.listen(port, address, resolve)
    })
    server.removeAllListeners('error').on('error', () => undefined)
    this.#server = server
    const bound = server.address() as { address: string; port: number }
    return { address: bound.address, port: bound.port }
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const connection of this.#connections) connection.end()
    await closed
  }

  #accept(connection: Connection, address: string): void {
    const { registry, sessionTimeoutMs = 30 * 60_000 } = this.#options
    const timer = setTimeout(() => connection.end(), sessionTimeoutMs)
    const receivers = new Set<SftpReceiver>()
    let link: UploadLink | null = null
    let failed = 0
    this.#connections.add(connection)
    connection
      .on('authentication', (context) => {
        link = this.#login(context)
        if (link !== null) return context.accept()
        failed += 1
        if (failed >= maxLogins) connection.end()
        else context.reject(['password', 'keyboard-interactive'])
      })
      .on('session', (acceptSession) => {
        acceptSession().on('sftp', (acceptSftp) => {
          if (link === null) return
          receivers.add(new SftpReceiver(acceptSftp(), { registry, link, address }))
        })
      })
      .on('error', () => undefined)
      .on('close', () => {
        clearTimeout(timer)
        this.#connections.delete(connection)
        for (const receiver of receivers) receiver.lost()
      })
  }

  #login(context: AuthContext): UploadLink | null {
    if (context.method !== 'password') return null
    const { username, password } = context
    const fits = this.#options.registry
      .active()
      .find(({ credentials }) => credentials !== null && credentialsMatch(credentials, username, password))
    return fits?.kind === 'upload' ? fits : null
  }
}
