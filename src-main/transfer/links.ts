import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { ByteRange, ReceivedFile, RefusalReason, Transfer, TransferProtocol } from '#shared/model/transfer.ts'
import {
  type Credentials,
  createToken,
  type DownloadLink,
  type FileSource,
  type Link,
  linkIdOf,
  linkPath,
  maskTokens,
  type ReportLink,
  type UploadLink,
} from './link.ts'
import { type Resolution, resolvePath } from './paths.ts'
import { Ticket } from './ticket.ts'

interface CommonOptions {
  fileName: string
  /** One-time user and password; null or absent: the token is all the secret there is. */
  credentials?: Credentials | null
  /** Milliseconds since the epoch; absent: until revoked. */
  expiresAt?: number
  /** Given when a link is restored after a restart, so that a box may go on with the URL it holds. */
  token?: string
}

export interface PublishOptions extends CommonOptions {
  source: FileSource
  sizeBytes: number
  sha256: string
}

export interface AcceptOptions extends CommonOptions {
  /** Existing directory for finished files; null throws them away. */
  directory: string | null
  /** Limit over all files of the link. */
  maxBytes: number
  /** Default 32. */
  maxFiles?: number
}

export interface ReportOptions extends CommonOptions {
  /** Of one report, unpacked. */
  maxBytes: number
  onReport: (body: Buffer) => void
}

/** What a server knows when a request begins. */
export interface RequestFacts {
  protocol: TransferProtocol
  address: string
  method: string
  path: string
  range?: ByteRange | null
  total?: number | null
  status?: number | null
}

type Unsubscribe = () => void

const maxRecordsPerLink = 500
const maxStrays = 500
const maxLogs = 1000

/**
 * The one-time links of all file servers, and the log of what boxes asked for. It holds nothing on disk: a job that
 * survives a restart publishes its link again with the same token.
 */
export class LinkRegistry {
  private readonly links = new Map<string, { link: Link; abort: AbortController }>()
  private readonly logs = new Map<string, Map<string, Transfer>>()
  /** Requests under way: their records in the logs are up to 250 ms old. */
  private readonly tickets = new Map<string, Ticket>()
  private readonly strays = new Map<string, Transfer>()
  private readonly transferListeners = new Set<(transfer: Transfer) => void>()
  private readonly receivedListeners = new Set<(file: ReceivedFile) => void>()

  /** Makes a file available for download. */
  publish(options: PublishOptions): DownloadLink {
    const { source, sizeBytes, sha256 } = options
    return this.add({ kind: 'download', ...this.base(options), source, sizeBytes, sha256 })
  }

  /** Makes a place for uploads available. */
  accept(options: AcceptOptions): UploadLink {
    const { directory, maxBytes, maxFiles = 32 } = options
    return this.add({ kind: 'upload', ...this.base(options), directory, maxBytes, maxFiles })
  }

  /** Makes a place for reports available. */
  hear(options: ReportOptions): ReportLink {
    const { maxBytes, onReport } = options
    return this.add({ kind: 'report', ...this.base(options), maxBytes, onReport })
  }

  /** Ends a link and aborts its running requests; its log stays readable. */
  revoke(linkId: string): void {
    for (const [token, { link, abort }] of this.links) {
      if (link.id !== linkId) continue
      this.links.delete(token)
      abort.abort()
    }
  }

  /** All links that are valid now. */
  active(): Link[] {
    return [...this.links.values()].map(({ link }) => link).filter(isValid)
  }

  /** Finds what a path asks for. */
  resolve(path: string): Resolution {
    return resolvePath(path, (token) => {
      const link = this.links.get(token)?.link
      return link !== undefined && isValid(link) ? link : undefined
    })
  }

  /** Starts the record of a request that will be served. */
  begin(link: Link, facts: RequestFacts): Ticket {
    const signal = this.links.get(link.token)?.abort.signal ?? AbortSignal.abort()
    const ticket = new Ticket(newTransfer(link.id, facts), signal, (transfer) => this.record(transfer))
    this.tickets.set(ticket.current.requestId, ticket)
    return ticket
  }

  /** Records a request that got nothing; `link` is null where the path fits none. */
  refuse(link: Link | null, facts: RequestFacts, reason: RefusalReason, status: number): void {
    const now = new Date().toISOString()
    const transfer = newTransfer(link?.id ?? null, facts)
    this.record({ ...transfer, state: 'refused', reason, httpStatus: status, endedAt: now })
  }

  /** Tells listeners that an upload is complete and in place. */
  reportReceived(file: ReceivedFile): void {
    for (const listener of this.receivedListeners) listener(file)
  }

  /** What was asked of a link, oldest first, as it stands now. */
  requestsOf(linkId: string): Transfer[] {
    return [...(this.logs.get(linkId)?.values() ?? [])].map((one) => this.tickets.get(one.requestId)?.current ?? one)
  }

  /** Requests that fitted no link: by one address, since a time (milliseconds since the epoch). */
  straysOf(address: string, sinceMs = 0): Transfer[] {
    const since = new Date(sinceMs).toISOString()
    return [...this.strays.values()].filter((stray) => stray.address === address && stray.startedAt >= since)
  }

  onTransfer(listener: (transfer: Transfer) => void): Unsubscribe {
    this.transferListeners.add(listener)
    return () => this.transferListeners.delete(listener)
  }

  onReceived(listener: (file: ReceivedFile) => void): Unsubscribe {
    this.receivedListeners.add(listener)
    return () => this.receivedListeners.delete(listener)
  }

  private base(options: CommonOptions) {
    const token = options.token ?? createToken()
    return {
      id: linkIdOf(token),
      token,
      path: linkPath(token, options.fileName),
      fileName: options.fileName,
      credentials: options.credentials ?? null,
      createdAt: Date.now(),
      expiresAt: options.expiresAt ?? null,
    }
  }

  private add<L extends Link>(link: L): L {
    this.links.get(link.token)?.abort.abort()
    this.links.set(link.token, { link, abort: new AbortController() })
    return link
  }

  private record(transfer: Transfer): void {
    const log = transfer.linkId === null ? this.strays : this.logOf(transfer.linkId)
    log.set(transfer.requestId, transfer)
    if (transfer.endedAt !== null) this.tickets.delete(transfer.requestId)
    dropOldest(log, transfer.linkId === null ? maxStrays : maxRecordsPerLink)
    for (const listener of this.transferListeners) listener(transfer)
  }

  private logOf(linkId: string): Map<string, Transfer> {
    const known = this.logs.get(linkId)
    if (known !== undefined) return known
    const log = new Map<string, Transfer>()
    this.logs.set(linkId, log)
    dropOldest(this.logs, maxLogs)
    return log
  }
}

/** Compares a login with the credentials of a link, in constant time. */
export function credentialsMatch(expected: Credentials, username: string, password: string): boolean {
  return equalText(expected.username, username) && equalText(expected.password, password)
}

function equalText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function isValid(link: Link): boolean {
  return link.expiresAt === null || link.expiresAt > Date.now()
}

function newTransfer(linkId: string | null, facts: RequestFacts): Transfer {
  return {
    linkId,
    requestId: randomUUID(),
    protocol: facts.protocol,
    address: facts.address,
    method: facts.method.slice(0, 32),
    path: maskTokens(facts.path),
    range: facts.range ?? null,
    bytesSent: 0,
    bytesReceived: 0,
    total: facts.total ?? null,
    state: 'started',
    httpStatus: facts.status ?? null,
    reason: null,
    warnings: [],
    startedAt: new Date().toISOString(),
    endedAt: null,
  }
}

function dropOldest(map: Map<string, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return
    map.delete(key)
  }
}
