import type { Device } from '#shared/model/device.ts'
import type { Heartbeat, WakeStep } from '#shared/model/reach.ts'
import { isOnSubnet, normaliseAddress, type SubnetAddress } from '../net/subnet.ts'
import { parseConnectionRequestUrl, withHost } from './connection-request-url.ts'
import type { UdpEndpoint } from './stun/message.ts'
import { parseUdpAddress } from './udp-connection-request.ts'

type Via = WakeStep['via']

/** One way to call a box; `target` is what the screen shows. */
export type WakeMeans =
  | { means: 'udp'; target: string; via: Via; to: UdpEndpoint }
  | { means: 'http'; target: string; via: Via }

type PlannedDevice = Pick<Device, 'address' | 'connectionRequestUrl' | 'udpConnectionRequestAddress'>

/**
 * The ways to call a box, by the means it last reported: UDP to where its heartbeats come from (else to the address it
 * reported), then HTTP to its URL and to the same port and path on the address that its Informs come from. That address
 * goes first where the URL's host is on none of our networks (field.md, pain 8).
 */
export function planWake(
  device: PlannedDevice,
  heartbeat: Heartbeat | null,
  subnets: readonly SubnetAddress[],
): WakeMeans[] {
  return [...planUdp(device, heartbeat), ...planHttp(device, subnets)]
}

function planUdp({ udpConnectionRequestAddress }: PlannedDevice, heartbeat: Heartbeat | null): WakeMeans[] {
  const reported = parseUdpAddress(udpConnectionRequestAddress)
  if (heartbeat?.fresh) return [toUdp({ address: heartbeat.address, port: heartbeat.port }, 'heartbeat')]
  if (reported) return [toUdp(reported, 'reported')]
  return heartbeat ? [toUdp({ address: heartbeat.address, port: heartbeat.port }, 'heartbeat')] : []
}

function toUdp(to: UdpEndpoint, via: Via): WakeMeans {
  const host = to.address.includes(':') ? `[${to.address}]` : to.address
  return { means: 'udp', target: `${host}:${to.port}`, via, to }
}

function planHttp({ connectionRequestUrl, address }: PlannedDevice, subnets: readonly SubnetAddress[]): WakeMeans[] {
  if (connectionRequestUrl.trim() === '') return []
  const parsed = parseConnectionRequestUrl(connectionRequestUrl)
  const reported: WakeMeans = { means: 'http', target: connectionRequestUrl.trim(), via: 'reported' }
  if (parsed.kind === 'badUrl' || address === '') return [reported]
  if (normaliseAddress(parsed.target.host) === normaliseAddress(address)) return [reported]
  const observed: WakeMeans = { means: 'http', target: withHost(parsed.target, address), via: 'observed' }
  return isOnSubnet(parsed.target.host, subnets) ? [reported, observed] : [observed, reported]
}
