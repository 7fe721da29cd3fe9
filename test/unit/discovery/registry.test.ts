import { describe, expect, it } from 'vitest'
import type { Device } from '#shared/model/device.ts'
import type { Fact } from '../../../src-main/discovery/fact.ts'
import { usableSerial } from '../../../src-main/discovery/identity.ts'
import { toNeighbour } from '../../../src-main/discovery/neighbour-view.ts'
import { emptyRegistry, forgetOld, noteFact, type Registry } from '../../../src-main/discovery/registry.ts'
import { normaliseMac } from '../../../src-main/net/mac.ts'
import { seeded } from '../../random.ts'

const mac1 = '00:e0:fc:00:00:01'
const mac2 = '00:e0:fc:00:00:02'
const fact = (patch: Partial<Fact>): Fact => ({ source: 'arp', at: 1000, isAlive: true, ...patch })
const noted = (...facts: Partial<Fact>[]): Registry =>
  facts.reduce<Registry>((all, one) => noteFact(all, fact(one)), emptyRegistry)
const keysOf = (registry: Registry) => registry.map(({ key }) => key)

describe('noteFact', () => {
  it('merges by address, then MAC, then serial number, and keeps the first key', () => {
    const registry = noted(
      { address: '192.168.1.20' },
      { address: '192.168.1.20', mac: mac1 },
      { source: 'dhcp', mac: '00-E0-FC-00-00-01', name: 'box' },
      { source: 'ssdp', address: '192.168.1.20', serial: 'SN0815' },
      { source: 'inform', serial: 'sn0815', address: '10.0.0.5' },
    )
    expect(registry).toHaveLength(1)
    expect(registry[0]).toMatchObject({
      key: '192.168.1.20',
      mac: mac1.toUpperCase(),
      addresses: ['10.0.0.5', '192.168.1.20'],
    })
  })

  it('joins two rows that turn out to be one box, under the older key', () => {
    const registry = noted(
      { address: '192.168.1.20' },
      { source: 'dhcp', mac: mac1 },
      { address: '192.168.1.20', mac: mac1 },
    )
    expect(keysOf(registry)).toEqual(['192.168.1.20'])
    expect(registry[0]?.facts).toMatchObject({ arp: {}, dhcp: {} })
  })

  it('does not mix two boxes that had one address after the other', () => {
    const registry = noted({ address: '192.168.1.20', mac: mac1 }, { address: '192.168.1.20', mac: mac2 })
    expect(registry.map(({ addresses }) => addresses)).toEqual([[], ['192.168.1.20']])
  })

  it('keeps boxes behind one NAT apart by their serial numbers', () => {
    const registry = noted(
      { source: 'inform', serial: 'BOX-0001', address: '192.168.1.1' },
      { source: 'inform', serial: 'BOX-0002', address: '192.168.1.1' },
    )
    expect(registry.map(({ serial }) => serial)).toEqual(['BOX-0001', 'BOX-0002'])
  })

  it('takes a box with two serial numbers and one MAC for one box', () => {
    const registry = noted(
      { source: 'ssdp', serial: 'UPNP-9', mac: mac1 },
      { source: 'inform', serial: 'CWMP-9', mac: mac1 },
    )
    expect(registry).toHaveLength(1)
    expect(registry[0]?.serial).toBe('CWMP-9')
  })

  it('forgets nothing by a fact that says less, and no stale entry proves life', () => {
    const registry = noted(
      { source: 'ssdp', address: '10.0.0.1', name: 'TV', model: 'X1', at: 5000 },
      { source: 'ssdp', address: '10.0.0.1', services: ['igd'], at: 6000 },
      { address: '10.0.0.1', isAlive: false, at: 90_000 },
    )
    expect(registry[0]).toMatchObject({
      lastSeenAt: 6000,
      facts: { ssdp: { name: 'TV', model: 'X1' } },
      services: ['igd'],
    })
    expect(forgetOld(registry, 6000 + 13 * 3_600_000)).toEqual([])
    expect(forgetOld(registry, 7000)).toBe(registry)
  })

  it('ignores what names nobody, and is bounded', () => {
    expect(noted({ serial: '0000000', mac: 'ff:ff:ff:ff:ff:ff' })).toEqual([])
    let registry: Registry = emptyRegistry
    for (let n = 0; n < 1200; n++) registry = noteFact(registry, fact({ address: `10.0.${n >> 8}.${n & 255}` }))
    expect(registry).toHaveLength(1000)
  })

  it('holds one row per serial, MAC and address whatever is said in whatever order (2,000 cases)', () => {
    const random = seeded(4711)
    let registry: Registry = emptyRegistry
    for (let n = 0; n < 2000; n++) {
      const box = random.below(6)
      registry = noteFact(registry, {
        source: random.pick(['arp', 'ssdp', 'dhcp', 'inform'] as const),
        at: n,
        isAlive: true,
        ...(random.below(2) ? { address: `10.0.0.${random.below(8)}` } : {}),
        ...(random.below(2) ? { mac: `00:e0:fc:00:00:0${box}` } : {}),
        ...(random.below(2) ? { serial: `SERIAL-${box}` } : {}),
      })
      const addresses = registry.flatMap((entry) => entry.addresses)
      const macs = registry.flatMap(({ mac }) => mac ?? [])
      expect(new Set(addresses).size).toBe(addresses.length)
      expect(new Set(macs).size).toBe(macs.length)
      expect(new Set(keysOf(registry)).size).toBe(registry.length)
    }
  })
})

describe('toNeighbour', () => {
  const device = (status: Device['status']) => (id: string) => ({ id, status })
  const view = (registry: Registry, deviceOf: Parameters<typeof toNeighbour>[1] = () => undefined) => {
    const [entry] = registry
    if (!entry) throw new Error('empty')
    return toNeighbour(entry, deviceOf)
  }

  it('lets the better source speak', () => {
    const shown = view(
      noted(
        { source: 'mdns', address: '10.0.0.1', name: 'android-1', model: 'generic' },
        { source: 'ssdp', address: '10.0.0.1', name: 'Living room', model: 'X1' },
        { source: 'arp', address: '10.0.0.1', mac: mac1 },
      ),
    )
    expect(shown).toMatchObject({
      name: 'Living room',
      model: 'X1',
      vendor: 'Huawei',
      vendorId: 'huawei',
      sources: ['ssdp', 'mdns', 'arp'],
    })
  })

  it('names one next step', () => {
    const inform = { source: 'inform', serial: 'SN-0001', deviceId: 'd1' } as const
    const steps = [
      view(noted(inform), device('managed')),
      view(noted(inform), device('informing')),
      view(noted(inform), device('authFailed')),
      view(noted(inform), device('lost')),
      view(noted({ source: 'stun', address: '10.0.0.1', services: ['cwmp', 'heartbeat'] })),
      view(noted({ source: 'ssdp', address: '10.0.0.1', services: ['tr064', 'igd'] })),
      view(noted({ source: 'http', address: '10.0.0.1', services: ['cwmp'] })),
      view(noted({ source: 'dhcp', mac: mac1 })),
      view(noted({ address: '10.0.0.1', mac: mac1 })),
      view(noted({ address: '10.0.0.1' })),
    ].map(({ nextStep }) => nextStep)
    expect(steps).toEqual([
      'open',
      'wait',
      'fixLogin',
      'wake',
      'wake',
      'setByTr064',
      'setByHand',
      'answerDhcp',
      'setByHand',
      'identify',
    ])
  })
})

describe('identity', () => {
  it('reads MACs of any spelling and refuses those of nobody', () => {
    expect(['0:1b:c:d:e:f', '00-1B-0C-0D-0E-0F', '001b.0c0d.0e0f'].map(normaliseMac)).toEqual(
      Array(3).fill('00:1B:0C:0D:0E:0F'),
    )
    expect(['', 'x', 'ff:ff:ff:ff:ff:ff', '00:00:00:00:00:00', '01:00:5e:00:00:fb', '1:2:3'].map(normaliseMac)).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('takes only serial numbers that tell boxes apart', () => {
    expect(['12345678', '00000000', 'unknown', 'abc', ''].map(usableSerial)).toEqual(Array(5).fill(undefined))
    expect(usableSerial(' 4857544312345678 ')).toBe('4857544312345678')
  })
})
