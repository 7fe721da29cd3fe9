import { createHmac, randomBytes } from 'node:crypto'

/** Classic STUN (RFC 3489) as TR-069 annex G uses it; the box's side. */

const BINDING_REQUEST = 0x0001
const BINDING_RESPONSE = 0x0101
const BINDING_ERROR = 0x0111
const ATTRIBUTE = {
  mappedAddress: 0x0001,
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  connectionRequestBinding: 0xc001,
  bindingChange: 0xc002,
} as const

const BINDING_MARK = Buffer.from('dslforum.org/TR-111 ')
const HEADER_BYTES = 20

export interface BindingRequest {
  /** 16 bytes; random when absent. */
  readonly transactionId?: Buffer
  readonly isChange: boolean
  /** Sent only after the server asked with 401. */
  readonly credentials?: { readonly username: string; readonly password: string }
}

/** Encodes a Binding Request from the port where connection requests are expected: it carries 0xC001. */
export function encodeBindingRequest({ transactionId, isChange, credentials }: BindingRequest): Buffer {
  const attributes = [
    ...(credentials === undefined ? [] : [attribute(ATTRIBUTE.username, padded(credentials.username))]),
    attribute(ATTRIBUTE.connectionRequestBinding, BINDING_MARK),
    ...(isChange ? [attribute(ATTRIBUTE.bindingChange, Buffer.alloc(0))] : []),
  ]
  const body = Buffer.concat(attributes)
  const id = transactionId ?? randomBytes(16)
  if (credentials === undefined) {
    return Buffer.concat([header(body.length, id), body])
  }
  const signed = Buffer.concat([header(body.length + 24, id), body])
  const filled = Buffer.concat([signed, Buffer.alloc((64 - (signed.length % 64)) % 64)])
  const integrity = createHmac('sha1', credentials.password).update(filled).digest()
  return Buffer.concat([signed, attribute(ATTRIBUTE.messageIntegrity, integrity)])
}

function header(length: number, transactionId: Buffer): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16BE(BINDING_REQUEST, 0)
  bytes.writeUInt16BE(length, 2)
  return Buffer.concat([bytes, transactionId])
}

function attribute(type: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16BE(type, 0)
  bytes.writeUInt16BE(value.length, 2)
  return Buffer.concat([bytes, value])
}

const padded = (text: string): Buffer => Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, ' '))

export type StunAnswer =
  | { readonly kind: 'mapped'; readonly transactionId: Buffer; readonly address: string; readonly port: number }
  | { readonly kind: 'error'; readonly transactionId: Buffer; readonly code: number }

/** Reads the server's answer; undefined when it is none that the box understands. */
export function decodeStunAnswer(message: Buffer): StunAnswer | undefined {
  if (message.length < HEADER_BYTES) {
    return undefined
  }
  const type = message.readUInt16BE(0)
  const transactionId = message.subarray(4, HEADER_BYTES)
  const end = Math.min(message.length, HEADER_BYTES + message.readUInt16BE(2))
  for (let at = HEADER_BYTES; at + 4 <= end; ) {
    const length = message.readUInt16BE(at + 2)
    const value = message.subarray(at + 4, at + 4 + length)
    const name = message.readUInt16BE(at)
    if (type === BINDING_RESPONSE && name === ATTRIBUTE.mappedAddress && value.length >= 8) {
      return {
        kind: 'mapped',
        transactionId,
        address: [...value.subarray(4, 8)].join('.'),
        port: value.readUInt16BE(2),
      }
    }
    if (type === BINDING_ERROR && name === ATTRIBUTE.errorCode && value.length >= 4) {
      return { kind: 'error', transactionId, code: ((value[2] ?? 0) & 7) * 100 + (value[3] ?? 0) }
    }
    at += 4 + Math.ceil(length / 4) * 4
  }
  return undefined
}
