import { describe, expect, it } from 'vitest'
import { parseConnectionRequestUrl, withHost } from '../../../src-main/reach/connection-request-url.ts'

describe('parseConnectionRequestUrl', () => {
  it.each<[string, string, number, string, string]>([
    ['http://192.168.1.20:7547/abc?d=1', '192.168.1.20', 7547, '/abc?d=1', '192.168.1.20:7547'],
    ['http://192.168.1.20:58000', '192.168.1.20', 58000, '/', '192.168.1.20:58000'],
    ['HTTP://box/', 'box', 80, '/', 'box'],
    ['http://box:/x', 'box', 80, '/x', 'box'],
    [' 192.168.1.20:7547/x ', '192.168.1.20', 7547, '/x', '192.168.1.20:7547'],
    ['http://box?x', 'box', 80, '/?x', 'box'],
    ['http://u:p@box:1/x#y', 'box', 1, '/x', 'box:1'],
    ['http://[fe80::1%25eth0]:7547/x', 'fe80::1%eth0', 7547, '/x', '[fe80::1]:7547'],
    ['http://[::1]/', '::1', 80, '/', '[::1]'],
    ['http://box/A%2fb/../c d', 'box', 80, '/A%2fb/../c%20d', 'box'],
    ['http://box/机\ud800', 'box', 80, '/%E6%9C%BA%EF%BF%BD', 'box'],
  ])('%s', (url, host, port, requestTarget, hostHeader) => {
    expect(parseConnectionRequestUrl(url)).toEqual({
      kind: 'target',
      target: { host, port, requestTarget, hostHeader },
    })
  })

  it.each<[string, string]>([
    ['', 'empty'],
    ['https://box/', 'https'],
    ['ftp://box/', 'syntax'],
    ['http://:7547/', 'noHost'],
    ['http://0.0.0.0:7547/', 'noHost'],
    ['http://(null):7547/', 'noHost'],
    ['http://box:0/', 'syntax'],
    ['http://box:99999/', 'syntax'],
    ['http://fe80::1:7547/', 'syntax'],
  ])('refuses "%s": %s', (url, reason) => {
    expect(parseConnectionRequestUrl(url)).toMatchObject({ kind: 'badUrl', reason })
  })

  it('moves a target to another address', () => {
    const parsed = parseConnectionRequestUrl('http://10.0.0.1:7547/x?y')
    if (parsed.kind !== 'target') throw new Error('not parsed')
    expect(withHost(parsed.target, '192.168.1.20')).toBe('http://192.168.1.20:7547/x?y')
    expect(withHost(parsed.target, 'fe80::2')).toBe('http://[fe80::2]:7547/x?y')
  })
})
