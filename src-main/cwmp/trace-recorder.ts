import type { TraceMessage } from '#shared/model/session.ts'
import { maskHeaders, maskSecrets } from '../util/redact.ts'
import { describe } from './codec/index.ts'
import type { AcsEnvelope } from './codec/messages.ts'
import type { DecodedMessage } from './decode-message.ts'
import type { HttpReply, HttpRequest } from './http/message.ts'

/** What was sent for one POST, and the message it carried. */
export interface AcsAnswer extends HttpReply {
  message: AcsEnvelope | null
}

/** Under this name the request line stands first among the headers of a box's message. */
export const requestLineName = ':request'

type Entry = Omit<TraceMessage, 'id'>
type Unassigned = Omit<Entry, 'sessionId'>

/** Where an exchange without a session came from: what tells the session that follows which ones are its own. */
export interface TraceOrigin {
  connection: object
  address: string
  /** Of an Inform. */
  deviceId: string | null
}

const maxWaiting = 200
const waitingBodyLength = 64 * 1024

/**
 * Writes down both sides of every exchange, secrets masked. Exchanges before a session exists (a 401, a probe) wait and
 * join the session that follows on the same connection, of the same box, or, where neither is known, from the same address.
 */
export class TraceRecorder {
  readonly #add: (entry: Entry) => void
  #waiting: { origin: TraceOrigin; entries: Unassigned[] }[] = []

  constructor(add: (entry: Entry) => void) {
    this.#add = add
  }

  /** One exchange is over; `sessionId` is null where no session was opened for it. */
  exchange(sessionId: string | null, origin: TraceOrigin, incoming: Unassigned, answer: AcsAnswer): void {
    const entries = [incoming, outgoingOf(answer)]
    if (sessionId === null) return this.#keep(origin, entries)
    this.adopt(sessionId, origin)
    for (const entry of entries) this.#add({ ...entry, sessionId })
  }

  /** Gives a session the exchanges that led to it. */
  adopt(sessionId: string, origin: TraceOrigin): void {
    if (this.#waiting.length === 0) return
    const own = this.#waiting.filter((waiting) => leadsTo(waiting.origin, origin))
    if (own.length === 0) return
    this.#waiting = this.#waiting.filter((waiting) => !own.includes(waiting))
    for (const { entries } of own) for (const entry of entries) this.#add({ ...entry, sessionId })
  }

  #keep(origin: TraceOrigin, entries: Unassigned[]): void {
    this.#waiting.push({ origin, entries: entries.map(cutBody) })
    if (this.#waiting.length > maxWaiting) this.#waiting.shift()
  }
}

/** The box's half of an exchange. */
export function incomingOf(request: HttpRequest, message: DecodedMessage): Unassigned {
  const common = {
    at: new Date().toISOString(),
    direction: 'in' as const,
    httpStatus: null,
    headers: [requestLineOf(request), ...maskHeaders(request.rawHeaders)],
    bodyTruncated: false,
  }
  if (message.kind === 'problem') {
    const unread = {
      method: 'malformed',
      cwmpId: null,
      summary: {},
      sizeBytes: request.body.length,
      body: '',
      fault: null,
    }
    return { ...common, ...unread, warnings: request.warnings }
  }
  const { decoded, text, sizeBytes } = message
  const envelope = decoded.kind === 'envelope' ? decoded.envelope : null
  const { method, params } = envelope ? describe(envelope.message) : { method: decoded.kind, params: {} }
  return {
    ...common,
    method,
    cwmpId: envelope?.id ?? null,
    summary: params,
    sizeBytes,
    body: text,
    fault: faultOf(envelope?.message),
    warnings: [...request.warnings, ...(decoded.kind === 'envelope' ? decoded.envelope.warnings : decoded.warnings)],
  }
}

/** The request line, kept among the headers as HTTP/2 keeps it: the name is none that HTTP/1 could send. */
function requestLineOf({ method, target, version }: HttpRequest): [string, string] {
  return [requestLineName, maskSecrets(`${method} ${target} HTTP/${version}`)]
}

function leadsTo(earlier: TraceOrigin, later: TraceOrigin): boolean {
  if (earlier.connection === later.connection) return true
  return earlier.deviceId === null ? earlier.address === later.address : earlier.deviceId === later.deviceId
}

function cutBody(entry: Unassigned): Unassigned {
  if (entry.body.length <= waitingBodyLength) return entry
  return { ...entry, body: entry.body.slice(0, waitingBodyLength), bodyTruncated: true }
}

function outgoingOf({ status, headers, body, message }: AcsAnswer): Unassigned {
  const { method, params } = message
    ? describe(message.message)
    : { method: status === 204 || status === 200 ? 'empty' : 'http', params: {} }
  return {
    at: new Date().toISOString(),
    direction: 'out',
    method,
    cwmpId: message?.id ?? null,
    summary: params,
    httpStatus: status,
    headers: maskHeaders(Object.entries(headers)),
    sizeBytes: Buffer.byteLength(body),
    body: maskSecrets(body),
    bodyTruncated: false,
    fault: faultOf(message?.message),
    warnings: [],
  }
}

function faultOf(message: { name: string } | undefined): TraceMessage['fault'] {
  if (!message) return null
  if (message.name === 'Fault') {
    const fault = message as { code: number; message: string; faultString: string } & { name: string }
    return { code: fault.code, message: fault.message || fault.faultString }
  }
  const transfer = 'fault' in message ? (message.fault as { code: number; message: string }) : null
  return transfer && transfer.code !== 0 ? { code: transfer.code, message: transfer.message } : null
}
