import { afterEach, describe, expect, it } from 'vitest'
import type { Firmware } from '#shared/model/firmware.ts'
import { emptyMetadata } from '#shared/model/firmware.ts'
import { namespacesMissing, programMissing } from '../../support/namespaces.ts'
import { Lan } from '../field/lan.ts'
import { hasTool, testBytes } from '../transfer/support.ts'
import { MachineBox } from './machine-box.ts'
import { writeFile } from './support.ts'

const missing = namespacesMissing() ?? programMissing('iptables') ?? (hasTool('curl') ? null : 'curl is not installed')

describe.skipIf(missing)(`the address in the link of a file${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('is for each of two adapters the one that the box itself came to', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const { lab, laptop } = lan
    const bench = lab.switch('bench')
    lab.plug(laptop, 'eth2', bench, '10.99.0.1/24')
    const near = lan.machine('near', '192.168.77.20/24')
    const far = lab.machine('far')
    lab.plug(far, 'lan', bench, '10.99.0.20/24')
    const app = await lan.app('--bind', '0.0.0.0')
    const { port, pathname } = new URL(app.acsUrl)
    const boxes = [
      { address: '192.168.77.10', machine: near },
      { address: '10.99.0.1', machine: far },
    ].map(({ address, machine }) => ({
      address,
      box: new MachineBox(lan, machine, `http://${address}:${port}${pathname}`, ['-m', '20']),
    }))
    const { id } = await app.call<Firmware>('firmware.add', { path: writeFile(testBytes(500_000), 'image.bin') })
    await app.call('firmware.setMetadata', { id, metadata: { ...emptyMetadata, version: '2.0' } })
    for (const { box, address } of boxes) {
      const job = await box.ended(app, await box.push(app, id))
      expect(new URL(box.says().url ?? '').hostname).toBe(address)
      expect(job.result).toMatchObject({ verdict: 'proven' })
    }
  })

  it('is never localhost for a box that came through a proxy on this host', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const app = await lan.app('--bind', '127.0.0.1')
    const { port, pathname } = new URL(app.acsUrl)
    const far = lan.machine('far', '192.168.77.20/24')
    // The kernel of the laptop forwards the wire's port 7547 to loopback: the box is elsewhere, our end is 127.0.0.1.
    lan.lab.run(
      lan.laptop,
      `sysctl -qw net.ipv4.conf.eth1.route_localnet=1; iptables -t nat -A PREROUTING -p tcp --dport 7547 -j DNAT --to-destination 127.0.0.1:${port}`,
    )
    const box = new MachineBox(lan, far, `http://192.168.77.10:7547${pathname}`, [])
    const { id } = await app.call<Firmware>('firmware.add', { path: writeFile(testBytes(1000), 'image.bin') })
    const jobId = await box.push(app, id)
    const job = await box.settled(app, jobId)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'NO_ADDRESS_FOR_BOX' } })
    expect(box.says().url).toBeUndefined()
  })
})
