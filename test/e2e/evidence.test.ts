import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

const folder = path.join(root, 'artifacts/evidence')
const looks = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
] as const

let launched: LaunchedApp
let target: string
beforeEach(async () => {
  target = await mkdtemp(path.join(tmpdir(), 'fieldacs-evidence-'))
})
afterEach(async () => {
  await launched.close()
  await rm(target, { recursive: true, force: true })
})

/** The app with a demo set-top box that can be asked. */
async function open(language: Language, theme: 'light' | 'dark'): Promise<{ page: Page; deviceId: string }> {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { language, theme, adapter: { name: 'lo', address: '127.0.0.1' } })
  await call(page, 'virtual.start', { kind: 'stb' })
  for (;;) {
    const [box] = await call(page, 'devices.list', {})
    if (box?.status === 'managed') return { page, deviceId: box.id }
    await page.waitForTimeout(100)
  }
}

/** The dialog of the system, which no test can click, gives this file. */
async function answerSaveDialog(file: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

async function picture(name: string): Promise<void> {
  const { page } = launched
  await page.waitForTimeout(400)
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
  await mkdir(folder, { recursive: true })
  const png = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await writeFile(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}

const texts = (language: Language) => dictionaries[language] as unknown as typeof dictionaries.en
const section = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('button', { name }).click()
const chooseBox = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('button', { name: /^STB-4K200/ })
    .click()

for (const [language, theme] of looks) {
  const name = `${language}-${theme}`

  test(`a box tests its line, and two results are compared (${name})`, async () => {
    const { page } = await open(language, theme)
    const { diagnose, shell } = texts(language)
    await section(page, shell.sections.diagnose)
    await chooseBox(page)
    await page.getByRole('checkbox', { name: diagnose.kinds.traceRoute }).check()
    await picture(`${name}-diagnose-1-tests`)
    await page.getByRole('button', { name: diagnose.choose.start, exact: true }).click()
    await page.getByRole('heading', { name: diagnose.kinds.traceRoute, level: 2 }).waitFor()
    const again = page.getByRole('button', { name: diagnose.result.again })
    await again.waitFor({ timeout: 60_000 })
    await page.getByText(diagnose.metrics.averageMs).first().waitFor()
    await again.click()
    await page.getByRole('button', { name: diagnose.result.stop }).waitFor()
    await again.waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: diagnose.earlier.compare }).first().click()
    await page.getByRole('heading', { name: diagnose.comparison.title }).waitFor()
    await picture(`${name}-diagnose-2-result`)
  }, 150_000)

  test(`what is monitored raises an alarm that is explained and dismissed (${name})`, async () => {
    const { page, deviceId } = await open(language, theme)
    const { alarms, monitor, shell } = texts(language)
    await call(page, 'monitor.start', {
      deviceId,
      intervalSeconds: 1,
      limits: { uptime: { good: 0, bad: 0.001 }, memory: { good: 10, bad: 90 } },
    })
    await section(page, shell.sections.monitor)
    await picture(`${name}-monitor-1-list`)
    await page
      .getByRole('main')
      .getByRole('button', { name: /STB-4K200/ })
      .first()
      .click()
    await page.getByRole('heading', { name: monitor.alarms }).waitFor({ timeout: 30_000 })
    await page.waitForTimeout(6000)
    await picture(`${name}-monitor-2-curves`)
    const file = path.join(target, 'figures.csv')
    await answerSaveDialog(file)
    await page.getByRole('button', { name: monitor.export }).click()
    await page.getByText(file).waitFor()
    expect(await readFile(file, 'utf8')).toContain('uptime')
    await page.getByRole('button', { name: monitor.stop, exact: true }).click()
    await page.getByRole('button', { name: monitor.start, exact: true }).waitFor()

    await section(page, shell.sections.alarms)
    await page.getByRole('row').filter({ hasText: monitor.metrics.uptime }).click()
    await page.getByText(alarms.remedies.monitor).waitFor()
    await picture(`${name}-alarms-1`)
    await page.getByRole('button', { name: alarms.dismiss, exact: true }).click()
    await page.getByText(alarms.empty.title).waitFor()
  }, 120_000)

  test(`evidence becomes one zip without secrets, and its logs are read (${name})`, async () => {
    const { page, deviceId } = await open(language, theme)
    const { alarms, collect, logs, shell } = texts(language)
    await section(page, shell.sections.collect)
    await chooseBox(page)
    await page.getByLabel(collect.start.streamSeconds).fill('2')
    await picture(`${name}-collect-1-start`)
    await page.getByRole('button', { name: collect.start.everything }).click()
    await page.getByRole('heading', { name: collect.list.title }).waitFor()
    await page.waitForTimeout(1000)
    await picture(`${name}-collect-2-ticks`)
    const save = page.getByRole('button', { name: collect.export.save })
    await save.waitFor({ timeout: 100_000 })
    await page
      .getByRole('checkbox', { name: /report|parameters\.csv/ })
      .first()
      .waitFor()
    await picture(`${name}-collect-3-preview`)
    const file = path.join(target, 'evidence.zip')
    await answerSaveDialog(file)
    await save.click()
    await page.getByRole('button', { name: collect.export.showInFolder }).waitFor()
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')

    await page.getByRole('button', { name: collect.export.logs }).click()
    await page.getByRole('navigation', { name: logs.sources }).getByRole('button').first().click()
    await page.getByRole('navigation', { name: logs.sources }).getByRole('button').nth(1).click()
    await page.getByRole('searchbox', { name: logs.filter }).first().waitFor()
    await picture(`${name}-logs`)

    await section(page, shell.sections.alarms)
    await page.getByRole('combobox', { name: alarms.box }).click()
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: alarms.actions.subscribe }).click()
    // In Chinese a section has the same name.
    await page.getByRole('button', { name: alarms.subscribe.start, exact: true }).last().click()
    await page.getByRole('columnheader', { name: alarms.subscribe.outcome }).waitFor({ timeout: 30_000 })
    await picture(`${name}-alarms-2-subscribe`)
    expect((await call(page, 'jobs.list', { deviceId, kind: 'subscribeFaults' })).length).toBe(1)
  }, 180_000)
}
