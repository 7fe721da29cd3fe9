import type { Device } from '#shared/model/device.ts'
import type { Heartbeat } from '#shared/model/reach.ts'
import type { Fact } from './fact.ts'

/** What a box in the device list says of the neighbour that it is. */
export function factOfDevice(device: Device): Fact {
  const isGateway = device.dataModel === 'tr098' || device.dataModel === 'tr181'
  return {
    source: 'inform',
    at: Date.parse(device.lastInformAt ?? device.firstSeenAt),
    isAlive: true,
    address: device.address === '' ? undefined : device.address,
    serial: device.serialNumber,
    manufacturer: device.manufacturer,
    model: device.modelName || device.productClass,
    softwareVersion: device.softwareVersion,
    // TR-106 is the root of set-top boxes; TR-181 boxes of either kind are told apart by their class only.
    kind: device.dataModel === 'tr106' || /stb/i.test(device.productClass) ? 'box' : isGateway ? 'router' : undefined,
    services: ['cwmp'],
    deviceId: device.id,
  }
}

/** A heartbeat: a box is there and listens, whether it ever informed here or not. */
export function factOfHeartbeat({ address, deviceId, lastSeenAt }: Heartbeat): Fact {
  return {
    source: 'stun',
    at: Date.parse(lastSeenAt),
    isAlive: true,
    address,
    services: ['cwmp', 'heartbeat'],
    deviceId: deviceId ?? undefined,
  }
}
