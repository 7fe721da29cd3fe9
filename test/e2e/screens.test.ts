import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Language } from '../../shared/i18n/index.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { root } from '../../src-main/launch/context.mjs'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

interface Size {
  name: string
  width: number
  height: number
  zoom: number
}

const normal: Size = { name: '1280x800', width: 1280, height: 800, zoom: 1 }
const small: Size = { name: '1024x700', width: 1024, height: 700, zoom: 1 }
const zoomed: Size = { name: 'zoom-200', width: 1280, height: 800, zoom: 2 }

const folder = path.join(root, 'artifacts/screens')

async function resize({ app }: LaunchedApp, { width, height, zoom }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h, factor]) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setMinimumSize(100, 100)
      window?.setContentSize(w, h)
      window?.webContents.setZoomFactor(factor)
    },
    [width, height, zoom] as const,
  )
}

/** Nothing may stick out of the window sideways: at 200 % the page scrolls down only. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
}

/** The window as it is drawn: Playwright's own picture of a zoomed page shows a corner of it. */
async function picture({ app }: LaunchedApp, file: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await writeFile(file, Buffer.from(png, 'base64'))
}

/** Walks through every screen by the keyboard's sections, whatever the language, and keeps a picture of each. */
async function walk(launched: LaunchedApp, name: string): Promise<void> {
  const { page } = launched
  let step = 0
  const keep = async (screen: string) => {
    step += 1
    await page.waitForTimeout(250)
    await expectNoSidewaysScroll(page)
    await picture(launched, path.join(folder, name, `${String(step).padStart(2, '0')}-${screen}.png`))
  }
  const section = (number: number) => page.keyboard.press(`Control+${number}`)
  const [box] = await call(page, 'devices.list', {})
  if (!box) throw new Error('There is no box to show')

  await section(1)
  await keep('start')
  await section(2)
  await keep('boxes')
  await page.getByRole('row').filter({ hasText: box.serialNumber }).click()
  await keep('box')
  await section(3)
  await keep('read-box')
  await page.getByRole('main').getByRole('button').filter({ hasText: box.serialNumber }).click()
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('main').getByRole('textbox').fill('Device.DeviceInfo.NoSuchThing')
  await keep('read-what')
  await page.locator('main button[type=submit]').click()
  await page.getByRole('grid').waitFor()
  await keep('read-values')
  await section(6)
  await page.getByRole('tab').first().waitFor()
  await keep('trace')
  await page.getByRole('tab').nth(1).click()
  await keep('trace-xml')
  await section(7)
  await keep('history')
  await section(8)
  await keep('settings')
  await page.keyboard.press('Control+k')
  await keep('palette')
  await page.keyboard.press('Escape')
}

async function showAll(name: string, settings: Pick<Settings, 'language' | 'theme'>, size: Size): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  const launched = await launchApp({ args: freePorts })
  try {
    const { page } = launched
    await call(page, 'settings.set', { ...settings, adapter: { name: 'lo', address: '127.0.0.1' } })
    await resize(launched, size)
    await page.waitForTimeout(300)
    await picture(launched, path.join(folder, name, '00-start-empty.png'))
    await call(page, 'virtual.start', { kind: 'stb', count: 2 })
    await page.waitForTimeout(1500)
    await walk(launched, name)
  } finally {
    await launched.close()
  }
}

const languages: Language[] = ['en', 'zh-CN']
const themes = ['light', 'dark'] as const

for (const language of languages) {
  for (const theme of themes) {
    test(`every screen in ${language}, ${theme}`, () => showAll(`${language}-${theme}`, { language, theme }, normal))
  }
  test(`every screen in ${language} on a small laptop`, () =>
    showAll(`${language}-${small.name}`, { language, theme: 'light' }, small))
  test(`every screen in ${language} at 200 %`, () =>
    showAll(`${language}-${zoomed.name}`, { language, theme: 'light' }, zoomed))
}
