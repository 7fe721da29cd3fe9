import { afterEach, describe, expect, it } from 'vitest'
import type { DiscoveryList } from '#shared/model/discovery.ts'
import type { Settings } from '#shared/model/settings.ts'
import { eventually, namespacesMissing, programMissing } from '../../support/namespaces.ts'
import { Lan, managedBox, neighbour } from './lan.ts'
import { startDhcpClient, startGateway, startMediaServer, startResponder } from './peers.ts'

const missing =
  namespacesMissing() ?? programMissing('miniupnpd', 'minidlnad', 'avahi-daemon', 'udhcpc', 'stun', 'tcpdump')

describe.skipIf(missing)(`discovery${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('finds what stands on the wire by each source, one row each', { timeout: 90_000 }, async () => {
    lan = new Lan()
    startGateway(lan, lan.machine('gateway', '192.168.77.1/24'), '192.168.77.1')
    startMediaServer(lan, lan.machine('media', '192.168.77.20/24'))
    startResponder(lan, lan.machine('mdns', '192.168.77.30/24'))
    lan.machine('silent', '192.168.77.40/24')
    const box = lan.machine('box', '192.168.77.50/24')
    lan.lab.run(box, 'ip link set lan address 00:E0:FC:11:22:33')
    const app = await lan.app()
    lan.box(box, app.acsUrl, '--address', '192.168.77.50')
    await managedBox(app)
    const client = lan.machine('client')
    startDhcpClient(lan, client, '-V', 'CTC-STB')

    await eventually(async () => {
      const { neighbours } = await app.call<DiscoveryList>('discovery.refresh')
      return neighbours.length >= 6 && neighbours.some(({ name }) => name === 'iptv-box')
    }, 40_000)
    expect(await neighbour(app, ({ serial }) => serial === 'SN4711A')).toMatchObject({
      addresses: ['192.168.77.1'],
      name: 'Lab & Gateway',
      kind: 'router',
      services: ['igd'],
      sources: ['ssdp', 'arp'],
      nextStep: 'setByHand',
    })
    expect(await neighbour(app, ({ serial }) => serial === 'DL998877')).toMatchObject({
      addresses: ['192.168.77.20'],
      name: 'R&D <TV>',
      services: ['media'],
      nextStep: 'identify',
    })
    expect(await neighbour(app, ({ name }) => name === 'iptv-box')).toMatchObject({
      addresses: ['192.168.77.30'],
      sources: ['mdns', 'arp'],
    })
    expect(await neighbour(app, ({ addresses }) => addresses[0] === '192.168.77.40')).toMatchObject({
      sources: ['arp'],
    })
    expect(await neighbour(app, ({ deviceId, vendor }) => deviceId !== null && vendor !== '')).toMatchObject({
      addresses: ['192.168.77.50'],
      mac: '00:E0:FC:11:22:33',
      vendor: 'Huawei',
      sources: ['inform', 'arp'],
      kind: 'box',
      nextStep: 'open',
    })
    // No DHCP server is on this wire: the asker is seen by its asking alone.
    expect(await neighbour(app, ({ name }) => name === 'stb-lab')).toMatchObject({
      addresses: [],
      model: 'CTC-STB',
      kind: 'box',
      sources: ['dhcp'],
      nextStep: 'answerDhcp',
    })
    const all = (await app.call<DiscoveryList>('discovery.list')).neighbours
    expect(all).toHaveLength(6)
    expect(app.messages.some(({ params }) => params?.name === 'discovery.changed')).toBe(true)
  })

  it('looks on the chosen adapter only, and knocks at ports only when told to', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const other = lan.lab.switch('other')
    lan.lab.plug(lan.laptop, 'eth2', other, '10.99.0.1/24')
    const stranger = lan.lab.machine('stranger')
    lan.lab.plug(stranger, 'lan', other, '10.99.0.20/24')
    const heard = lan.lab.start(stranger, 'tcpdump', ['-n', '-l', '-i', 'lan', 'udp or tcp'])
    const box = lan.machine('box', '192.168.77.50/24')
    const app = await lan.app()
    // Answers like a box that belongs to another ACS.
    const port = lan.lab.start(box, process.execPath, [
      '-e',
      `require('http').createServer((q, s) => { console.log(q.method); s.writeHead(401, { Server: 'HuaweiHomeGateway', 'WWW-Authenticate': 'Digest realm="HuaweiHomeGateway", nonce="1"' }); s.end() }).listen(7547)`,
    ])
    await app.call('discovery.refresh')
    expect(port.output()).toBe('')
    await app.call('discovery.refresh', { http: true })
    expect(await neighbour(app, ({ addresses }) => addresses[0] === '192.168.77.50')).toMatchObject({
      services: ['cwmp'],
      manufacturer: 'Huawei',
      sources: ['http', 'arp'],
      nextStep: 'setByHand',
    })
    expect(port.output().trim()).toBe('HEAD')
    const { scope, neighbours } = await app.call<DiscoveryList>('discovery.list')
    expect(scope).toMatchObject({ adapter: 'eth1', address: '192.168.77.10' })
    expect(neighbours.map(({ addresses }) => addresses[0])).toEqual(['192.168.77.50'])
    expect(heard.output()).not.toMatch(/10\.99\.0\.1|192\.168\.77/)
  })

  it('switches sources off and on, and serves a foreign STUN client', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const machine = lan.machine('client', '192.168.77.60/24')
    const app = await lan.app()
    const off = { ssdp: false, mdns: false, arp: false, dhcp: false }
    await app.call<Settings>('settings.set', { discovery: off })
    const states = (await app.call<DiscoveryList>('discovery.list')).sources
    expect(states.filter(({ state }) => state === 'running').map(({ source }) => source)).toEqual(['stun'])
    expect((await app.call<DiscoveryList>('discovery.refresh')).neighbours).toEqual([])
    await app.call('settings.set', { discovery: { arp: true } })
    await app.call('discovery.refresh')
    expect(await neighbour(app, ({ addresses }) => addresses[0] === '192.168.77.60')).toMatchObject({
      sources: ['arp'],
    })
    const { stun } = app.first.params as unknown as { stun: { address: string; port: number } }
    const said = lan.lab.run(machine, `timeout 20 stun -v ${stun.address}:${stun.port} 1 2>&1 || true`)
    expect(said).toMatch(/MappedAddress = 192\.168\.77\.60/)
  })
})
