import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'vitest'
import type { Language } from '../../shared/i18n/index.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import {
  expectNoSidewaysScroll,
  goToSection,
  normal,
  picture,
  pictureFolder,
  resize,
  type SectionId,
  type Size,
  small,
  zoomed,
} from './pictures.ts'
import { call, freePorts } from './steps.ts'

/** Walks through every screen by its section, and keeps a picture of each. */
async function walk(launched: LaunchedApp, name: string, language: Language): Promise<void> {
  const { page } = launched
  let step = 0
  const keep = async (screen: string) => {
    step += 1
    await page.waitForTimeout(250)
    await expectNoSidewaysScroll(page)
    await picture(launched, path.join(pictureFolder, name, `${String(step).padStart(2, '0')}-${screen}.png`))
  }
  const section = (id: SectionId) => goToSection(page, language, id)
  const [box] = await call(page, 'devices.list', {})
  if (!box) throw new Error('There is no box to show')

  await section('home')
  await keep('start')
  await section('devices')
  await keep('boxes')
  await page.getByRole('row').filter({ hasText: box.serialNumber }).click()
  await keep('box')
  await section('read')
  await keep('read-box')
  await page.getByRole('main').getByRole('button').filter({ hasText: box.serialNumber }).click()
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('main').getByRole('textbox').fill('Device.DeviceInfo.NoSuchThing')
  await keep('read-what')
  await page.locator('main button[type=submit]').click()
  await page.getByRole('grid').waitFor()
  await keep('read-values')
  await section('trace')
  await page.getByRole('tab').first().waitFor()
  await keep('trace')
  await page.getByRole('tab').nth(1).click()
  await keep('trace-xml')
  await section('history')
  await keep('history')
  await section('settings')
  await keep('settings')
  await page.keyboard.press('Control+k')
  await keep('palette')
  await page.keyboard.press('Escape')
}

async function showAll(name: string, settings: Pick<Settings, 'language' | 'theme'>, size: Size): Promise<void> {
  await mkdir(path.join(pictureFolder, name), { recursive: true })
  const launched = await launchApp({ args: freePorts })
  try {
    const { page } = launched
    await call(page, 'settings.set', { ...settings, adapter: { name: 'lo', address: '127.0.0.1' } })
    await resize(launched, size)
    await page.waitForTimeout(300)
    await picture(launched, path.join(pictureFolder, name, '00-start-empty.png'))
    await call(page, 'virtual.start', { kind: 'stb', count: 2 })
    await page.waitForTimeout(1500)
    await walk(launched, name, settings.language === 'zh-CN' ? 'zh-CN' : 'en')
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
