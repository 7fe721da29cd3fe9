import { afterEach, describe, expect, it } from 'vitest'
import type { Adapter, Listener } from '#shared/model/network.ts'
import type { OperatorSettings, PendingHandOver } from '#shared/model/pointing.ts'
import type { RpcMessage } from '../../support/headless.ts'
import { eventually, namespacesMissing, programMissing } from '../../support/namespaces.ts'
import { Lan, managedBox, neighbour, runJob } from './lan.ts'

const missing = namespacesMissing() ?? programMissing('iptables')

describe.skipIf(missing)(`UDP requests and hand-over${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('sets a box up in one click, proves it, and puts everything back', { timeout: 120_000 }, async () => {
    lan = new Lan()
    const machine = lan.machine('box', '192.168.77.20/24')
    const app = await lan.app()
    lan.box(machine, app.acsUrl, '--address', '192.168.77.20')
    const { id } = await managedBox(app)

    const job = await runJob(app, 'enableHeartbeat', id, { periodSeconds: 2 })
    expect(job.error).toBeNull()
    expect(job.result.heartbeat).toMatchObject({ address: '192.168.77.20', natSeen: false })
    expect(job.result.informed.events).toContain('6 CONNECTION REQUEST')
    expect(job.result.values.find(({ name }) => name.endsWith('Password'))?.value).toBe('')
    await neighbour(app, ({ sources }) => sources.includes('stun') && sources.includes('inform'))

    expect(await app.call<PendingHandOver[]>('handOver.pending')).toMatchObject([{ deviceId: id, operatorUrl: '' }])
    const noUrl = await runJob(app, 'handOver', id, {})
    expect(noUrl.error?.code).toBe('HAND_OVER_URL_UNKNOWN')
    const own = await runJob(app, 'handOver', id, { url: app.acsUrl })
    expect(own.error?.code).toBe('HAND_OVER_OWN_URL')

    const kept = await app.call<OperatorSettings>('handOver.remembered', { deviceId: id })
    expect(kept.values).toMatchObject({ STUNEnable: expect.stringMatching(/^(0|false)$/) })
    const done = await runJob(app, 'handOver', id, { url: 'http://192.168.77.99:7547/operator', watchSeconds: 3 })
    expect(done.error).toBeNull()
    expect(done.result).toMatchObject({ proof: 'called', isPasswordWritten: false })
    expect(done.result.values.map(({ status }) => status)).not.toContain('failed')
    expect(done.result.values.find(({ name }) => name.endsWith('.STUNEnable'))?.status).toBe('verified')
    expect(await app.call<PendingHandOver[]>('handOver.pending')).toEqual([])
  })

  it.each([
    ['stb', 'Device.'],
    ['gateway098', 'InternetGatewayDevice.'],
    ['gateway181', 'Device.'],
  ])('reaches a %s behind a NAT by its heartbeat only', { timeout: 120_000 }, async (model, root) => {
    lan = new Lan()
    const { lab } = lan
    const router = lan.machine('router', '192.168.77.1/24')
    const inside = lab.switch('inside')
    lab.plug(router, 'in', inside, '10.9.0.1/24')
    const machine = lab.machine('box')
    lab.plug(machine, 'lan', inside, '10.9.0.20/24')
    lab.run(machine, 'ip route add default via 10.9.0.1')
    lab.run(router, 'echo 1 > /proc/sys/net/ipv4/ip_forward; iptables -t nat -A POSTROUTING -o lan -j MASQUERADE')
    lab.run(
      router,
      'iptables -P FORWARD DROP; iptables -A FORWARD -i in -j ACCEPT; iptables -A FORWARD -m state --state ESTABLISHED -j ACCEPT',
    )
    const app = await lan.app()
    // Nobody can call it yet: the job begins with its next periodic Inform.
    const server = `${root}ManagementServer.`
    const periodic = [`${server}PeriodicInformEnable=1`, `${server}PeriodicInformInterval=3`]
    lan.box(
      machine,
      app.acsUrl,
      '--model',
      model,
      '--address',
      '10.9.0.20',
      ...periodic.flatMap((value) => ['--set', value]),
    )
    const { id, address } = await managedBox(app)
    expect(address).toBe('192.168.77.1')

    const job = await runJob(app, 'enableHeartbeat', id, { periodSeconds: 2 })
    expect(job.error).toBeNull()
    expect(job.result.heartbeat).toMatchObject({ address: '192.168.77.1', natSeen: true })
    expect(job.result.informed.events).toContain('6 CONNECTION REQUEST')
    expect(job.result.values.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['STUNEnable', 'STUNServerAddress', 'STUNServerPort'].map((name) => server + name)),
    )
  })

  it('waits for its box while the laptop has no address, and goes on when it is back', {
    timeout: 120_000,
  }, async () => {
    lan = new Lan()
    const machine = lan.machine('box', '192.168.77.20/24')
    const app = await lan.app('--acs-port', '7547')
    lan.box(machine, app.acsUrl, '--address', '192.168.77.20')
    const { id } = await managedBox(app)
    const acs = async () => (await app.call<Listener[]>('network.listeners')).find(({ name }) => name === 'acs')

    lan.lab.run(lan.laptop, 'ip addr del 192.168.77.10/24 dev eth1')
    const failed = await eventually(async () => (await acs())?.state === 'failed' && (await acs()), 15_000)
    expect(failed.error?.code).toBe('ADDRESS_NOT_AVAILABLE')
    const running = runJob(app, 'read', id, { paths: ['Device.DeviceInfo.'] })
    await app.until(({ params }) => params?.name === 'job.changed' && params.data.state === 'waiting')

    lan.lab.run(lan.laptop, 'ip addr add 192.168.77.10/24 brd + dev eth1')
    await eventually(async () => (await acs())?.state === 'listening', 15_000)
    const job = await running
    expect(job.error).toBeNull()
    expect(job.result.values.length).toBeGreaterThan(3)
  })

  it('keeps open sessions when another adapter comes and goes', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const app = await lan.app()
    const machine = lan.machine('box', '192.168.77.20/24')
    lan.box(machine, app.acsUrl, '--address', '192.168.77.20')
    await managedBox(app)
    const before = app.messages.length
    lan.lab.plug(lan.laptop, 'eth9', lan.lab.switch('other'), '10.99.0.1/24')
    const isNews = ({ params }: RpcMessage) =>
      params?.name === 'network.changed' && (params.data.adapters as Adapter[]).some(({ name }) => name === 'eth9')
    await app.until(isNews)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const states = app.messages
      .slice(before)
      .flatMap(({ params }) =>
        params?.name === 'network.changed'
          ? (params.data.listeners as Listener[]).flatMap(({ state }) => (state === 'off' ? [] : state))
          : [],
      )
    expect(new Set(states)).toEqual(new Set(['listening']))
  })
})
