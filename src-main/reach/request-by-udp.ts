import type { Device } from '#shared/model/device.ts'
import type { ConnectionRequestVerdict } from '#shared/model/reach.ts'
import type { Credentials } from './http-connection-request.ts'
import type { StunServer } from './udp-socket.ts'

/** Sends UDP connection requests to where a box's heartbeats come from, and by no other means. */
export function requestByUdp(
  server: StunServer | null,
  device: Pick<Device, 'id' | 'lastInformAt'>,
  credentials: Credentials | null,
  signal: AbortSignal,
): Promise<ConnectionRequestVerdict> {
  const heartbeat = server?.heartbeats.ofDevice(device.id)
  if (!server || !heartbeat) return Promise.resolve({ kind: 'noRoute', cause: server ? 'NO_HEARTBEAT' : 'UDP_STOPPED' })
  const to = { address: heartbeat.address, port: heartbeat.port }
  return server.requestConnection({
    deviceId: device.id,
    informedAt: Date.parse(device.lastInformAt ?? '') || 0,
    to,
    credentials,
    signal,
  })
}
