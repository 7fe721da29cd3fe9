import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OddBox, storing } from '../integration/flows/odd-box.ts'
import { type OddBox as OddPort, playBox } from '../integration/reach/odd-box.ts'
import { envelope, informBody } from '../support/foreign-box.ts'
import { eventually, namespacesMissing } from '../support/namespaces.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection } from './steps.ts'
import { Wire } from './wire.ts'

const missing = namespacesMissing()

describe.skipIf(missing)(`the way to the boxes${missing ? ` (${missing})` : ''}`, () => {
  let wire: Wire
  let launched: LaunchedApp
  let page: Page
  let port: OddPort | null = null

  beforeEach(async () => {
    wire = new Wire()
    launched = await launchApp({ args: freePorts })
    page = launched.page
    await call(page, 'settings.set', { adapter: { name: wire.adapter, address: wire.address } })
  })
  afterEach(async () => {
    await launched.close()
    await port?.stop()
    await wire.stop()
  })

  async function acsUrl(): Promise<string> {
    return (await call(page, 'app.snapshot', {})).endpoints.acsUrl
  }

  test('a pulled cable and another address are said on every page, and what to do', async () => {
    const isListening = async () => (await acsUrl()).includes(wire.address)
    await expect.poll(isListening).toBe(true)
    await openSection(page, 'Settings')
    wire.lan.lab.run(wire.lan.wire, 'ip link set here down')
    await page
      .getByRole('alert')
      .getByText(/the cable is unplugged/)
      .waitFor({ timeout: 10_000 })
    await page.getByRole('alert').getByRole('button', { name: 'Choose another adapter' }).click()
    await page.getByText('as soon as the chosen adapter is connected again').waitFor()
    wire.lan.lab.run(wire.lan.wire, 'ip link set here up')
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 10_000 })
    await expect.poll(isListening).toBe(true)

    const move = `ip addr flush dev ${wire.adapter}; ip addr add 192.168.77.6/24 brd + dev ${wire.adapter}`
    execFileSync('sh', ['-c', move])
    const notice = page.getByRole('alert').filter({ hasText: '192.168.77.5 became 192.168.77.6' })
    await notice.getByText(/http:\/\/192\.168\.77\.6:\d+\/acs/).waitFor({ timeout: 10_000 })
    await notice.getByRole('button', { name: 'Understood' }).click()
    await notice.waitFor({ state: 'detached' })
    expect((await call(page, 'settings.get', {})).adapter.address).toBe('192.168.77.6')
  })

  test('leaving hands a box over in one click, where its operator is remembered', async () => {
    const serial = 'ODD-0815'
    wire.tr064Gateway('gateway', '192.168.77.1', '00:e0:fc:12:34:56', serial)
    const key = await eventually(async () => {
      const { neighbours } = await call(page, 'discovery.refresh', { http: false })
      return neighbours.find((one) => one.services.includes('tr064') && one.serial === serial)?.key
    }, 20_000)
    await call(page, 'pointing.tr064Set', { neighbourKey: key, username: 'dslf-config', password: 'geheim' })
    const url = 'Device.ManagementServer.URL'
    const store = new Map([[url, { value: await acsUrl(), type: 'string' }]])
    for (const name of ['Username', 'PeriodicInformInterval', 'PeriodicInformEnable'])
      store.set(`Device.ManagementServer.${name}`, { value: '1', type: 'string' })
    const box = new OddBox(await acsUrl(), storing(store), serial)
    await box.session()
    await page.getByRole('button', { name: '1 box points here' }).waitFor()

    const dialog = page.getByRole('dialog')
    await launched.app.evaluate(({ app }) => app.quit())
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.evaluate(() => window.close())
    await dialog.getByText('http://acs.operator.example:7547/a?b=1&c=2').waitFor()
    await dialog.getByRole('button', { name: 'Hand it over now' }).click()
    await expect
      .poll(async () => {
        await box.session()
        return store.get(url)?.value
      })
      .toContain('acs.operator.example')
    await page.getByRole('dialog', { name: 'Every box is back with its operator' }).waitFor({ timeout: 60_000 })
    const closed = launched.app.waitForEvent('close')
    await dialog.getByRole('button', { name: 'Close FieldACS' }).click()
    await closed
  })

  test('Basic is allowed for one box beside the verdict, and taken back among the credentials', async () => {
    port = await playBox(async ({ request, send }) => {
      for (let head = await request(); head !== ''; head = await request())
        send(
          /^Authorization: Basic/m.test(head)
            ? 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
            : 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="b"\r\nContent-Length: 0\r\n\r\n',
        )
    }, wire.address)
    const login = { username: 'acs', password: 'secret' }
    await call(page, 'credentials.set', { scope: { kind: 'default' }, direction: 'connectionRequest', ...login })
    const name = 'Device.ManagementServer.ConnectionRequestURL'
    const parameter = `<ParameterValueStruct><Name>${name}</Name><Value>${port.url}</Value></ParameterValueStruct>`
    const body = informBody('BASIC1').replace('<ParameterValueStruct>', `${parameter}<ParameterValueStruct>`)
    await fetch(await acsUrl(), { method: 'POST', body: envelope('1', body) })

    await openSection(page, 'Boxes')
    await page.getByRole('row').filter({ hasText: 'BASIC1' }).click()
    await page.getByRole('button', { name: 'Call the box now' }).click()
    await page.getByText(/whoever listens on this network can then read its password/).waitFor()
    expect(port.requests.some((head) => head.includes('Authorization'))).toBe(false)
    await page.getByRole('button', { name: 'Allow Basic for this box' }).click()
    await page.getByText(/Waiting for the Inform|waiting for its Inform/i).waitFor()
    expect(port.requests.filter((head) => head.includes('Authorization: Basic'))).toHaveLength(1)

    await page.getByRole('button', { name: 'Credentials …' }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('No box is allowed to get its password by Basic.').waitFor()
  })
})
