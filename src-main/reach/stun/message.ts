import { isIPv4 } from 'node:net'

/** Message types (RFC 3489 11.1). */
export const stunTypes = { bindingRequest: 0x0001, bindingResponse: 0x0101, bindingError: 0x0111 } as const

/** Attribute types (RFC 3489 11.2, RFC 5389 18.2, TR-069 Annex G.2.1.3). */
export const stunAttributes = {
  mappedAddress: 0x0001,
  responseAddress: 0x0002,
  changeRequest: 0x0003,
  sourceAddress: 0x0004,
  changedAddress: 0x0005,
  username: 0x0006,
  password: 0x0007,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  reflectedFrom: 0x000b,
  realm: 0x0014,
  nonce: 0x0015,
  xorMappedAddress: 0x0020,
  connectionRequestBinding: 0xc001,
  bindingChange: 0xc002,
} as const

/** Value of CONNECTION-REQUEST-BINDING without its final blank, which some boxes leave out. */
export const connectionRequestBindingText = 'dslforum.org/TR-111'

/** Where a datagram comes from or goes to. */
export interface UdpEndpoint {
  address: string
  port: number
}

export interface StunAttribute {
  type: number
  value: Buffer
}

/** A decoded message; `offset` is where an attribute begins in the datagram. */
export interface StunMessage {
  type: number
  /** 16 bytes; clients after RFC 5389 begin it with the magic cookie. */
  transactionId: Buffer
  hasCookie: boolean
  attributes: readonly (StunAttribute & { offset: number })[]
}

const headerBytes = 20
const magicCookie = Buffer.from('2112a442', 'hex')

/**
 * Decodes a STUN message; null for anything else. Values that are no multiple of 4 long may be padded (RFC 5389 15) or
 * not (seen in set-top boxes): the reading that ends where the length says is taken.
 */
export function decodeStun(bytes: Buffer): StunMessage | null {
  if (bytes.length < headerBytes || bytes.readUInt8(0) > 0x3f) return null
  const end = headerBytes + bytes.readUInt16BE(2)
  if (end > bytes.length) return null
  const attributes = readAttributes(bytes, end, 4) ?? readAttributes(bytes, end, 1)
  if (attributes === null) return null
  const transactionId = Buffer.from(bytes.subarray(4, headerBytes))
  const hasCookie = transactionId.subarray(0, 4).equals(magicCookie)
  return { type: bytes.readUInt16BE(0), transactionId, hasCookie, attributes }
}

function readAttributes(bytes: Buffer, end: number, alignment: 1 | 4): StunMessage['attributes'] | null {
  const attributes: (StunAttribute & { offset: number })[] = []
  let offset = headerBytes
  while (offset < end) {
    if (offset + 4 > end) return null
    const length = bytes.readUInt16BE(offset + 2)
    const valueEnd = offset + 4 + length
    if (valueEnd > end) return null
    const value = Buffer.from(bytes.subarray(offset + 4, valueEnd))
    attributes.push({ type: bytes.readUInt16BE(offset), value, offset })
    // The last value may lack its padding.
    offset = Math.min(end, offset + 4 + Math.ceil(length / alignment) * alignment)
  }
  return attributes
}

/** Encodes a message; values are padded with zeros to a multiple of 4 (RFC 5389 15). */
export function encodeStun(type: number, transactionId: Buffer, attributes: readonly StunAttribute[]): Buffer {
  const parts = attributes.map(({ type: attributeType, value }) => {
    const part = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
    part.writeUInt16BE(attributeType, 0)
    part.writeUInt16BE(value.length, 2)
    value.copy(part, 4)
    return part
  })
  const body = Buffer.concat(parts)
  const header = Buffer.alloc(4)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(body.length, 2)
  return Buffer.concat([header, transactionId, body])
}

/** The first attribute of a type, or null. */
export function findAttribute(message: StunMessage, type: number): Buffer | null {
  return message.attributes.find((attribute) => attribute.type === type)?.value ?? null
}

/** Value of MAPPED-ADDRESS and its like (RFC 3489 11.2.1, RFC 5389 15.1). */
export function encodeAddress({ address, port }: UdpEndpoint): Buffer {
  const host = isIPv4(address) ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address)
  const head = Buffer.from([0, host.length === 4 ? 1 : 2, port >> 8, port & 0xff])
  return Buffer.concat([head, host])
}

/** Value of XOR-MAPPED-ADDRESS: port and address crossed with the transaction id (RFC 5389 15.2). */
export function encodeXorAddress(endpoint: UdpEndpoint, transactionId: Buffer): Buffer {
  const plain = encodeAddress(endpoint)
  return plain.map((byte, at) => {
    const mask = at < 2 ? 0 : at < 4 ? transactionId[at - 2] : transactionId[at - 4]
    return byte ^ (mask ?? 0)
  }) as Buffer
}

/** The endpoint of an address value, IPv4 only (RFC 3489 knows no other); null where it is damaged. */
export function decodeAddress(value: Buffer): UdpEndpoint | null {
  if (value.length < 8 || value.readUInt8(1) !== 1) return null
  return { port: value.readUInt16BE(2), address: [...value.subarray(4, 8)].join('.') }
}

function ipv6Bytes(address: string): Buffer {
  const plain = address.replace(/%.*$/, '')
  const [left = '', right] = plain.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').flatMap(groupBytes))
  const head = groups(left)
  const tail = right === undefined ? [] : groups(right)
  return Buffer.from([...head, ...Array<number>(Math.max(0, 16 - head.length - tail.length)).fill(0), ...tail])
}

function groupBytes(group: string): number[] {
  if (group.includes('.')) return group.split('.').map(Number)
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}
