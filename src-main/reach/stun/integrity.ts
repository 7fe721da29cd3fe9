import { createHmac, timingSafeEqual } from 'node:crypto'
import { encodeStun, type StunAttribute, type StunMessage, stunAttributes } from './message.ts'

const headerBytes = 20
/** Type, length and the 20 bytes of HMAC-SHA1. */
const integrityBytes = 24

/**
 * Whether MESSAGE-INTEGRITY was made with this password. Stacks differ in the length that the header shows while the
 * HMAC is computed and in the zeros that RFC 3489 11.2.8 appends (to a multiple of 64): each combination is tried.
 */
export function isIntegrityRight(bytes: Buffer, message: StunMessage, password: string): boolean {
  const given = message.attributes.find(({ type }) => type === stunAttributes.messageIntegrity)
  if (given?.value.length !== 20) return false
  const before = bytes.subarray(0, given.offset)
  const bare = given.offset - headerBytes
  const lengths = new Set([
    bytes.readUInt16BE(2),
    bare + integrityBytes,
    bare,
    0,
    paddedTo64(before).length - headerBytes,
  ])
  return [...lengths].some((length) => {
    const text = withLength(before, length)
    return [text, paddedTo64(text)].some((variant) => timingSafeEqual(hmac(variant, password), given.value))
  })
}

/** Encodes a message with MESSAGE-INTEGRITY as its last attribute, in the form that the peer's age asks for. */
export function encodeStunWithIntegrity(
  type: number,
  transactionId: Buffer,
  attributes: readonly StunAttribute[],
  key: { password: string; isPadded: boolean },
): Buffer {
  const plain = encodeStun(type, transactionId, attributes)
  const text = withLength(plain, plain.length - headerBytes + integrityBytes)
  const value = hmac(key.isPadded ? paddedTo64(text) : text, key.password)
  return encodeStun(type, transactionId, [...attributes, { type: stunAttributes.messageIntegrity, value }])
}

function withLength(bytes: Buffer, length: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16BE(length & 0xffff, 2)
  return copy
}

function paddedTo64(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((64 - (bytes.length % 64)) % 64)])
}

function hmac(bytes: Buffer, password: string): Buffer {
  return createHmac('sha1', password).update(bytes).digest()
}
