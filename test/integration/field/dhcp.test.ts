import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { DhcpStatus } from '#shared/model/pointing.ts'
import { eventually, namespacesMissing, programMissing } from '../../support/namespaces.ts'
import { Lan, managedBox, neighbour } from './lan.ts'
import { startDhcpClient, startDhcpServer } from './peers.ts'

const missing = namespacesMissing() ?? programMissing('udhcpc', 'dnsmasq', 'dhclient')

function told(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe.skipIf(missing)(`the DHCP server for the bench${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('gives a foreign client an address and the ACS URL in both options', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const machine = lan.machine('box')
    const app = await lan.app('--acs-port', '7547')
    expect((await app.call<DhcpStatus>('dhcp.status')).state).toBe('stopped')
    const status = await app.call<DhcpStatus>('dhcp.start')
    expect(status).toMatchObject({ state: 'running', adapter: 'eth1', acsUrl: 'http://192.168.77.10:7547/acs' })
    // 43: suboption 1 with 29 bytes; 125: enterprise 3561, suboption 11.
    const url = Buffer.from(status.acsUrl)
    const file = startDhcpClient(lan, machine, '-V', 'dslforum.org', '-O', '43', '-O', '125')
    await eventually(() => /^ip=192\.168\.77\./m.test(told(file)), 20_000)
    const text = told(file)
    expect(text).toContain('mask=24')
    expect(text).toContain(`opt43=01${url.length.toString(16)}${url.toString('hex')}`)
    expect(text).toContain(
      `opt125=00000de9${(url.length + 2).toString(16)}0b${url.length.toString(16)}${url.toString('hex')}`,
    )
    const { leases } = await app.call<DhcpStatus>('dhcp.status')
    expect(leases).toMatchObject([{ hostName: 'stb-lab', vendorClass: 'dslforum.org', asksForAcs: true }])
    expect(await neighbour(app, ({ services }) => services.includes('asksForAcs'))).toMatchObject({ name: 'stb-lab' })

    // With that address the box gets through: the whole way from silence to a session.
    lan.box(machine, status.acsUrl, '--address', leases[0]?.address ?? '')
    expect((await managedBox(app)).address).toBe(leases[0]?.address)
    expect((await app.call<DhcpStatus>('dhcp.stop')).state).toBe('stopped')
  })

  it('serves the client of ISC too', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const machine = lan.machine('box')
    const app = await lan.app()
    await app.call('dhcp.start')
    const { folder } = lan.lab
    lan.lab.run(
      machine,
      `timeout 30 dhclient -1 -v -sf /bin/true -lf ${folder}/isc.leases -pf ${folder}/isc.pid lan 2>&1`,
    )
    expect(told(`${folder}/isc.leases`)).toMatch(/fixed-address 192\.168\.77\./)
  })

  it('refuses to start beside another server, and stops when one appears', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const server = lan.machine('server', '192.168.77.1/24')
    const foreign = startDhcpServer(lan, server, '192.168.77.100', '192.168.77.120')
    const app = await lan.app()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const refused = await app.ask('dhcp.start')
    expect(refused.error?.data).toMatchObject({
      code: 'DHCP_OTHER_SERVER',
      params: { address: '192.168.77.1', adapter: 'eth1' },
    })
    expect((await app.call<DhcpStatus>('dhcp.status')).state).toBe('failed')
    expect((await app.ask('dhcp.start', { pool: { first: '10.0.0.1', last: '10.0.0.9' } })).error?.code).toBe(-32602)

    foreign.stop()
    await eventually(async () => (await app.ask('dhcp.start')).result, 20_000)
    startDhcpServer(lan, server, '192.168.77.100', '192.168.77.120')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    startDhcpClient(lan, lan.machine('box'), '-B')
    const status = await eventually(async () => {
      const now = await app.call<DhcpStatus>('dhcp.status')
      return now.state === 'failed' ? now : null
    }, 20_000)
    expect(status.error?.code).toBe('DHCP_OTHER_SERVER')
  })
})
