import { encodeStunWithIntegrity, isIntegrityRight } from './integrity.ts'
import {
  connectionRequestBindingText,
  decodeAddress,
  decodeStun,
  encodeAddress,
  encodeStun,
  encodeXorAddress,
  findAttribute,
  type StunAttribute,
  type StunMessage,
  stunAttributes,
  stunTypes,
  type UdpEndpoint,
} from './message.ts'

/** What the responder needs to know of its server. */
export interface StunPolicy {
  /** The server's own address, as boxes see it. */
  own: UdpEndpoint
  /** Password of a STUNUsername; given where message integrity is asked of boxes (TR-069 G.2.1.2). */
  passwordFor?: ((username: string) => string | null) | undefined
}

/** A box said: this is my connection-request port, I am alive (TR-069 G.2.1.3). Some set-top boxes leave out the mark. */
export interface HeartbeatFact {
  source: UdpEndpoint
  /** Without the blanks that pad it to a multiple of 4; empty where there is none. */
  username: string
  /** The box's address as others see it has changed, or this is its first. */
  isBindingChange: boolean
  /** With CONNECTION-REQUEST-BINDING; without it any program may have sent it, and only the table can tell. */
  isMarked: boolean
  /** Hexadecimal; the same in retransmissions. */
  transactionId: string
}

/** What to do about a datagram. `errorCode` is that of an error response, for the log. */
export type StunDecision =
  | { kind: 'answer'; to: UdpEndpoint; bytes: Buffer; heartbeat: HeartbeatFact | null; errorCode: number | null }
  | {
      kind: 'ignore'
      reason: 'notStun' | 'notRequest' | 'reflection' | 'changeRequest'
      heartbeat: HeartbeatFact | null
    }

const reasons: Record<number, string> = {
  401: 'Unauthorized',
  420: 'Unknown Attribute',
  431: 'Integrity Check Failure',
  432: 'Missing Username',
}
const known = new Set<number>(Object.values(stunAttributes))
const wantsChange = 0x06

/** Decides about one datagram to the STUN port (RFC 3489 8.1 with TR-069 Annex G). Pure; never throws. */
export function decideStun(bytes: Buffer, source: UdpEndpoint, policy: StunPolicy): StunDecision {
  const request = decodeStun(bytes)
  if (request === null) return { kind: 'ignore', reason: 'notStun', heartbeat: null }
  if (request.type !== stunTypes.bindingRequest) return { kind: 'ignore', reason: 'notRequest', heartbeat: null }
  const unknown = request.attributes.map(({ type }) => type).filter((type) => type < 0x8000 && !known.has(type))
  if (unknown.length > 0) return refuse(request, source, 420, [unknownAttributes(unknown)])
  const integrity = checkIntegrity(bytes, request, policy)
  if (integrity.kind === 'refused') return refuse(request, source, integrity.code)

  const heartbeat = readHeartbeat(request, source, policy.own)
  const to = responseAddress(request, source)
  if (to === null) return { kind: 'ignore', reason: 'reflection', heartbeat }
  // There is one address and port only: an answer from there would make the box believe in an open NAT.
  if (wantsOtherSource(request)) return { kind: 'ignore', reason: 'changeRequest', heartbeat }
  const attributes = responseAttributes(request, source, to, policy.own)
  const { bindingResponse } = stunTypes
  const isPadded = !request.hasCookie
  const response =
    integrity.password === null
      ? encodeStun(bindingResponse, request.transactionId, attributes)
      : encodeStunWithIntegrity(bindingResponse, request.transactionId, attributes, { ...integrity, isPadded })
  return { kind: 'answer', to, bytes: response, heartbeat, errorCode: null }
}

function wantsOtherSource(request: StunMessage): boolean {
  const flags = findAttribute(request, stunAttributes.changeRequest)
  return ((flags?.at(-1) ?? 0) & wantsChange) !== 0
}

/** The password is that of a proven box, null where no proof was asked. */
type Integrity =
  | { kind: 'right'; password: string }
  | { kind: 'right'; password: null }
  | { kind: 'refused'; code: number }

function checkIntegrity(bytes: Buffer, request: StunMessage, { passwordFor }: StunPolicy): Integrity {
  if (!passwordFor) return { kind: 'right', password: null }
  if (findAttribute(request, stunAttributes.messageIntegrity) === null) return { kind: 'refused', code: 401 }
  const username = readUsername(request)
  if (username === '') return { kind: 'refused', code: 432 }
  const password = passwordFor(username)
  if (password === null) return { kind: 'refused', code: 401 }
  return isIntegrityRight(bytes, request, password) ? { kind: 'right', password } : { kind: 'refused', code: 431 }
}

function readUsername(request: StunMessage): string {
  const value = findAttribute(request, stunAttributes.username)
  return value ? value.toString('utf8').replace(/[\s\0]+$/, '') : ''
}

/** Tests of the NAT from other ports carry RESPONSE-ADDRESS or CHANGE-REQUEST (TR-069 G.2.1.1), and are none. */
function readHeartbeat(request: StunMessage, source: UdpEndpoint, own: UdpEndpoint): HeartbeatFact | null {
  const binding = findAttribute(request, stunAttributes.connectionRequestBinding)
  const isMarked = binding?.toString('latin1').startsWith(connectionRequestBindingText) ?? false
  const isTest = findAttribute(request, stunAttributes.responseAddress) !== null || wantsOtherSource(request)
  // The self-check asks from this very address.
  if (!isMarked && (isTest || binding !== null || source.address === own.address)) return null
  return {
    isMarked,
    source,
    username: readUsername(request),
    isBindingChange: findAttribute(request, stunAttributes.bindingChange) !== null,
    transactionId: request.transactionId.toString('hex'),
  }
}

/** RESPONSE-ADDRESS is followed to another port of the source only: else strangers could use us to hit others. */
function responseAddress(request: StunMessage, source: UdpEndpoint): UdpEndpoint | null {
  const value = findAttribute(request, stunAttributes.responseAddress)
  if (value === null) return source
  const to = decodeAddress(value)
  return to && to.address === source.address && to.port > 0 ? to : null
}

/**
 * Old clients read MAPPED-ADDRESS and must get SOURCE- and CHANGED-ADDRESS (RFC 3489 11.1); those that sent the cookie
 * want XOR-MAPPED-ADDRESS, and may refuse the other two, which RFC 5389 took out.
 */
function responseAttributes(
  request: StunMessage,
  source: UdpEndpoint,
  to: UdpEndpoint,
  own: UdpEndpoint,
): StunAttribute[] {
  const mapped = { type: stunAttributes.mappedAddress, value: encodeAddress(source) }
  const reflected = to === source ? [] : [{ type: stunAttributes.reflectedFrom, value: encodeAddress(source) }]
  if (request.hasCookie) {
    const value = encodeXorAddress(source, request.transactionId)
    return [{ type: stunAttributes.xorMappedAddress, value }, mapped, ...reflected]
  }
  const ownValue = encodeAddress(own)
  return [
    mapped,
    { type: stunAttributes.sourceAddress, value: ownValue },
    { type: stunAttributes.changedAddress, value: ownValue },
    ...reflected,
  ]
}

function refuse(request: StunMessage, to: UdpEndpoint, code: number, more: StunAttribute[] = []): StunDecision {
  const text = reasons[code] ?? ''
  const reason = text.padEnd(Math.ceil(text.length / 4) * 4)
  const value = Buffer.concat([Buffer.from([0, 0, Math.floor(code / 100), code % 100]), Buffer.from(reason)])
  const attributes = [{ type: stunAttributes.errorCode, value }, ...more]
  const bytes = encodeStun(stunTypes.bindingError, request.transactionId, attributes)
  return { kind: 'answer', to, bytes, heartbeat: null, errorCode: code }
}

/** An odd number of types repeats one (RFC 3489 11.2.10). */
function unknownAttributes(types: readonly number[]): StunAttribute {
  const listed = [...new Set(types)].slice(0, 64)
  const even = listed.length % 2 === 0 ? listed : [...listed, listed.at(-1) ?? 0]
  return {
    type: stunAttributes.unknownAttributes,
    value: Buffer.from(even.flatMap((type) => [type >> 8, type & 0xff])),
  }
}
