import { expect, it } from 'vitest'
import type { Listener, ListenerName } from '#shared/model/network.ts'
import { rebindNeed } from '../../../src-main/net/rebind-need.ts'

const own = '192.168.1.10'
const listener = (name: ListenerName, address: string, state: Listener['state']): Listener => ({
  name,
  protocol: 'tcp',
  address,
  port: 1,
  state,
  error: null,
})

it.each([
  ['none', 'listening', own, [own, '10.0.0.1']],
  ['failedOnes', 'failed', own, [own]],
  ['all', 'listening', '127.0.0.1', [own]],
  ['all', 'listening', own, ['10.0.0.1']],
  ['none', 'off', '', [own]],
] as const)('%s: a server is %s on %s, adapters have %j', (expected, state, address, addresses) => {
  const listeners = [listener('acs', own, 'listening'), listener('ftp', address, state)]
  const adapters = addresses.map((one) => ({ address: one }))
  expect(rebindNeed(listeners, own, adapters)).toBe(expected)
})
