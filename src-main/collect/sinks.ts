import { mkdirSync } from 'node:fs'
import { AppError } from '#shared/errors.ts'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import type { ReceivedFile } from '#shared/model/transfer.ts'
import { urlHost } from '../net/address.ts'
import { FtpServer } from '../transfer/ftp/ftp-server.ts'
import type { Credentials } from '../transfer/link.ts'
import type { LinkRegistry } from '../transfer/links.ts'
import type { ServerAddress } from '../transfer/listen.ts'
import { SftpServer } from '../transfer/sftp/sftp-server.ts'
import { SyslogServer } from '../transfer/syslog/syslog-server.ts'
import { TftpServer } from '../transfer/tftp/tftp-server.ts'

export type SinkProtocol = 'http' | 'ftp' | 'tftp' | 'sftp'

export interface SinkHost {
  links: LinkRegistry
  /** The chosen adapter's address: sinks listen there alone. */
  address: () => string
  /** Of the file server, which takes HTTP. */
  filesPort: () => number
  /** PEM of the key that SFTP shows; made once. */
  hostKey: () => string
}

/** Where one file of a box may come in, once. */
export interface Sink {
  linkId: string
  credentials: Credentials
  protocol: SinkProtocol
  /** `host` is our own address on the box's connection. */
  urlFor(host: string): string
  /** Credentials inside, for a box that has no other place for them. */
  urlWithLoginFor(host: string): string
  /** The first file that came, now or later; rejects with the signal's reason. */
  received(signal: AbortSignal): Promise<ReceivedFile>
  close(): void
}

interface Server {
  start(): Promise<ServerAddress>
  stop(): Promise<void>
}

type OwnProtocol = Exclude<SinkProtocol, 'http'>
const ports: Record<OwnProtocol, number> = { ftp: 21, tftp: 69, sftp: 22 }
const syslogPort = 514

/**
 * The receivers of one job: servers start when the first link needs them and stop with the job. Each link takes one file
 * of bounded size into the job's folder.
 */
export class Sinks {
  readonly #host: SinkHost
  readonly #directory: string
  readonly #servers = new Map<OwnProtocol | 'syslog', { server: Server; port: number }>()
  readonly #open = new Set<Sink>()

  constructor(host: SinkHost, directory: string) {
    this.#host = host
    this.#directory = directory
  }

  /** Opens a place for one file. Throws PORT_IN_USE and the like where its server cannot start. */
  async open(protocol: SinkProtocol, fileName: string, maxBytes: number): Promise<Sink> {
    // At once: an open session of the box does not wait for the disk.
    mkdirSync(this.#directory, { recursive: true })
    const port = protocol === 'http' ? this.#host.filesPort() : await this.#portOf(protocol)
    const { links } = this.#host
    const needsLogin = protocol === 'ftp' || protocol === 'sftp'
    const credentials = needsLogin ? oneTimeLogin() : { username: '', password: '' }
    const link = links.accept({
      fileName,
      directory: this.#directory,
      maxBytes,
      maxFiles: 8,
      credentials: needsLogin ? credentials : null,
    })
    const files: ReceivedFile[] = []
    const waiting = new Set<(file: ReceivedFile) => void>()
    const off = links.onReceived((file) => {
      if (file.linkId !== link.id) return
      files.push(file)
      for (const tell of waiting) tell(file)
    })
    const url = (login: string) => (host: string) => `${protocol}://${login}${urlHost(host)}:${port}${link.path}`
    const sink: Sink = {
      linkId: link.id,
      credentials,
      protocol,
      urlFor: url(''),
      urlWithLoginFor: url(needsLogin ? `${credentials.username}:${credentials.password}@` : ''),
      received: (signal) =>
        new Promise((resolve, reject) => {
          const [first] = files
          if (first) return resolve(first)
          const onAbort = () => reject(signal.reason)
          if (signal.aborted) return onAbort()
          waiting.add(resolve)
          signal.addEventListener('abort', onAbort, { once: true })
        }),
      close: () => {
        off()
        waiting.clear()
        links.revoke(link.id)
        this.#open.delete(sink)
      },
    }
    this.#open.add(sink)
    return sink
  }

  /** Receives syslog of one box; gives the port. */
  async syslog(onMessage: (message: SyslogMessage) => void, isHeard: (address: string) => boolean): Promise<number> {
    return await this.#start('syslog', syslogPort, (port) => {
      const address = this.#host.address()
      return new SyslogServer({ address, port, onMessage, isHeard })
    })
  }

  /** Ends all links and servers. */
  async stop(): Promise<void> {
    for (const sink of [...this.#open]) sink.close()
    const running = [...this.#servers.values()]
    this.#servers.clear()
    await Promise.all(running.map(({ server }) => server.stop()))
  }

  async #portOf(protocol: OwnProtocol): Promise<number> {
    const { links: registry, hostKey } = this.#host
    const address = this.#host.address()
    return await this.#start(protocol, ports[protocol], (port) => {
      switch (protocol) {
        case 'ftp':
          return new FtpServer({ registry, address, port })
        case 'tftp':
          return new TftpServer({ registry, address, port })
        case 'sftp':
          return new SftpServer({ registry, address, port, hostKey: hostKey() })
      }
    })
  }

  /** On the usual port, for boxes that know no other; on a free one where that is taken or forbidden. */
  async #start(name: OwnProtocol | 'syslog', usual: number, create: (port: number) => Server): Promise<number> {
    const running = this.#servers.get(name)
    if (running) return running.port
    for (const port of [usual, 0]) {
      const server = create(port)
      try {
        const bound = await server.start()
        this.#servers.set(name, { server, port: bound.port })
        return bound.port
      } catch (error) {
        const isTaken = error instanceof AppError && (error.code === 'PORT_IN_USE' || error.code === 'PORT_FORBIDDEN')
        if (!isTaken || port === 0) throw error
      }
    }
    throw new AppError('PORT_IN_USE', { address: this.#host.address(), port: usual })
  }
}

/** Short, of letters and digits alone: boxes cut long ones at 32 characters, and escape nothing. */
function oneTimeLogin(): Credentials {
  const random = (length: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(length))).toString('hex')
  return { username: `box${random(4)}`, password: random(10) }
}
