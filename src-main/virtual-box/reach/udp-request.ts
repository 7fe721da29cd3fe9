import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../http/digest.ts'

/** The last UDP connection request that was taken; a further one must be newer and have another id. */
export interface LastUdpRequest {
  readonly ts: number
  readonly id: string
}

export type UdpVerdict =
  | { readonly kind: 'accepted'; readonly request: LastUdpRequest }
  | { readonly kind: 'dropped'; readonly reason: string }

const dropped = (reason: string): UdpVerdict => ({ kind: 'dropped', reason })

/** Checks a UDP connection request as the box must, in the order of the standard (TR-069 G.2.2.2; spec 04, 2.3). */
export function checkUdpRequest(
  datagram: string,
  credentials: Credentials,
  last: LastUdpRequest | undefined,
): UdpVerdict {
  const [line = ''] = datagram.split(/\r?\n/)
  const match = /^GET http:\/\/[^/?\s]+\?(\S+) HTTP\/1\.1$/.exec(line)
  if (match === null) {
    return dropped('not a request line')
  }
  const query = new URLSearchParams(match[1])
  const [ts, id, un, cn, sig] = ['ts', 'id', 'un', 'cn', 'sig'].map((name) => query.get(name) ?? '')
  const isWhole = /^\d+$/.test(ts ?? '') && /^\d+$/.test(id ?? '') && cn !== '' && sig !== ''
  if (!isWhole || ts === undefined || id === undefined || un === undefined || cn === undefined || sig === undefined) {
    return dropped('a value is missing')
  }
  if (un !== credentials.username) {
    return dropped('unknown user')
  }
  if (!isSignature(sig, udpSignature(`${ts}${id}${un}${cn}`, credentials.password))) {
    return dropped('wrong signature')
  }
  if (last !== undefined && (Number(ts) <= last.ts || id === last.id)) {
    return dropped('repeated')
  }
  return { kind: 'accepted', request: { ts: Number(ts), id } }
}

/** HMAC-SHA1 in upper-case hex over ts, id, un and cn put together. */
export const udpSignature = (text: string, password: string): string =>
  createHmac('sha1', password).update(text).digest('hex').toUpperCase()

function isSignature(sent: string, expected: string): boolean {
  const [a, b] = [Buffer.from(sent.toUpperCase()), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
