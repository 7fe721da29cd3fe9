import { expect, it } from 'vitest'
import {
  buildUdpConnectionRequest,
  nextUdpStamp,
  parseUdpAddress,
} from '../../../src-main/reach/udp-connection-request.ts'

const input = {
  to: { address: '192.168.1.20', port: 40_000 },
  ts: 1_700_000_000,
  id: 1,
  username: 'acs',
  password: 'secret',
  cn: '0123456789abcdef',
}

it('vector of spec/04 2.3', () => {
  expect(buildUdpConnectionRequest(input).toString()).toBe(
    'GET http://192.168.1.20:40000?ts=1700000000&id=1&un=acs&cn=0123456789abcdef&sig=0D1BBAF18DD8975930B8C735E1D262E13E20AA74 HTTP/1.1\r\nHost: 192.168.1.20:40000\r\n\r\n',
  )
})

it('escapes the user name, leaves port 80 out, works without credentials', () => {
  const odd = buildUdpConnectionRequest({
    ...input,
    to: { address: '10.0.0.1', port: 80 },
    username: 'a&b c',
    password: '',
  })
  expect(odd.toString()).toMatch(/^GET http:\/\/10\.0\.0\.1\?ts=1700000000&id=1&un=a%26b%20c&cn=/)
})

it('stamps rise within one second and when the clock is set back', () => {
  const first = nextUdpStamp(undefined, 1_700_000_000_999)
  const second = nextUdpStamp(first, 1_700_000_000_999)
  const third = nextUdpStamp(second, 1_600_000_000_000)
  expect([first, second, third].map(({ ts }) => ts)).toEqual([1_700_000_000, 1_700_000_001, 1_700_000_002])
  expect(new Set([first, second, third].map(({ id }) => id)).size).toBe(3)
})

it.each<[string, unknown]>([
  ['192.168.1.20:40000', { address: '192.168.1.20', port: 40_000 }],
  [' 192.168.1.20 ', { address: '192.168.1.20', port: 80 }],
  ['[fe80::1]:5', { address: 'fe80::1', port: 5 }],
  ['', null],
  ['0.0.0.0:0', null],
  ['a:b', null],
  [':7547', null],
  ['h:70000', null],
])('address %j', (text, expected) => {
  expect(parseUdpAddress(text)).toEqual(expected)
})
