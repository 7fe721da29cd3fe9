import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { OperatorSettings, PointingMethod, Tr064Info, Tr064Result } from '#shared/model/pointing.ts'
import { eventually, namespacesMissing } from '../../support/namespaces.ts'
import { Lan, neighbour } from './lan.ts'

const missing = namespacesMissing()
const operatorUrl = 'http://acs.operator.example:7547/a?b=1&c=2'

describe.skipIf(missing)(`pointing by TR-064${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('sets the URL, remembers what stood there, and puts it back', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const machine = lan.machine('box', '192.168.77.1/24')
    const script = path.resolve(import.meta.dirname, 'tr064-box.ts')
    lan.lab.start(machine, process.execPath, [script, '--address', '192.168.77.1', '--serial', 'TR64-0815'])
    const app = await lan.app('--acs-port', '7547')
    const { key } = await eventually(async () => {
      await app.call('discovery.refresh')
      return await neighbour(app, ({ services, serial }) => services.includes('tr064') && serial !== '', 1000).catch(
        () => null,
      )
    }, 20_000)
    expect(await neighbour(app, (one) => one.key === key)).toMatchObject({
      serial: 'TR64-0815',
      model: 'GW & Co',
      kind: 'router',
      nextStep: 'setByTr064',
    })
    const ways = await app.call<PointingMethod[]>('pointing.methods', { neighbourKey: key })
    expect(ways.map(({ id, isAvailable }) => [id, isAvailable])).toEqual([
      ['hand', true],
      ['tr064', true],
      ['dhcp', true],
    ])

    const wrong = await app.ask('pointing.tr064Read', { neighbourKey: key, username: 'dslf-config', password: 'no' })
    expect(wrong.error?.data?.code).toBe('TR064_LOGIN_WRONG')
    const login = { neighbourKey: key, username: 'dslf-config', password: 'geheim' }
    const info = await app.call<Tr064Info>('pointing.tr064Read', login)
    expect(info).toMatchObject({ url: operatorUrl, username: 'op-user', periodicInformInterval: 86_400 })
    expect(info.actions).toContain('SetManagementServerURL')

    const set = await app.call<Tr064Result>('pointing.tr064Set', { ...login, periodicInformInterval: 300 })
    expect(set.after).toMatchObject({ url: 'http://192.168.77.10:7547/acs', periodicInformInterval: 300 })
    expect(set.isVerified).toBe(true)
    // A second change must not overwrite what stood there before the first.
    await app.call('pointing.tr064Set', login)
    const found = await app.call<OperatorSettings | null>('handOver.remembered', { deviceId: 'none' })
    expect(found).toBeNull()

    const back = { ...login, url: operatorUrl, acsUsername: 'op-user', periodicInformInterval: 86_400 }
    const restored = await app.call<Tr064Result>('pointing.tr064Set', back)
    expect(restored.after).toMatchObject({ url: operatorUrl, username: 'op-user', periodicInformInterval: 86_400 })
  })
})
