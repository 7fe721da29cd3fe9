import { decodeText } from '../decode-text.ts'

/** Error codes of RFC 1350 section 5 and RFC 2347. */
export const tftpErrors = {
  undefined: 0,
  notFound: 1,
  accessViolation: 2,
  diskFull: 3,
  illegal: 4,
  unknownTransfer: 5,
  optionRefused: 8,
} as const

/** Names in lower case, in the order of the packet. */
export type TftpOptions = ReadonlyMap<string, string>

export interface TftpRequest {
  type: 'read' | 'write'
  fileName: string
  /** Lower case: `octet`, `netascii` or `mail`. */
  mode: string
  options: TftpOptions
}

export type TftpPacket =
  | TftpRequest
  | { type: 'data'; block: number; data: Uint8Array }
  | { type: 'ack'; block: number }
  | { type: 'error'; code: number; message: string }
  | { type: 'optionAck'; options: TftpOptions }

const opcodes = { read: 1, write: 2, data: 3, ack: 4, error: 5, optionAck: 6 } as const

/** Reads one datagram (RFC 1350 section 5, RFC 2347); null where it is none. */
export function parsePacket(datagram: Buffer): TftpPacket | null {
  if (datagram.length < 4) return null
  const rest = datagram.subarray(2)
  switch (datagram.readUInt16BE(0)) {
    case opcodes.read:
      return parseRequest('read', rest)
    case opcodes.write:
      return parseRequest('write', rest)
    case opcodes.data:
      return { type: 'data', block: rest.readUInt16BE(0), data: rest.subarray(2) }
    case opcodes.ack:
      return { type: 'ack', block: rest.readUInt16BE(0) }
    case opcodes.error:
      return { type: 'error', code: rest.readUInt16BE(0), message: strings(rest.subarray(2))[0] ?? '' }
    case opcodes.optionAck:
      return { type: 'optionAck', options: toOptions(strings(rest)) }
    default:
      return null
  }
}

function parseRequest(type: 'read' | 'write', body: Buffer): TftpRequest | null {
  const [fileName, mode, ...options] = strings(body)
  if (!fileName || !mode) return null
  return { type, fileName, mode: mode.toLowerCase(), options: toOptions(options) }
}

/** Zero-terminated strings; a last one without its zero is taken too. */
function strings(body: Buffer): string[] {
  const parts: string[] = []
  for (let start = 0; start < body.length && parts.length < 64; ) {
    const zero = body.indexOf(0, start)
    const end = zero < 0 ? body.length : zero
    parts.push(decodeText(body.subarray(start, end)).text)
    start = end + 1
  }
  return parts
}

function toOptions(parts: string[]): TftpOptions {
  const options = new Map<string, string>()
  for (let index = 0; index + 1 < parts.length; index += 2) {
    options.set((parts[index] ?? '').toLowerCase(), parts[index + 1] ?? '')
  }
  return options
}

export function buildRequest(request: TftpRequest): Buffer {
  const parts = [request.fileName, request.mode, ...[...request.options].flat()]
  return withOpcode(opcodes[request.type], Buffer.from(parts.map((part) => `${part}\0`).join('')))
}

export function buildAck(block: number): Buffer {
  const packet = Buffer.allocUnsafe(4)
  packet.writeUInt16BE(opcodes.ack, 0)
  packet.writeUInt16BE(block & 0xffff, 2)
  return packet
}

/** Bytes before the data of a block. */
export const dataHeadBytes = 4

/** Writes the head of a data block, its data to follow. */
export function writeDataHead(packet: Buffer, at: number, block: number): void {
  packet.writeUInt16BE(opcodes.data, at)
  packet.writeUInt16BE(block & 0xffff, at + 2)
}

export function buildDataHead(block: number): Buffer {
  const head = Buffer.allocUnsafe(dataHeadBytes)
  writeDataHead(head, 0, block)
  return head
}

/** The block number of an ACK, without the cost of a parse; null where the datagram is something else. */
export function ackIn(datagram: Buffer): number | null {
  return datagram.length >= 4 && datagram.readUInt16BE(0) === opcodes.ack ? datagram.readUInt16BE(2) : null
}

export function buildError(code: number, message: string): Buffer {
  return withOpcode(opcodes.error, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(`${message}\0`)]))
}

export function buildOptionAck(options: TftpOptions): Buffer {
  return withOpcode(
    opcodes.optionAck,
    Buffer.from(
      [...options]
        .flat()
        .map((part) => `${part}\0`)
        .join(''),
    ),
  )
}

function withOpcode(opcode: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0, opcode]), body])
}
