import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import type { RefusalReason } from '#shared/model/transfer.ts'
import { plainAddress } from '../../net/address.ts'
import { toListenError } from '../../net/listen.ts'
import { IncomingFile, remainingBytes } from '../inbox.ts'
import type { DownloadLink, Link, UploadLink } from '../link.ts'
import type { LinkRegistry, RequestFacts } from '../links.ts'
import type { ServerAddress } from '../listen.ts'
import { openSource } from '../source.ts'
import { negotiate } from './options.ts'
import { buildError, parsePacket, type TftpRequest, tftpErrors } from './packet.ts'
import { ReadSession } from './read-session.ts'
import { WriteSession } from './write-session.ts'

export interface TftpServerOptions {
  registry: LinkRegistry
  address: string
  /** 0 picks a free one. */
  port: number
  maxTransfers?: number
}

interface Session {
  start(): void
  stop(): void
}

/** Serves links over TFTP (RFC 1350, 2347 to 2349, 7440). It knows no login: links with credentials are refused. */
export class TftpServer {
  private readonly options: TftpServerOptions
  /** By address and port of the box: a repeated request is told from a new one. */
  private readonly sessions = new Map<string, Session | null>()
  private socket: Socket | null = null
  private bound: ServerAddress | null = null

  constructor(options: TftpServerOptions) {
    this.options = options
  }

  get address(): ServerAddress | null {
    return this.bound
  }

  /** Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<ServerAddress> {
    const { address, port } = this.options
    const socket = await bindUdp(address, port)
    socket.on('message', (datagram, remote) => this.receive(datagram, remote))
    this.socket = socket
    this.bound = { address: socket.address().address, port: socket.address().port }
    return this.bound
  }

  async stop(): Promise<void> {
    const { socket } = this
    this.socket = null
    this.bound = null
    for (const session of this.sessions.values()) session?.stop()
    this.sessions.clear()
    if (socket !== null) await new Promise<void>((resolve) => socket.close(resolve))
  }

  private receive(datagram: Buffer, remote: RemoteInfo): void {
    const request = parsePacket(datagram)
    if (request?.type !== 'read' && request?.type !== 'write') return
    const key = `${remote.address} ${remote.port}`
    if (this.sessions.has(key) || this.sessions.size >= (this.options.maxTransfers ?? 128)) return
    this.sessions.set(key, null)
    this.open(request, remote, key).catch(() => this.sessions.delete(key))
  }

  private async open(request: TftpRequest, remote: RemoteInfo, key: string): Promise<void> {
    const { registry } = this.options
    const path = `/${request.fileName.replaceAll('\\', '/')}`
    const method = request.type === 'read' ? 'RRQ' : 'WRQ'
    const facts: RequestFacts = { protocol: 'tftp', address: plainAddress(remote.address), method, path }
    const found = registry.resolve(path)
    const link = found.type === 'unknown' ? null : found.link
    const refuse = (reason: RefusalReason, code: number) => {
      registry.refuse(link, facts, reason, code)
      this.socket?.send(buildError(code, 'not available'), remote.port, remote.address)
      this.sessions.delete(key)
    }
    if (found.type !== 'found') return refuse(link === null ? 'unknownLink' : 'wrongName', tftpErrors.notFound)
    if (found.link.credentials !== null) return refuse('credentials', tftpErrors.accessViolation)
    if (!isFor(found.link, request)) return refuse('method', tftpErrors.accessViolation)
    if (request.mode !== 'octet' && request.mode !== 'netascii') return refuse('malformed', tftpErrors.illegal)
    if (found.link.kind === 'report') return refuse('method', tftpErrors.accessViolation)
    const refusal =
      found.link.kind === 'download'
        ? await this.openRead(found.link, request, facts, remote, key)
        : await this.openWrite(found.link, found.name, request, facts, remote, key)
    if (refusal !== null) refuse(refusal, refusal === 'sourceGone' ? tftpErrors.notFound : tftpErrors.diskFull)
  }

  private async openRead(
    link: DownloadLink,
    request: TftpRequest,
    facts: RequestFacts,
    remote: RemoteInfo,
    key: string,
  ): Promise<RefusalReason | null> {
    const source = await openSource(link)
    if (source === null) return 'sourceGone'
    const socket = await connectUdp(this.options.address, remote)
    const ticket = this.options.registry.begin(link, { ...facts, total: link.sizeBytes })
    if (request.mode === 'netascii') ticket.warn('asciiRequested')
    const terms = negotiate(request.options, link.sizeBytes)
    this.run(key, new ReadSession(socket, source, terms, ticket, () => this.sessions.delete(key)))
    return null
  }

  private async openWrite(
    link: UploadLink,
    name: string,
    request: TftpRequest,
    facts: RequestFacts,
    remote: RemoteInfo,
    key: string,
  ): Promise<RefusalReason | null> {
    const { registry } = this.options
    const terms = negotiate(request.options, null)
    if ((terms.announcedBytes ?? 0) > remainingBytes(link)) return 'tooLarge'
    const socket = await connectUdp(this.options.address, remote)
    const ticket = registry.begin(link, { ...facts, total: terms.announcedBytes })
    if (request.mode === 'netascii') ticket.warn('asciiRequested')
    try {
      const file = await IncomingFile.open(link, ticket, name)
      const session = new WriteSession(socket, file, terms, ticket, (received) => {
        this.sessions.delete(key)
        if (received !== null) registry.reportReceived(received)
      })
      this.run(key, session)
      return null
    } catch {
      socket.close()
      ticket.refuse('tooMany', tftpErrors.diskFull)
      return 'tooMany'
    }
  }

  private run(key: string, session: Session): void {
    this.sessions.set(key, session)
    session.start()
    if (this.socket === null) session.stop()
  }
}

function isFor(link: Link, request: TftpRequest): boolean {
  return (link.kind === 'download') === (request.type === 'read')
}

function bindUdp(address: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    socket.once('error', (error) => reject(toListenError(error, address, port)))
    socket.bind(port, address, () => {
      socket.removeAllListeners('error').on('error', () => undefined)
      resolve(socket)
    })
  })
}

/** A socket that hears this box alone, so that no stranger can slip blocks in; the system drops the rest. */
async function connectUdp(address: string, remote: RemoteInfo): Promise<Socket> {
  const socket = await bindUdp(address, 0)
  await new Promise<void>((resolve) => socket.connect(remote.port, remote.address, resolve))
  return socket
}
