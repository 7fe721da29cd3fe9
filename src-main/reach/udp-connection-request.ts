import { createHmac } from 'node:crypto'
import { formatHostPort } from './connection-request-url.ts'
import type { UdpEndpoint } from './stun/message.ts'

/** What makes one UDP connection request differ from the one before it to the same box. */
export interface UdpStamp {
  /** Unix time in seconds, strictly rising per box: the box drops what does not rise. */
  ts: number
  id: number
}

export interface UdpRequestInput extends UdpStamp {
  /** The box's UDPConnectionRequestAddress or the source of its heartbeats. */
  to: UdpEndpoint
  username: string
  password: string
  /** Random, alphanumeric. */
  cn: string
}

/** The signed datagram of a UDP connection request (TR-069 G.2.2.3): HTTP/1.1 GET, no path, no body. */
export function buildUdpConnectionRequest({ to, ts, id, username, password, cn }: UdpRequestInput): Buffer {
  const signature = createHmac('sha1', password).update(`${ts}${id}${username}${cn}`).digest('hex').toUpperCase()
  const query = `ts=${ts}&id=${id}&un=${encodeURIComponent(username)}&cn=${encodeURIComponent(cn)}&sig=${signature}`
  const authority = formatHostPort(to.address, to.port)
  return Buffer.from(`GET http://${authority}?${query} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`, 'latin1')
}

/**
 * The stamp after `previous`: it rises even where the laptop's clock was set back. The id equals ts, so it differs from
 * the last one even when that was sent by an earlier run.
 */
export function nextUdpStamp(previous: UdpStamp | undefined, nowMs: number): UdpStamp {
  const ts = Math.max(Math.floor(nowMs / 1000), (previous?.ts ?? 0) + 1)
  return { ts, id: ts }
}

/** Takes a UDPConnectionRequestAddress apart: `host:port`, or `host` for port 80; null where it is neither. */
export function parseUdpAddress(text: string): UdpEndpoint | null {
  const match = /^\s*(?:\[([^\]]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?\s*$/.exec(text)
  const address = match?.[1] ?? match?.[2] ?? ''
  const port = Number(match?.[3] ?? 80)
  if (address === '' || address === '0.0.0.0' || port < 1 || port > 65_535) return null
  return { address, port }
}
