import { describe, expect, it } from 'vitest'
import type { Adapter } from '#shared/model/network.ts'
import type { Transfer } from '#shared/model/transfer.ts'
import { coveredBytes, explainDownload } from '../../../src-main/transfer/finding.ts'
import { linkPath, maskTokens } from '../../../src-main/transfer/link.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { chooseLocalAddress } from '../../../src-main/transfer/local-address.ts'
import { safeFileName } from '../../../src-main/transfer/paths.ts'

const token = 'a1'.repeat(16)

describe('names', () => {
  it.each([
    ['fw.bin', `/${token}/fw.bin`],
    ['固件 v1&(2).bin', `/${token}/%E5%9B%BA%E4%BB%B6%20v1%26%282%29.bin`],
    [`${'长'.repeat(60)}.img`, `/${token}/file.img`],
    ['\ud800x', `/${token}/%EF%BF%BDx`],
  ])('the link of %s fits a Download URL', (name, expected) => {
    expect(linkPath(token, name)).toBe(expected)
    expect(linkPath(token, name).length).toBeLessThan(200)
  })
  it('masks tokens in logs', () => {
    expect(maskTokens(`/${token}/a.bin`)).toBe('/a1a1…/a.bin')
  })
  it.each([
    ['a/../b.txt', 'b.txt'],
    ['  .. ', 'file'],
    ['nul.txt', 'file-nul.txt'],
    ['\u202egnp.exe', '_gnp.exe'],
  ])('%j is kept as %s', (name, expected) => expect(safeFileName(name)).toBe(expected))
})

describe('what a log explains', () => {
  const request = (facts: Partial<Transfer>): Transfer => ({
    linkId: 'l',
    requestId: 'r',
    protocol: 'http',
    address: '192.0.2.7',
    method: 'GET',
    path: '/x',
    range: null,
    bytesSent: 0,
    bytesReceived: 0,
    total: 100,
    state: 'done',
    httpStatus: 200,
    reason: null,
    warnings: [],
    startedAt: '',
    endedAt: 'x',
    ...facts,
  })
  const refused = (reason: Transfer['reason']) => request({ state: 'refused', reason, httpStatus: 401 })
  it.each([
    ['nothing', [], [], { type: 'neverAsked' }],
    ['a stray', [], [request({ path: '/fw' })], { type: 'wrongPath', path: '/fw', count: 1 }],
    ['a refused login', [refused('credentials')], [], { type: 'refused', reason: 'credentials', status: 401 }],
    [
      'a 401 and then a wrong name',
      [refused('credentials'), refused('wrongName')],
      [],
      { type: 'wrongPath', path: '/x', count: 1 },
    ],
    [
      'a 401 and then all',
      [refused('credentials'), request({ bytesSent: 100 })],
      [],
      { type: 'tookAll', total: 100, requests: 1 },
    ],
    ['only HEAD', [request({ method: 'HEAD' })], [], { type: 'onlyProbed' }],
    ['a stop', [request({ bytesSent: 40, state: 'aborted' })], [], { type: 'stopped', bytes: 40, total: 100 }],
    [
      'a stop and a resume',
      [request({ bytesSent: 40, state: 'aborted' }), request({ bytesSent: 60, range: { start: 40, end: 99 } })],
      [],
      { type: 'tookAll', total: 100, requests: 2 },
    ],
    [
      'the same start twice',
      [request({ bytesSent: 40, state: 'aborted' }), request({ bytesSent: 50, state: 'aborted' })],
      [],
      { type: 'stopped', bytes: 50, total: 100 },
    ],
    [
      'one that runs',
      [request({ bytesSent: 40, state: 'progress', endedAt: null })],
      [],
      { type: 'inProgress', bytes: 40, total: 100 },
    ],
  ])('%s', (_, requests, strays, expected) => {
    expect(explainDownload(100, requests as Transfer[], strays as Transfer[])).toEqual(expected)
  })
  it('unites ranges', () => {
    expect(
      coveredBytes([
        { start: 50, end: 99 },
        { start: 0, end: 59 },
        { start: 10, end: 20 },
        { start: 5, end: 4 },
      ]),
    ).toBe(100)
  })
  it('keeps a bounded log', () => {
    const registry = new LinkRegistry()
    const facts = { protocol: 'http', address: '192.0.2.7', method: 'GET', path: '/nothing' } as const
    for (let count = 0; count < 2000; count += 1) registry.refuse(null, facts, 'unknownLink', 404)
    expect(registry.straysOf('192.0.2.7').length).toBe(500)
  })
})

describe('the address for a box', () => {
  const adapter = (address: string, prefixLength: number, internal = false): Adapter => ({
    name: 'a',
    address,
    prefixLength,
    internal,
    mac: '',
    family: address.includes(':') ? 'IPv6' : 'IPv4',
  })
  const lan = adapter('192.168.1.10', 24)
  const lab = adapter('10.0.0.5', 8)
  const labPart = adapter('10.1.0.5', 16)
  const loopback = adapter('127.0.0.1', 8, true)
  const six = adapter('fd00::5', 64)
  it.each([
    [
      'the nearest subnet',
      { remote: '10.1.2.3', bound: '0.0.0.0', adapters: [loopback, lan, lab, labPart] },
      '10.1.0.5',
    ],
    [
      'a mapped address',
      { remote: '::ffff:192.168.1.77', bound: '::', adapters: [loopback, lan, lab] },
      '192.168.1.10',
    ],
    [
      'our end of its connection first',
      { remote: '192.168.1.77', connectionLocal: '::ffff:10.0.0.5', bound: '0.0.0.0', adapters: [lan, lab] },
      '10.0.0.5',
    ],
    [
      'a loopback end is no sign for another host',
      { remote: '192.168.1.77', connectionLocal: '127.0.0.1', bound: '', adapters: [loopback, lan] },
      '192.168.1.10',
    ],
    [
      'the bound address, through a router',
      { remote: '172.16.0.9', bound: '192.168.1.10', adapters: [lan, lab] },
      '192.168.1.10',
    ],
    [
      'one address outside, through a router',
      { remote: '172.16.0.9', bound: '0.0.0.0', adapters: [loopback, lan] },
      '192.168.1.10',
    ],
    ['several outside: no guess', { remote: '172.16.0.9', bound: '0.0.0.0', adapters: [lan, lab] }, null],
    [
      'bound to loopback: not for another host',
      { remote: '192.168.1.77', bound: '127.0.0.1', adapters: [loopback, lan] },
      null,
    ],
    ['a box of our own lab', { remote: '127.0.0.1', bound: '127.0.0.1', adapters: [loopback, lan] }, '127.0.0.1'],
    [
      'a box on this host by its address',
      { remote: '192.168.1.10', bound: '0.0.0.0', adapters: [loopback, lan] },
      '192.168.1.10',
    ],
    ['IPv6', { remote: 'FD00::9%eth0', bound: '::', adapters: [lan, six] }, 'fd00::5'],
    ['the other family', { remote: 'fd00::9', bound: '192.168.1.10', adapters: [lan] }, null],
    ['no address', { remote: 'box', bound: '0.0.0.0', adapters: [lan] }, null],
  ])('%s', (_, route, expected) => {
    expect(chooseLocalAddress(route)).toBe(expected)
  })
})
