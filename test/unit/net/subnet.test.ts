import { expect, it } from 'vitest'
import { isOnSubnet, normaliseAddress } from '../../../src-main/net/subnet.ts'

const subnets = [
  { address: '192.168.1.10', family: 'IPv4' as const, prefixLength: 24 },
  { address: 'fe80::1%eth0', family: 'IPv6' as const, prefixLength: 64 },
]

it.each<[string, boolean]>([
  ['192.168.1.77', true],
  ['::ffff:192.168.1.77', true],
  ['192.168.2.1', false],
  ['[FE80::2]', true],
  ['fe80::2%en0', true],
  ['2001:db8::1', false],
  ['box.local', false],
  ['', false],
])('%s', (address, expected) => {
  expect(isOnSubnet(address, subnets)).toBe(expected)
})

it('writes an address in one way', () => {
  expect(['::FFFF:10.0.0.1', '[FE80::1%eth0]', ' 10.0.0.1 '].map(normaliseAddress)).toEqual([
    '10.0.0.1',
    'fe80::1',
    '10.0.0.1',
  ])
})
