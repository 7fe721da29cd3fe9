import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startDhcpServer } from '../integration/field/peers.ts'
import { namespacesMissing, programMissing } from '../support/namespaces.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection } from './steps.ts'
import { Wire } from './wire.ts'

const missing = namespacesMissing()

describe.skipIf(missing)(`a wire with boxes on it${missing ? ` (${missing})` : ''}`, () => {
  let wire: Wire
  let launched: LaunchedApp
  let page: Page

  beforeEach(async () => {
    wire = new Wire()
    launched = await launchApp({ args: freePorts })
    page = launched.page
    await call(page, 'settings.set', { adapter: { name: wire.adapter, address: wire.address } })
  })
  afterEach(async () => {
    await launched.close()
    await wire.stop()
  })

  async function acsPort(): Promise<number> {
    const listeners = await call(page, 'network.listeners', {})
    return listeners.find(({ name }) => name === 'acs')?.port ?? 0
  }

  test('a gateway is found, its ACS URL is set by TR-064, and what stood there stays in view', async () => {
    wire.tr064Gateway('gateway', '192.168.77.1', '00:e0:fc:12:34:56')
    await openSection(page, 'Boxes')
    await page.getByRole('tab', { name: 'Neighbours' }).click()
    await page.getByRole('tabpanel').getByText(`Listening on ${wire.adapter}`).waitFor()
    const row = page.getByRole('grid', { name: 'Neighbours' }).getByRole('row').filter({ hasText: '192.168.77.1' })
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Ask again', exact: true }).click()
          return await row.textContent({ timeout: 1000 }).catch(() => '')
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toContain('GW & Co')
    expect(await row.textContent()).toContain('SSDP')
    await row.getByRole('button', { name: 'Set the ACS URL from here' }).click()

    const method = page.getByRole('region', { name: 'Set the URL by TR-064' })
    await method.getByRole('textbox', { name: 'User name' }).fill('dslf-config')
    await method.getByLabel('Password', { exact: true }).fill('wrong')
    await method.getByRole('button', { name: 'Read the settings' }).click()
    await method.getByText('The box refuses the login').waitFor()
    await method.getByLabel('Password', { exact: true }).fill('geheim')
    await method.getByRole('button', { name: 'Read the settings' }).click()
    await method.getByRole('cell', { name: 'http://acs.operator.example:7547/a?b=1&c=2' }).waitFor()
    await method.getByRole('button', { name: 'Set the ACS URL' }).click()
    await method.getByText('The box reads the new URL back.').waitFor()
  })

  test('the start page shows how far a silent box got, and the fix', async () => {
    const box = wire.machine('box', '192.168.77.30', '00:1e:58:01:02:03')
    wire.knock(box, await acsPort(), Wire.clientHello)
    const radar = page.getByRole('list', { name: 'Radar' })
    const entry = radar.getByRole('listitem').filter({ hasText: '192.168.77.30' })
    await entry.getByText('It speaks TLS to the plain port').waitFor()
    await entry.getByText('Tried TLS').waitFor()
    await entry.getByRole('button', { name: 'Copy ACS URL' }).click()
  })

  test('a box that came is handed over, and leaving without it is asked about', async () => {
    const box = wire.machine('stb', '192.168.77.40', '00:46:4b:01:02:03')
    wire.lan.box(box, `http://${wire.address}:${await acsPort()}/acs`, '--address', '192.168.77.40')
    await page.getByRole('button', { name: '1 box points here' }).click()
    const head = page.getByRole('button', { name: /STB-4K200/ })
    await head.click()
    await page.getByRole('textbox', { name: 'ACS URL of the operator' }).fill(`http://${wire.address}:7547/`)
    await page.getByRole('button', { name: 'Hand over', exact: true }).click()
    await page.getByText('This URL leads to this laptop').waitFor()

    await page.evaluate(() => window.close())
    const dialog = page.getByRole('dialog', { name: '1 box still contacts this laptop' })
    await dialog.getByRole('button', { name: 'Hand over first' }).click()
    await page.getByRole('tab', { name: 'Hand over', selected: true }).waitFor()

    await page.getByRole('textbox', { name: 'ACS URL of the operator' }).fill('http://192.168.77.99:7547/')
    await page.getByRole('button', { name: 'Hand over', exact: true }).click()
    await page.getByText(/did not come here/).waitFor({ timeout: 90_000 })
    await expect.poll(() => page.getByRole('button', { name: 'points here' }).count()).toBe(0)
  })

  test.skipIf(programMissing('dnsmasq'))('the DHCP server refuses to start beside another one', async () => {
    const other = wire.machine('other', '192.168.77.2', '00:1e:58:0a:0b:0c')
    startDhcpServer(wire.lan, other, '192.168.77.100', '192.168.77.150')
    await openSection(page, 'Reach')
    await page.getByRole('tab', { name: 'Point a box here' }).click()
    await page.getByRole('switch', { name: 'The box is connected to this laptop alone' }).click({ force: true })
    await page.getByRole('button', { name: 'Look for another server, then start' }).click()
    await page
      .getByRole('alert')
      .getByText(/192\.168\.77\.2 gives addresses/)
      .waitFor({ timeout: 20_000 })
  })

  test('the DHCP server is started after a promise', async () => {
    await openSection(page, 'Reach')
    await page.getByRole('tab', { name: 'Point a box here' }).click()
    const start = page.getByRole('button', { name: 'Look for another server, then start' })
    expect(await start.isDisabled()).toBe(true)
    await page.getByRole('switch', { name: 'The box is connected to this laptop alone' }).click({ force: true })
    await start.click()
    await page.getByText(`Gives addresses on ${wire.adapter}`).waitFor({ timeout: 20_000 })
    await page.getByText('Nobody has asked for an address yet').waitFor()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('Stopped', { exact: true }).waitFor()
  })
})
