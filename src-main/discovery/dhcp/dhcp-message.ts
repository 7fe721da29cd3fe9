/** Options of DHCP that are used here (RFC 2132, RFC 3925). */
export const dhcpOptions = {
  mask: 1,
  router: 3,
  hostName: 12,
  broadcast: 28,
  vendorSpecific: 43,
  requestedAddress: 50,
  leaseSeconds: 51,
  messageType: 53,
  serverId: 54,
  parameterList: 55,
  message: 56,
  vendorClass: 60,
  clientId: 61,
  viVendorClass: 124,
  viVendorSpecific: 125,
} as const

/** Message types (RFC 2132 9.6). */
export const dhcpTypes = {
  discover: 1,
  offer: 2,
  request: 3,
  decline: 4,
  ack: 5,
  nak: 6,
  release: 7,
  inform: 8,
} as const

/** A DHCPv4 message (RFC 2131 2); addresses are `0.0.0.0` where there is none. */
export interface DhcpMessage {
  op: 'request' | 'reply'
  /** Message type; 0 where the option is missing (BOOTP). */
  type: number
  transactionId: number
  seconds: number
  isBroadcast: boolean
  clientAddress: string
  yourAddress: string
  serverAddress: string
  relayAddress: string
  /** `AA:BB:CC:DD:EE:FF`; empty where the hardware address is no Ethernet one. */
  mac: string
  /** An option that is split over several ones is joined (RFC 3396). */
  options: ReadonlyMap<number, Buffer>
}

const headerBytes = 236
const cookie = 0x63825363
const padOption = 0
const endOption = 255
const minimumBytes = 300

/** Reads a DHCP or BOOTP message; null for anything else. A damaged option ends the reading of options. Never throws. */
export function parseDhcp(bytes: Buffer): DhcpMessage | null {
  if (bytes.length < headerBytes + 4 || bytes.readUInt32BE(headerBytes) !== cookie) return null
  const op = bytes.readUInt8(0)
  if (op !== 1 && op !== 2) return null
  const isEthernet = bytes.readUInt8(1) === 1 && bytes.readUInt8(2) === 6
  const options = readOptions(bytes.subarray(headerBytes + 4))
  return {
    op: op === 1 ? 'request' : 'reply',
    type: options.get(dhcpOptions.messageType)?.[0] ?? 0,
    transactionId: bytes.readUInt32BE(4),
    seconds: bytes.readUInt16BE(8),
    isBroadcast: (bytes.readUInt16BE(10) & 0x8000) !== 0,
    clientAddress: addressAt(bytes, 12),
    yourAddress: addressAt(bytes, 16),
    serverAddress: addressAt(bytes, 20),
    relayAddress: addressAt(bytes, 24),
    mac: isEthernet ? macText(bytes.subarray(28, 34)) : '',
    options,
  }
}

/** Writes a message, padded to the 300 bytes that old clients want (RFC 1542 2.1). */
export function encodeDhcp(message: Omit<DhcpMessage, 'type'>): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt8(message.op === 'request' ? 1 : 2, 0)
  header.writeUInt8(1, 1)
  header.writeUInt8(6, 2)
  header.writeUInt32BE(message.transactionId, 4)
  header.writeUInt16BE(message.seconds, 8)
  header.writeUInt16BE(message.isBroadcast ? 0x8000 : 0, 10)
  const addresses = [message.clientAddress, message.yourAddress, message.serverAddress, message.relayAddress]
  for (const [index, address] of addresses.entries()) addressBytes(address).copy(header, 12 + index * 4)
  Buffer.from(message.mac.replace(/:/g, ''), 'hex').copy(header, 28)
  const options = [...message.options].flatMap(([code, value]) => encodeOption(code, value))
  const magic = Buffer.alloc(4)
  magic.writeUInt32BE(cookie)
  const body = Buffer.concat([header, magic, ...options, Buffer.from([endOption])])
  return Buffer.concat([body, Buffer.alloc(Math.max(0, minimumBytes - body.length))])
}

/** Four bytes of an IPv4 address. */
export function addressBytes(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number))
}

/** The IPv4 address in an option; undefined where there is none. */
export function addressOption(message: DhcpMessage, code: number): string | undefined {
  const value = message.options.get(code)
  return value && value.length >= 4 ? addressAt(value, 0) : undefined
}

/** An option's text without zero bytes and control characters. */
export function textOption(message: DhcpMessage, code: number): string {
  const text = message.options.get(code)?.toString('utf8') ?? ''
  return text.replace(/[\u0000-\u001f\u007f\ufffd]/g, '').trim()
}

function readOptions(bytes: Buffer): Map<number, Buffer> {
  const options = new Map<number, Buffer>()
  for (let at = 0; at < bytes.length; ) {
    const code = bytes.readUInt8(at)
    if (code === endOption) break
    if (code === padOption) {
      at += 1
      continue
    }
    const length = bytes[at + 1]
    if (length === undefined || at + 2 + length > bytes.length) break
    const value = bytes.subarray(at + 2, at + 2 + length)
    const before = options.get(code)
    options.set(code, before ? Buffer.concat([before, value]) : Buffer.from(value))
    at += 2 + length
  }
  return options
}

function encodeOption(code: number, value: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at === 0 || at < value.length; at += 255) {
    const part = value.subarray(at, at + 255)
    parts.push(Buffer.from([code, part.length]), part)
  }
  return parts
}

function addressAt(bytes: Buffer, at: number): string {
  return [...bytes.subarray(at, at + 4)].join('.')
}

function macText(bytes: Buffer): string {
  return (bytes.toString('hex').toUpperCase().match(/../g) ?? []).join(':')
}
