import { describe, expect, it } from 'vitest'
import { vendorOfMac } from '../../../src-main/discovery/arp/oui.ts'
import { parseBsdArp, parseIpNeigh, parseProcArp, parseWindowsArp } from '../../../src-main/discovery/arp/parse-arp.ts'
import { subnetHosts } from '../../../src-main/net/subnet-hosts.ts'
import { seeded } from '../../random.ts'

const linux = `192.168.1.1 dev eth0 lladdr 00:e0:fc:12:34:56 router REACHABLE
192.168.1.20 dev eth0 lladdr c4:70:0b:aa:bb:cc STALE
192.168.1.30 dev eth0  FAILED
192.168.1.31 dev eth0  INCOMPLETE
10.0.0.1 dev wlan0 lladdr 02:42:ac:11:00:02 DELAY
fe80::1 dev eth0 lladdr 00:e0:fc:12:34:56 router STALE
`
const proc = `IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         00:e0:fc:12:34:56     *        eth0
192.168.1.30     0x1         0x0         00:00:00:00:00:00     *        eth0
`
const windows = `\r
接口: 192.168.1.10 --- 0xb\r
  Internet 地址         物理地址              类型\r
  192.168.1.1           00-e0-fc-12-34-56     动态        \r
  192.168.1.255         ff-ff-ff-ff-ff-ff     静态        \r
  224.0.0.22            01-00-5e-00-00-16     静态        \r
\r
Interface: 10.0.0.5 --- 0x12\r
  Internet Address      Physical Address      Type\r
  10.0.0.1              c4-70-0b-aa-bb-cc     dynamic   \r
`
const mac = `? (192.168.1.1) at 0:e0:fc:12:34:56 on en0 ifscope [ethernet]
box.lan (192.168.1.20) at c4:70:b:aa:bb:cc on en0 ifscope [ethernet]
? (192.168.1.30) at (incomplete) on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
? (192.168.1.255) at ff:ff:ff:ff:ff:ff on en0 ifscope [ethernet]
`

describe('neighbour tables', () => {
  it('of Linux', () => {
    expect(parseIpNeigh(linux)).toEqual([
      { address: '192.168.1.1', mac: '00:E0:FC:12:34:56', adapter: 'eth0', isAlive: true },
      { address: '192.168.1.20', mac: 'C4:70:0B:AA:BB:CC', adapter: 'eth0', isAlive: false },
      { address: '10.0.0.1', mac: '02:42:AC:11:00:02', adapter: 'wlan0', isAlive: true },
    ])
    // `ip neigh show dev eth0` leaves the adapter out.
    expect(parseIpNeigh('192.168.1.1 lladdr 00:e0:fc:12:34:56 REACHABLE', 'eth0')).toMatchObject([{ adapter: 'eth0' }])
    expect(parseProcArp(proc)).toEqual([
      { address: '192.168.1.1', mac: '00:E0:FC:12:34:56', adapter: 'eth0', isAlive: false },
    ])
  })

  it('of Windows in any language', () => {
    expect(parseWindowsArp(windows)).toEqual([
      { address: '192.168.1.1', mac: '00:E0:FC:12:34:56', adapter: '192.168.1.10', isAlive: false },
      { address: '10.0.0.1', mac: 'C4:70:0B:AA:BB:CC', adapter: '10.0.0.5', isAlive: false },
    ])
  })

  it('of macOS', () => {
    expect(parseBsdArp(mac)).toEqual([
      { address: '192.168.1.1', mac: '00:E0:FC:12:34:56', adapter: 'en0', isAlive: false },
      { address: '192.168.1.20', mac: 'C4:70:0B:AA:BB:CC', adapter: 'en0', isAlive: false },
    ])
  })

  it('never throw (2,000 cases)', () => {
    const random = seeded(21)
    const sources = [linux, proc, windows, mac]
    for (let n = 0; n < 2000; n++) {
      const text = Buffer.from(random.pick(sources))
      for (let k = 0; k < 6; k++) text[random.below(text.length)] = random.below(256)
      for (const parse of [parseIpNeigh, parseProcArp, parseWindowsArp, parseBsdArp]) {
        for (const entry of parse(text.toString('latin1')))
          expect(entry.mac).toMatch(/^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$/)
      }
    }
  })
})

describe('vendorOfMac', () => {
  it('knows the makers of boxes', () => {
    expect(vendorOfMac('00:E0:FC:12:34:56')).toMatchObject({ id: 'huawei' })
    expect(vendorOfMac('00:1A:79:00:00:01')).toMatchObject({ name: 'Infomir', kind: 'box' })
    expect(vendorOfMac('C8:0E:14:00:00:01')).toMatchObject({ id: 'avm', kind: 'router' })
    expect(vendorOfMac('02:42:AC:11:00:02')).toBeUndefined()
    expect(vendorOfMac(undefined)).toBeUndefined()
  })
})

describe('subnetHosts', () => {
  it('lists the others of the subnet', () => {
    expect(subnetHosts('192.168.1.10', 29)).toEqual([
      '192.168.1.9',
      '192.168.1.11',
      '192.168.1.12',
      '192.168.1.13',
      '192.168.1.14',
    ])
    expect(subnetHosts('192.168.1.10', 24)).toHaveLength(253)
  })

  it('stays small in a large one, around the own address', () => {
    const hosts = subnetHosts('10.20.30.40', 8)
    expect(hosts).toHaveLength(255)
    expect(hosts.every((host) => host.startsWith('10.20.30.'))).toBe(true)
    expect(subnetHosts('10.0.0.1', 32)).toEqual([])
    expect(subnetHosts('fe80::1', 64)).toEqual([])
  })
})
