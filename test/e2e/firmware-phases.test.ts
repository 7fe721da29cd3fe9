import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import { FlashingBox } from '../integration/firmware/flashing-box.ts'
import { testBytes } from '../integration/transfer/support.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

const folder = path.join(root, 'artifacts/firmware')
const bytes = testBytes(8_000_000)

let launched: LaunchedApp
afterEach(() => launched.close())

async function picture(name: string): Promise<void> {
  await launched.page.waitForTimeout(400)
  await mkdir(folder, { recursive: true })
  const png = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await writeFile(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}

/** Records what the desktop is asked for while boxes are updated. */
async function watchDesktop(): Promise<void> {
  await launched.app.evaluate(({ powerSaveBlocker, BrowserWindow, Notification }) => {
    const seen = { blockers: [] as number[], bars: [] as number[], notes: [] as string[] }
    Object.assign(globalThis, { seen })
    const start = powerSaveBlocker.start.bind(powerSaveBlocker)
    powerSaveBlocker.start = (type) => {
      const id = start(type)
      seen.blockers.push(id)
      return id
    }
    const [window] = BrowserWindow.getAllWindows()
    const setBar = window?.setProgressBar.bind(window)
    if (window) {
      window.setProgressBar = (value, options) => {
        seen.bars.push(value)
        setBar?.(value, options)
      }
    }
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      seen.notes.push(`${this.title}: ${this.body}`)
    }
  })
}

const desktop = () =>
  launched.app.evaluate(({ powerSaveBlocker }) => {
    const { seen } = globalThis as unknown as { seen: { blockers: number[]; bars: number[]; notes: string[] } }
    return {
      awake: seen.blockers.filter((id) => powerSaveBlocker.isStarted(id)).length,
      bars: seen.bars,
      notes: seen.notes,
    }
  })

/** A known box, a file for it, and the push that waits for it. */
async function startPush(language: Language, theme: 'light' | 'dark', onCancel?: (key: string) => string) {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { language, theme, adapter: { name: 'lo', address: '127.0.0.1' } })
  const { endpoints } = await call(page, 'app.snapshot', {})
  const box = new FlashingBox({ acsUrl: endpoints.acsUrl, version: '1.0', ...(onCancel && { onCancel }) })
  await box.session([['1 BOOT']])
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-')), 'FLASHBOX_2.0.bin')
  await writeFile(file, bytes)
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  const { firmware: texts, shell, steps } = dictionaries[language]
  await page.getByRole('navigation').getByRole('button', { name: shell.sections.firmware }).click()
  await page.getByRole('button', { name: texts.library.choose }).click()
  await page.getByRole('button', { name: texts.file.versionSuggestion.replace('{{version}}', '2.0') }).click()
  await page.getByRole('button', { name: texts.file.modelFrom }).click()
  await page.locator('form').getByRole('button', { name: texts.library.use }).click()
  await page.getByRole('checkbox', { name: /FLASHBOX/ }).check()
  return { page, box, texts, steps }
}

async function confirm(page: Page, texts: (typeof dictionaries)[Language]['firmware']): Promise<void> {
  await page.getByRole('button', { name: texts.confirm.button }).click()
  const dialog = page.getByRole('dialog')
  // Cancel has the focus; the dangerous button is dead for two seconds.
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.textContent)).not.toContain(texts.confirm.soon)
  expect(await dialog.getByRole('button', { name: texts.confirm.soon }).isDisabled()).toBe(true)
  await dialog.getByText('FB1', { exact: true }).waitFor()
  const { go_one: one = '', go_other: other }: Record<string, string> = texts.confirm
  await dialog.getByRole('button', { name: (one || other || '').replace('{{count}}', '1') }).click()
}

/** The half of the file, or what is left of it. */
async function fetchPart(url: string, range: string): Promise<void> {
  await (await fetch(url, { headers: { range: `bytes=${range}` } })).arrayBuffer()
}

for (const [language, theme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test(`each phase says what Cancel means, and the desktop follows, in ${language}, ${theme}`, async () => {
    const { page, box, texts, steps } = await startPush(language, theme)
    const name = `${language}-${theme}`
    const button = (meaning: keyof typeof texts.push.cancel) =>
      page.getByRole('button', { name: texts.push.cancel[meaning], exact: true })
    await watchDesktop()
    await confirm(page, texts)
    await page.getByText(steps.waitingForInform).waitFor()
    await button('stop').waitFor()
    expect(await desktop()).toMatchObject({ awake: 1, notes: [] })
    await picture(`${name}-phase-1-waiting`)
    await box.session([['2 PERIODIC']])
    await page.getByText(steps.waitingForFetch).waitFor()
    await button('recall').hover()
    await page.getByText(texts.push.cancelHints.recall).waitFor()
    await picture(`${name}-phase-2-told`)
    const url = box.told?.url ?? ''
    await fetchPart(url, '0-3999999')
    await page.getByText(steps.transferring).waitFor()
    await button('withdraw').waitFor()
    await picture(`${name}-phase-3-transferring`)
    await fetchPart(url, '4000000-')
    await page.getByText(steps.installing).waitFor()
    await button('impossible').waitFor()
    expect(await button('impossible').getAttribute('aria-disabled')).toBe('true')
    await picture(`${name}-phase-4-installing`)
    await box.session([['7 TRANSFER COMPLETE'], ['M Download', box.told?.commandKey ?? '']], [box.complete()])
    await page.getByText(steps.waitingForRestart).waitFor()
    await button('skip').waitFor()
    await picture(`${name}-phase-5-restart`)
    const { bars } = await desktop()
    expect(bars.at(-1)).toBeGreaterThan(0.6)
    box.version = '2.0'
    await box.session([['1 BOOT']])
    await page.getByRole('heading', { level: 1, name: texts.push.ended }).waitFor()
    await expect.poll(desktop).toMatchObject({ awake: 0, notes: [expect.stringContaining(texts.notification.title)] })
    expect((await desktop()).bars.at(-1)).toBe(-1)
    await picture(`${name}-phase-6-ended`)
  })

  test(`a Download that has not begun is recalled, in ${language}, ${theme}`, async () => {
    const cancelled = '<cwmp:CancelTransferResponse></cwmp:CancelTransferResponse>'
    const { page, box, texts, steps } = await startPush(language, theme, () => cancelled)
    await confirm(page, texts)
    await page.getByText(steps.waitingForInform).waitFor()
    await box.session([['2 PERIODIC']])
    await page.getByRole('button', { name: texts.push.cancel.recall, exact: true }).click()
    await page.getByText(steps.recalling).waitFor()
    await picture(`${language}-${theme}-recalling`)
    await box.session([['2 PERIODIC']])
    await page.getByText(texts.explanations.recalled).waitFor()
    await picture(`${language}-${theme}-recalled`)
    expect(box.asked).toContain('CancelTransfer')
    expect((await fetch(box.told?.url ?? '')).status).toBe(404)
  })

  test(`the FTP server is switched on where it is missed, in ${language}, ${theme}`, async () => {
    const { page, texts } = await startPush(language, theme)
    await page.locator('summary').click()
    const start = page.getByRole('button', { name: texts.confirm.button })
    expect(await start.isEnabled()).toBe(true)
    await page.getByRole('combobox', { name: texts.boxes.transport }).click()
    const name = texts.boxes.transportOff.replace('{{protocol}}', 'FTP')
    await page.getByRole('option', { name, exact: true }).click()
    const on = page.getByRole('button', { name: dictionaries[language].remedies.switchFileServerOn.action })
    await on.waitFor()
    expect(await start.isDisabled()).toBe(true)
    await picture(`${language}-${theme}-ftp-off`)
    await on.click()
    await on.waitFor({ state: 'detached' })
    await expect.poll(() => start.isEnabled()).toBe(true)
    await picture(`${language}-${theme}-ftp-on`)
  })
}
