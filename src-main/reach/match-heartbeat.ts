import type { Device } from '#shared/model/device.ts'
import { parseConnectionRequestUrl } from './connection-request-url.ts'
import type { HeartbeatOwner } from './heartbeats.ts'
import type { HeartbeatFact } from './stun/responder.ts'
import { parseUdpAddress } from './udp-connection-request.ts'

type KnownDevice = Pick<
  Device,
  'id' | 'serialNumber' | 'oui' | 'address' | 'udpConnectionRequestAddress' | 'connectionRequestUrl'
>

/**
 * Whose heartbeat it is (spec/04 2.2): by a USERNAME that names one box, by the UDP address that a box reported, by the
 * address its Informs come from. A sign that fits several boxes (many behind one NAT) proves nothing.
 */
export function matchHeartbeat(
  { source, username }: Pick<HeartbeatFact, 'source' | 'username'>,
  devices: readonly KnownDevice[],
): HeartbeatOwner | null {
  const signs: ((device: KnownDevice) => boolean)[] = [
    (device) => username !== '' && isNameOf(device, username),
    (device) => {
      const reported = parseUdpAddress(device.udpConnectionRequestAddress)
      return reported?.address === source.address && reported.port === source.port
    },
    (device) => device.address === source.address,
  ]
  for (const isSign of signs) {
    const [device, second] = devices.filter(isSign)
    if (device && !second) return { deviceId: device.id, ownAddress: ownAddressOf(device) }
  }
  return null
}

function isNameOf({ id, serialNumber, oui }: KnownDevice, username: string): boolean {
  return username === id || username === serialNumber || username === `${oui}-${serialNumber}`
}

/** A box behind a NAT still reports the address that it has itself in its ConnectionRequestURL. */
function ownAddressOf(device: KnownDevice): string | null {
  const parsed = parseConnectionRequestUrl(device.connectionRequestUrl)
  return parsed.kind === 'target' ? parsed.target.host : null
}
