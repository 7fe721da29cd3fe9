import { expect, it } from 'vitest'
import { deviceIdOf } from '../../../src-main/devices/device-id.ts'

const identity = { manufacturer: 'ACME', oui: '00E0FC', productClass: 'EC 61+', serialNumber: 'S/N-1' }
const parameter = (name: string, value: string) => ({ name, value, type: 'string' })
const id = (deviceId: Partial<typeof identity>, parameters: ReturnType<typeof parameter>[] = []) =>
  deviceIdOf({ deviceId: { ...identity, ...deviceId }, parameters }, '192.168.1.20')

it.each([
  ['OUI, ProductClass and SerialNumber, escaped', {}, [], '00E0FC-EC%2061%2B-S%2FN%2D1'],
  ['without a ProductClass', { productClass: '' }, [], '00E0FC-S%2FN%2D1'],
  ['the address where there is nothing else', { serialNumber: '' }, [], '00E0FC-at-192.168.1.20'],
  [
    'the MAC address of its Inform instead of a serial number',
    { serialNumber: '', oui: '' },
    [parameter('Device.LAN.MACAddress', '00-1a-2b-3c-4d-5e')],
    'unknown-mac-001A2B3C4D5E',
  ],
  [
    'the first by path that is a MAC address',
    { serialNumber: '' },
    [
      parameter('D.B.MACAddress', '00:1A:2B:00:00:02'),
      parameter('D.A.MACAddress', '00:00:00:00:00:00'),
      parameter('D.AB.MACAddress', '00:1A:2B:00:00:01'),
    ],
    '00E0FC-mac-001A2B000001',
  ],
])('a box is known by %s', (_what, deviceId, parameters, expected) => {
  expect(id(deviceId, parameters)).toBe(expected)
})
