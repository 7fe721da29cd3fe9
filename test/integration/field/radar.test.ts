import { afterEach, describe, expect, it } from 'vitest'
import type { Check, RadarEntry } from '#shared/model/self-check.ts'
import type { Headless } from '../../support/headless.ts'
import { eventually, namespacesMissing, programMissing } from '../../support/namespaces.ts'
import { Lan, managedBox } from './lan.ts'

const missing = namespacesMissing() ?? programMissing('nft', 'iptables')

/** Sends bytes to the ACS port from a machine and reads until it is closed. */
const sender = (hex: string) =>
  `const s = require('net').connect(7547, '192.168.77.10', () => { s.write(Buffer.from('${hex}', 'hex')); setTimeout(() => s.end(), 300) }); s.on('data', () => {}); s.on('error', () => {})`
const hex = (text: string) => Buffer.from(text).toString('hex')
const post = (body: string) =>
  hex(`POST /acs HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`)

function entry(app: Headless, address: string, fits: (one: RadarEntry) => boolean): Promise<RadarEntry> {
  return eventually(
    async () => (await app.call<RadarEntry[]>('radar.list')).find((one) => one.address === address && fits(one)),
    10_000,
  )
}

describe.skipIf(missing)(`radar and self-check${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('tells how far each address got, and why no further', { timeout: 90_000 }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547')
    const tries: [string, string, Partial<RadarEntry>][] = [
      ['192.168.77.21', '', { stage: 'tcp', problem: 'closedSilently' }],
      ['192.168.77.22', `16030100a5010000a10303${'00'.repeat(60)}`, { stage: 'tls', problem: 'httpsUrl' }],
      ['192.168.77.23', hex('SSH-2.0-OpenSSH\r\n\r\n'), { stage: 'tcp', problem: 'notHttp' }],
      ['192.168.77.24', hex('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), { stage: 'http', problem: 'notCwmp' }],
      ['192.168.77.25', post('<soap:Envelope><broken'), { stage: 'authenticated', problem: 'malformed' }],
    ]
    const machine = lan.machine('many', '192.168.77.20/24')
    for (const [address, bytes, expected] of tries) {
      lan.lab.run(machine, `ip addr add ${address}/24 dev lan`)
      const script = sender(bytes).replace(
        `'192.168.77.10',`,
        `{ host: '192.168.77.10', port: 7547, localAddress: '${address}' },`,
      )
      lan.lab.start(machine, process.execPath, ['-e', script.replace('connect(7547, ', 'connect(')])
      expect(await entry(app, address, ({ problem }) => problem !== null)).toMatchObject(expected)
    }
    const silent = lan.machine('silent', '192.168.77.40/24')
    await app.call('discovery.refresh')
    expect(await entry(app, '192.168.77.40', () => true)).toMatchObject({ stage: 'seen', problem: 'notTrying' })

    // The same address afterwards gets through.
    lan.box(silent, app.acsUrl, '--address', '192.168.77.40')
    const device = await managedBox(app)
    const through = await entry(app, '192.168.77.40', ({ stage }) => stage === 'understood')
    expect(through).toMatchObject({ problem: null, deviceId: device.id })
    expect(app.messages.some(({ params }) => params?.name === 'radar.changed')).toBe(true)
  })

  it('tells a wrong password from a box that does not log in', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547')
    await app.call('settings.set', { cwmp: { auth: 'digest', username: 'box', password: 'right' } })
    const first = lan.machine('first', '192.168.77.31/24')
    const second = lan.machine('second', '192.168.77.32/24')
    lan.box(first, app.acsUrl, '--address', '192.168.77.31', '--user', 'box', '--password', 'wrong')
    lan.box(second, app.acsUrl, '--address', '192.168.77.32', '--user', 'stranger', '--password', 'x')
    expect(await entry(app, '192.168.77.31', ({ problem }) => problem === 'wrongPassword')).toMatchObject({
      stage: 'http',
    })
    expect(await entry(app, '192.168.77.32', ({ problem }) => problem === 'unknownUser')).toMatchObject({
      stage: 'http',
    })
  })

  it('finds the firewall that blocks, and gives the line that opens it', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const { lab, laptop } = lan
    const app = await lan.app('--acs-port', '7547')
    const firewall = async () => (await app.call<Check[]>('selfCheck.run')).find(({ id }) => id === 'firewall') as Check
    expect(await firewall()).toMatchObject({ state: 'ok', code: 'firewallOff' })
    const rules = `table inet filter { chain input { type filter hook input priority 0; policy drop; ct state established,related accept; iif lo accept; tcp dport 22 accept; }; }`
    lab.run(laptop, `nft '${rules}'`)
    const blocked = await firewall()
    expect(blocked).toMatchObject({ state: 'failed', code: 'firewallBlocks', params: { name: 'nftables' } })
    expect(blocked.command).toContain('nft insert rule inet filter input iifname eth1 tcp dport')
    // The advised line, run by the technician, is what helps.
    const machine = lan.machine('box', '192.168.77.20/24')
    lan.box(machine, app.acsUrl, '--address', '192.168.77.20')
    lab.run(laptop, (blocked.command ?? '').replaceAll('sudo ', ''))
    expect(await firewall()).toMatchObject({ state: 'ok', code: 'firewallOpen' })
    await managedBox(app)
    lab.run(laptop, 'nft flush ruleset')
    for (const iptables of ['iptables', 'iptables-legacy']) {
      lab.run(laptop, `${iptables} -P INPUT DROP`)
      expect((await firewall()).state).toBe('failed')
      lab.run(laptop, (await firewall()).command?.replaceAll('sudo ', '') ?? '')
      expect(await firewall()).toMatchObject({ state: 'ok', code: 'firewallOpen' })
      lab.run(laptop, `${iptables} -P INPUT ACCEPT; ${iptables} -F INPUT`)
    }
    const all = await app.call<Check[]>('selfCheck.run')
    expect(all.find(({ id }) => id === 'lastInform')).toMatchObject({ state: 'ok', code: 'informed' })
    expect(all.filter(({ id }) => id.endsWith('Port')).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok'])
  })
})
