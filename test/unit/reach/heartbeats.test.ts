import { describe, expect, it } from 'vitest'
import { HeartbeatTable } from '../../../src-main/reach/heartbeats.ts'
import { matchHeartbeat } from '../../../src-main/reach/match-heartbeat.ts'
import type { HeartbeatFact } from '../../../src-main/reach/stun/responder.ts'

const box = {
  id: 'A1B2C3-STB-S1',
  oui: 'A1B2C3',
  serialNumber: 'S1',
  address: '192.168.1.20',
  udpConnectionRequestAddress: '',
  connectionRequestUrl: 'http://192.168.1.20:7547/x',
}

function setUp(devices = [box], maxEntries = 2000) {
  const clock = { now: Date.parse('2026-01-02T03:04:05Z') }
  const table = new HeartbeatTable(
    (fact) => matchHeartbeat(fact, devices),
    () => clock.now,
    maxEntries,
  )
  let serial = 0
  const beat = (more: Partial<HeartbeatFact> = {}, afterSeconds = 30) => {
    clock.now += afterSeconds * 1000
    return table.note({
      source: { address: '192.168.1.20', port: 40_000 },
      username: '',
      isBindingChange: false,
      isMarked: true,
      transactionId: `t${serial++}`,
      ...more,
    })
  }
  return { table, clock, beat }
}

describe('HeartbeatTable', () => {
  it('estimates the period, retransmissions and binding changes left out', () => {
    const { beat } = setUp()
    expect(beat()).toMatchObject({ periodSeconds: null, count: 1, fresh: true, deviceId: box.id, natSeen: false })
    beat()
    beat({ transactionId: 'same' })
    expect(beat({ transactionId: 'same' }, 0.1)).toBeNull()
    beat({ isBindingChange: true }, 3)
    expect(beat({}, 27)).toMatchObject({ periodSeconds: 30, count: 5 })
  })

  it('takes requests without the mark from a known box only, and from none that marks others', () => {
    const { beat, table } = setUp()
    const unmarked = { isMarked: false, source: { address: '192.168.1.20', port: 5000 } }
    expect(beat({ isMarked: false, source: { address: '192.168.1.66', port: 40_000 } })).toBeNull()
    expect(beat(unmarked)).toMatchObject({ deviceId: box.id, port: 5000 })
    expect(beat()).toMatchObject({ deviceId: box.id, port: 40_000 })
    expect(beat(unmarked)).toBeNull()
    expect(table.list().map(({ port }) => port)).toEqual([40_000])
  })

  it('takes a box that never changes its transaction id', () => {
    const { beat } = setUp()
    beat({ transactionId: 'same' })
    expect(beat({ transactionId: 'same' })).toMatchObject({ count: 2 })
  })

  it('is fresh for two and a half periods', () => {
    const { beat, clock, table } = setUp()
    for (let n = 0; n < 3; n++) beat({}, 60)
    clock.now += 149_000
    expect(table.ofDevice(box.id)?.fresh).toBe(true)
    clock.now += 2000
    expect(table.ofDevice(box.id)?.fresh).toBe(false)
  })

  it('follows a box to its new port', () => {
    const { beat, table } = setUp()
    beat()
    beat({ source: { address: '192.168.1.20', port: 40_001 }, isBindingChange: true })
    expect(table.list()).toMatchObject([{ port: 40_001, count: 2 }])
  })

  it('keeps boxes behind one NAT apart, and sees the NAT', () => {
    const second = {
      ...box,
      id: 'two',
      serialNumber: 'S2',
      address: '10.0.0.1',
      connectionRequestUrl: 'http://192.168.9.3/',
    }
    const first = { ...second, id: 'one', serialNumber: 'S1', connectionRequestUrl: 'http://192.168.9.2/' }
    const { beat, table } = setUp([first, second])
    beat({ source: { address: '10.0.0.1', port: 1001 }, username: 'S1' })
    beat({ source: { address: '10.0.0.1', port: 1002 }, username: 'S2' })
    beat({ source: { address: '10.0.0.1', port: 1003 } })
    expect(table.list().map(({ deviceId, natSeen }) => [deviceId, natSeen])).toEqual([
      ['one', true],
      ['two', true],
      [null, null],
    ])
  })

  it('is bounded, the longest silent go first', () => {
    const { beat, table } = setUp([], 3)
    for (let port = 1; port <= 5; port++) beat({ source: { address: '10.0.0.1', port } })
    beat({ source: { address: '10.0.0.1', port: 3 } })
    beat({ source: { address: '10.0.0.1', port: 6 } })
    expect(table.list().map(({ port }) => port)).toEqual([5, 3, 6])
  })

  it('matches a box that became known after its heartbeat', () => {
    const devices: (typeof box)[] = []
    const { beat, table } = setUp(devices)
    expect(beat()).toMatchObject({ deviceId: null })
    devices.push(box)
    expect(table.ofDevice(box.id)).toMatchObject({ port: 40_000 })
  })
})

describe('matchHeartbeat', () => {
  const source = { address: '10.0.0.1', port: 999 }
  const other = { ...box, id: 'other', serialNumber: 'S2', address: '192.168.1.21' }
  it.each<[string, Partial<typeof box>, string, string | null]>([
    ['serial number as USERNAME', {}, 'S1', box.id],
    ['OUI-serial as USERNAME', {}, 'A1B2C3-S1', box.id],
    ['reported UDP address', { udpConnectionRequestAddress: '10.0.0.1:999' }, '', box.id],
    ['source of its Informs', { address: '10.0.0.1' }, 'operator', box.id],
    ['nothing', {}, 'operator', null],
  ])('%s', (_name, more, username, expected) => {
    expect(matchHeartbeat({ source, username }, [{ ...box, ...more }, other])?.deviceId ?? null).toBe(expected)
  })

  it('a sign that fits two boxes proves nothing', () => {
    expect(
      matchHeartbeat({ source: { address: box.address, port: 1 }, username: '' }, [
        box,
        { ...other, address: box.address },
      ]),
    ).toBeNull()
  })
})
