import { describe, expect, it } from 'vitest'
import {
  type DhcpMessage,
  dhcpOptions,
  dhcpTypes,
  encodeDhcp,
  parseDhcp,
} from '../../../src-main/discovery/dhcp/dhcp-message.ts'
import { answerDhcp } from '../../../src-main/pointing/dhcp/answer-dhcp.ts'
import { defaultPool, isPoolUsable, LeaseTable, leaseSeconds } from '../../../src-main/pointing/dhcp/lease-table.ts'
import { seeded } from '../../random.ts'

const client = (mac: string) => ({ mac, hostName: '', vendorClass: '', asksForAcs: false })
const offer = {
  address: '192.168.1.10',
  prefixLength: 24,
  acsUrl: 'http://192.168.1.10:7547/acs',
  option43: 'suboption',
} as const
const ip = (text: string) => Buffer.from(text.split('.').map(Number))
const asked = (type: number, options: [number, Buffer][] = [], mac = '00:E0:FC:00:00:01'): DhcpMessage => {
  const message = {
    op: 'request' as const,
    transactionId: 7,
    seconds: 0,
    isBroadcast: false,
    clientAddress: '0.0.0.0',
    yourAddress: '0.0.0.0',
    serverAddress: '0.0.0.0',
    relayAddress: '0.0.0.0',
    mac,
    options: new Map([[dhcpOptions.messageType, Buffer.from([type])] as [number, Buffer], ...options]),
  }
  return { ...message, type }
}
const answered = (bytes: Buffer | null) => bytes && parseDhcp(bytes)

describe('the pool', () => {
  it('lies in the subnet, away from the own address', () => {
    expect(defaultPool('192.168.1.10', 24)).toEqual({ first: '192.168.1.223', last: '192.168.1.254' })
    expect(defaultPool('192.168.1.200', 24)).toEqual({ first: '192.168.1.1', last: '192.168.1.32' })
    expect(defaultPool('192.168.1.1', 29)).toEqual({ first: '192.168.1.4', last: '192.168.1.6' })
    expect(defaultPool('192.168.1.1', 30)).toBeNull()
    expect(isPoolUsable({ first: '192.168.1.5', last: '192.168.1.20' }, '192.168.1.10', 24)).toBe(false)
    expect(isPoolUsable({ first: '192.168.2.5', last: '192.168.2.20' }, '192.168.1.10', 24)).toBe(false)
  })

  it('is usable by default in every subnet (2,000 cases)', () => {
    const random = seeded(43)
    for (let n = 0; n < 2000; n++) {
      const prefixLength = 8 + random.below(22)
      const address = `10.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`
      const pool = defaultPool(address, prefixLength)
      const hostPart = (Number(address.split('.')[3]) ?? 0) & (2 ** Math.min(8, 32 - prefixLength) - 1)
      // An adapter never has the first or last address of its network.
      if (hostPart === 0 || hostPart === 2 ** Math.min(8, 32 - prefixLength) - 1) continue
      expect(
        pool && isPoolUsable(pool, address, prefixLength),
        `${address}/${prefixLength} ${JSON.stringify(pool)}`,
      ).toBe(true)
    }
  })
})

describe('leases', () => {
  it('are one per box, the same again, and end', () => {
    const clock = { now: 0 }
    const leases = new LeaseTable({ first: '10.0.0.1', last: '10.0.0.2' }, () => clock.now)
    expect(leases.offer(client('a'))?.address).toBe('10.0.0.1')
    expect(leases.offer(client('b'), '10.0.0.1')?.address).toBe('10.0.0.2')
    expect(leases.offer(client('c'))).toBeNull()
    expect(leases.grant(client('a'), '10.0.0.2')).toBeNull()
    expect(leases.grant(client('a'), '10.0.0.1')?.until).toBe(leaseSeconds * 1000)
    expect(leases.offer(client('a'))?.address).toBe('10.0.0.1')
    clock.now = 60_000
    expect(leases.list().map(({ mac }) => mac)).toEqual(['a'])
    expect(leases.offer(client('c'))?.address).toBe('10.0.0.2')
    leases.decline('c')
    expect(leases.offer(client('d'))).toBeNull()
    leases.release('a')
    expect(leases.offer(client('d'))?.address).toBe('10.0.0.1')
  })
})

describe('answerDhcp', () => {
  it('offers, acknowledges and refuses', () => {
    const leases = new LeaseTable({ first: '192.168.1.100', last: '192.168.1.120' })
    const offered = answered(answerDhcp(asked(dhcpTypes.discover), offer, leases))
    expect(offered).toMatchObject({ type: dhcpTypes.offer, yourAddress: '192.168.1.100', transactionId: 7 })
    expect(offered?.options.get(dhcpOptions.mask)).toEqual(ip('255.255.255.0'))
    expect(offered?.options.get(dhcpOptions.vendorSpecific)?.subarray(2).toString()).toBe(offer.acsUrl)
    const wanted: [number, Buffer] = [dhcpOptions.requestedAddress, ip('192.168.1.100')]
    expect(answered(answerDhcp(asked(dhcpTypes.request, [wanted]), offer, leases))?.type).toBe(dhcpTypes.ack)
    const stranger = answered(answerDhcp(asked(dhcpTypes.request, [wanted], '00:E0:FC:00:00:02'), offer, leases))
    expect(stranger).toMatchObject({ type: dhcpTypes.nak, yourAddress: '0.0.0.0' })
  })

  it('is silent to those who chose another server, to relays and to replies', () => {
    const leases = new LeaseTable({ first: '192.168.1.100', last: '192.168.1.120' })
    answerDhcp(asked(dhcpTypes.discover), offer, leases)
    const other: [number, Buffer] = [dhcpOptions.serverId, ip('192.168.1.1')]
    expect(answerDhcp(asked(dhcpTypes.request, [other]), offer, leases)).toBeNull()
    expect(leases.list()).toEqual([])
    expect(answerDhcp({ ...asked(dhcpTypes.discover), relayAddress: '10.0.0.1' }, offer, leases)).toBeNull()
    expect(answerDhcp({ ...asked(dhcpTypes.discover), op: 'reply' }, offer, leases)).toBeNull()
    expect(answerDhcp(asked(0), offer, leases)).toBeNull()
  })

  it('answers whatever comes with something that can be read (2,000 cases)', () => {
    const random = seeded(68)
    const leases = new LeaseTable({ first: '192.168.1.100', last: '192.168.1.105' })
    for (let n = 0; n < 2000; n++) {
      const message = asked(
        random.below(10),
        [[random.below(256), random.bytes(random.below(20))]],
        `00:E0:FC:00:00:0${random.below(10)}`,
      )
      const answer = answerDhcp(message, offer, leases)
      if (answer) expect(parseDhcp(answer)).toMatchObject({ op: 'reply', transactionId: 7 })
      expect(encodeDhcp(message).length).toBeGreaterThanOrEqual(300)
      expect(new Set(leases.list().map(({ address }) => address)).size).toBe(leases.list().length)
    }
  })
})
