import type { IncomingMessage } from 'node:http'
import type { TraceMessage } from '#shared/model/session.ts'
import { maskHeaders, maskSecrets } from '../util/redact.ts'
import { decodeText } from './codec/charset.ts'
import { describe } from './codec/index.ts'
import type { AcsEnvelope, Decoded } from './codec/messages.ts'

/** What was sent for one POST. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string | string[]>
  body: string
  message: AcsEnvelope | null
}

type Entry = Omit<TraceMessage, 'id'>
type Unassigned = Omit<Entry, 'sessionId'>

const pendingPerAddress = 8
const pendingAddresses = 200

/**
 * Writes down both sides of every exchange, secrets masked. Exchanges before a session exists (a 401, a probe) wait per
 * address, and join the session that follows.
 */
export class TraceRecorder {
  readonly #add: (entry: Entry) => void
  readonly #pending = new Map<string, Unassigned[]>()

  constructor(add: (entry: Entry) => void) {
    this.#add = add
  }

  /** The box's half, built before it is known to which session it belongs. */
  incoming(request: IncomingMessage, bytes: Buffer, decoded: Decoded): Unassigned {
    const envelope = decoded.kind === 'envelope' ? decoded.envelope : null
    const { method, params } = envelope ? describe(envelope.message) : { method: decoded.kind, params: {} }
    return {
      at: new Date().toISOString(),
      direction: 'in',
      method,
      cwmpId: envelope?.id ?? null,
      summary: params,
      httpStatus: null,
      headers: maskHeaders(pairs(request.rawHeaders)),
      sizeBytes: bytes.length,
      body: maskSecrets(decodeText(bytes, request.headers['content-type']).text),
      bodyTruncated: false,
      fault: faultOf(envelope?.message),
      warnings: decoded.kind === 'envelope' ? decoded.envelope.warnings : decoded.warnings,
    }
  }

  /** One exchange is over; `sessionId` is null where no session was opened for it. */
  exchange(sessionId: string | null, address: string, incoming: Unassigned, answer: HttpAnswer): void {
    const outgoing = outgoingOf(answer)
    if (sessionId === null) return this.#keep(address, [incoming, outgoing])
    this.adopt(sessionId, address)
    this.#add({ ...incoming, sessionId })
    this.#add({ ...outgoing, sessionId })
  }

  /** Gives what waits for an address to a session. */
  adopt(sessionId: string, address: string): void {
    const pending = this.#pending.get(address)
    if (!pending) return
    this.#pending.delete(address)
    for (const entry of pending) this.#add({ ...entry, sessionId })
  }

  #keep(address: string, entries: Unassigned[]): void {
    const pending = [...(this.#pending.get(address) ?? []), ...entries].slice(-pendingPerAddress)
    this.#pending.delete(address)
    this.#pending.set(address, pending)
    const oldest = this.#pending.keys().next()
    if (this.#pending.size > pendingAddresses && !oldest.done) this.#pending.delete(oldest.value)
  }
}

function outgoingOf(answer: HttpAnswer): Unassigned {
  const { method, params } = answer.message
    ? describe(answer.message.message)
    : { method: answer.status === 204 || answer.status === 200 ? 'empty' : 'http', params: {} }
  return {
    at: new Date().toISOString(),
    direction: 'out',
    method,
    cwmpId: answer.message?.id ?? null,
    summary: params,
    httpStatus: answer.status,
    headers: maskHeaders(
      Object.entries(answer.headers).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    ),
    sizeBytes: Buffer.byteLength(answer.body),
    body: maskSecrets(answer.body),
    bodyTruncated: false,
    fault: faultOf(answer.message?.message),
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

function pairs(rawHeaders: string[]): [string, string][] {
  const result: [string, string][] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) result.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? ''])
  return result
}
