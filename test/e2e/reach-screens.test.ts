import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { namespacesMissing } from '../support/namespaces.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import {
  expectNoSidewaysScroll,
  goToSection,
  normal,
  picture,
  pictureFolder,
  resize,
  type Size,
  small,
  zoomed,
} from './pictures.ts'
import { call, freePorts } from './steps.ts'
import { Wire } from './wire.ts'

const missing = namespacesMissing()

describe.skipIf(missing)(`screens with boxes on the wire${missing ? ` (${missing})` : ''}`, () => {
  let wire: Wire
  let stb: string
  let odd: string

  beforeAll(() => {
    wire = new Wire()
    wire.tr064Gateway('gateway', '192.168.77.1', '00:e0:fc:12:34:56')
    odd = wire.machine('odd', '192.168.77.30', '00:1e:58:01:02:03')
    stb = wire.machine('stb', '192.168.77.40', '00:46:4b:01:02:03')
    wire.machine('pc', '192.168.77.60', '02:11:22:33:44:55')
  })
  afterAll(() => wire.stop())

  /** Goes through every screen of this part and keeps a picture of each. */
  async function walk(launched: LaunchedApp, language: Language, folder: string): Promise<void> {
    const { page } = launched
    const texts = dictionaries[language]
    let step = 0
    const keep = async (name: string) => {
      step += 1
      await page.waitForTimeout(300)
      await expectNoSidewaysScroll(page)
      await picture(launched, path.join(folder, `r${String(step).padStart(2, '0')}-${name}.png`))
    }
    const tab = (name: string) => page.getByRole('tab', { name }).click()
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const port = (await call(page, 'network.listeners', {})).find(({ name }) => name === 'acs')?.port ?? 0

    wire.knock(odd, port, Wire.clientHello)
    await call(page, 'discovery.refresh', { http: false })
    await page.waitForTimeout(2500)
    await goToSection(page, language, 'home')
    await keep('start-silent')

    const box = wire.lan.box(stb, `http://${wire.address}:${port}/acs`, '--address', '192.168.77.40')
    await expect
      .poll(async () => (await call(page, 'devices.list', {}))[0]?.status, { timeout: 20_000 })
      .toBe('managed')
    await call(page, 'discovery.refresh', { http: true })
    await goToSection(page, language, 'devices')
    await keep('boxes')
    await tab(texts.devices.tabs.neighbours)
    await keep('neighbours')
    await page.getByRole('row').filter({ hasText: '192.168.77.1' }).first().click()
    await keep('neighbour')

    await goToSection(page, language, 'reach')
    await page.getByRole('list', { name: texts.selfCheck.title }).waitFor({ timeout: 20_000 })
    await keep('self-check')
    await tab(texts.reach.tabs.radar)
    await keep('radar')
    await goToSection(page, language, 'devices')
    await tab(texts.devices.tabs.neighbours)
    await page.getByRole('row').filter({ hasText: '192.168.77.1' }).first().click()
    await button(texts.discovery.nextSteps.setByTr064.title).last().click()
    await page.locator('form input[type=password]').fill('geheim')
    await page.locator('form input').first().fill('dslf-config')
    await button(texts.pointing.tr064.read).click()
    await page.getByRole('table').waitFor()
    await keep('pointing')
    await page.locator('main section').last().scrollIntoViewIfNeeded()
    await keep('pointing-dhcp')
    await tab(texts.reach.tabs.handOver)
    await page.locator('main button[aria-expanded]').first().click()
    await keep('hand-over')

    const devices = await call(page, 'devices.list', {})
    const real = devices.find(({ virtual }) => !virtual)
    await goToSection(page, language, 'devices')
    await page
      .getByRole('row')
      .filter({ hasText: real?.serialNumber ?? '' })
      .click()
    await button(texts.health.call).click()
    await page.waitForTimeout(4000)
    await keep('box')
    await button(texts.actions.askMethods).click()
    await page.waitForTimeout(2500)
    await page.locator('summary').first().click()
    await page.locator('summary').first().scrollIntoViewIfNeeded()
    await keep('box-methods')
    await page.getByRole('button', { name: texts.actions.reset }).click()
    await keep('factory-reset')
    await page.keyboard.press('Escape')
    await button(texts.console.title).click()
    await page.getByRole('textbox', { name: texts.console.arguments }).fill('{ "names": ["Device.X."] }')
    await button(texts.console.send).click()
    await page.getByRole('note').waitFor()
    await keep('console-fault')
    await button(texts.catalogue.about.replace('{{code}}', '9005')).click()
    await keep('faults')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+ArrowLeft')
    await button(texts.actions.credentials).click()
    await button(texts.credentialPage.setNow).click()
    await page.waitForTimeout(5000)
    await keep('credentials')
    await goToSection(page, language, 'settings')
    await button(texts.quirkPage.title).click()
    await keep('quirks')
    await call(page, 'settings.set', { tls: { enabled: true, port: 0, clientCertificates: 'ask' } })
    await goToSection(page, language, 'settings')
    await page.getByText(texts.settings.tls.fingerprint).scrollIntoViewIfNeeded()
    await keep('settings-tls')
    await page.getByText(texts.settings.discoveryHints.arp).scrollIntoViewIfNeeded()
    await keep('settings-discovery')
    await page.evaluate(() => window.close())
    await page.getByRole('dialog').waitFor()
    await keep('leave')
    await page.keyboard.press('Escape')
    box.stop()
    await call(page, 'devices.forget', { id: real?.id ?? '' })
    await page.waitForTimeout(600)
  }

  async function showAll(name: string, language: Language, theme: 'light' | 'dark', size: Size): Promise<void> {
    const folder = path.join(pictureFolder, name)
    await mkdir(folder, { recursive: true })
    const launched = await launchApp({ args: freePorts })
    try {
      await call(launched.page, 'settings.set', {
        language,
        theme,
        adapter: { name: wire.adapter, address: wire.address },
      })
      await resize(launched, size)
      await launched.page.waitForTimeout(500)
      await walk(launched, language, folder)
    } finally {
      await launched.close()
    }
  }

  // Each language, theme and size is there; all their pairings are in `screens.test.ts`.
  test.each([
    { language: 'en', theme: 'light', size: normal, folder: 'en-light' },
    { language: 'zh-CN', theme: 'dark', size: normal, folder: 'zh-CN-dark' },
    { language: 'zh-CN', theme: 'light', size: small, folder: `zh-CN-${small.name}` },
    { language: 'en', theme: 'dark', size: zoomed, folder: `en-${zoomed.name}` },
  ] as const)('in $language, $theme, $size.name', ({ language, theme, size, folder }) =>
    showAll(folder, language, theme, size),
  )
})
