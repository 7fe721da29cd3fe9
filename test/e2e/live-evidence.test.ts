import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import { VirtualBox } from '../../src-main/virtual-box/virtual-box.ts'
import { canRun } from '../support/tools.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

const run = promisify(execFile)
const texts = (language: Language) => dictionaries[language] as unknown as typeof dictionaries.en
const section = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('button', { name }).click()

let hasLogger = false
let launched: LaunchedApp
beforeAll(async () => {
  hasLogger = await canRun('logger', 'bsdutils')
})
afterEach(() => launched.close())

async function open(language: Language, theme: 'light' | 'dark'): Promise<Page> {
  launched = await launchApp({ args: freePorts })
  await call(launched.page, 'settings.set', { language, theme, adapter: { name: 'lo', address: '127.0.0.1' } })
  return launched.page
}

async function picture(name: string): Promise<void> {
  await launched.page.screenshot({ path: path.join(root, 'artifacts/evidence', `${name}.png`) })
}

test.for([
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)('syslog comes in while it is watched (%s, %s)', async ([language, theme], { skip }) => {
  if (!hasLogger) return skip('logger is not here')
  const page = await open(language, theme)
  const { collect, logs, shell } = texts(language)
  await section(page, shell.sections.collect)
  await page.getByRole('tab', { name: collect.tabs.logs }).click()
  await page.getByRole('button', { name: logs.startLive }).click()
  await page.getByText(logs.waiting).waitFor()
  const live = await call(page, 'logs.live', {})
  const send = (...args: string[]) => run('logger', ['-n', '127.0.0.1', '-P', String(live?.port), '-t', 'stb', ...args])
  await send('-d', '--rfc3164', '-p', 'user.info', 'channel 12 joined')
  await send('-T', '--rfc5424', '-p', 'user.err', 'decoder gave up')
  // 频道播放超时 as a box of the field writes it.
  const gbk = `logger -n 127.0.0.1 -P ${live?.port} -d -t stb --rfc3164 -p user.warning "$(printf '\\306\\265\\265\\300\\262\\245\\267\\305\\263\\254\\312\\261')"`
  await run('sh', ['-c', gbk])
  const pane = page.getByRole('region', { name: /^syslog-/ }).first()
  await pane.getByText('channel 12 joined').waitFor()
  await pane.getByText('decoder gave up').waitFor()
  await pane.getByText('频道播放超时').waitFor()
  await pane.getByText('decoder gave up').click()
  const picked = new RegExp(`^${logs.picked.replace('{{number}}', '\\d')}$`)
  await page.getByRole('region', { name: picked }).getByText('decoder gave up').waitFor()
  await picture(`${language}-${theme}-live-syslog`)
  await page.getByRole('searchbox', { name: logs.filter }).fill('频道')
  await pane.locator('mark').first().waitFor()
  expect(await pane.locator('mark').first().textContent()).toBe('频道')
  await page.getByRole('button', { name: logs.stopLive }).click()
  await page.getByRole('button', { name: logs.startLive }).waitFor()
})

interface Shown {
  title: string
  body: string
}

/** What the system would show: the notices themselves are real, only their display is taken down. */
async function watchNotices(): Promise<() => Promise<Shown[]>> {
  await launched.app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: { title: string; body: string }[] = []
    Object.assign(globalThis, { shownNotices: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      shown.push({ title: this.title, body: this.body })
    }
    for (const window of BrowserWindow.getAllWindows()) window.blur()
  })
  return () => launched.app.evaluate(() => (globalThis as unknown as { shownNotices: Shown[] }).shownNotices)
}

test.for([
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const)('an alarm of a box is noticed, listed, explained and cleared (%s, %s)', async ([language, theme]) => {
  const page = await open(language, theme)
  const { alarms, shell } = texts(language)
  const { endpoints } = await call(page, 'app.snapshot', {})
  const box = new VirtualBox({ model: 'stb', index: 7, acsUrl: endpoints.acsUrl, bootDelayMs: 1, timeScale: 0.05 })
  onTestFinished(() => box.stop())
  await box.start()
  await expect.poll(async () => (await call(page, 'devices.list', {}))[0]?.status, { timeout: 20_000 }).toBe('managed')
  const notices = await watchNotices()
  box.raiseAlarm({ code: 20_101, text: 'packet loss above limit', severity: 2 })
  const rail = page.getByRole('navigation').first().getByRole('button', { name: shell.sections.alarms })
  await rail.getByText('1', { exact: true }).waitFor()
  await expect
    .poll(notices)
    .toEqual([{ title: expect.stringContaining(alarms.severities.major), body: expect.stringContaining('20101') }])
  await rail.click()
  await page.getByRole('row').filter({ hasText: '20101' }).click()
  await page.getByText('packet loss above limit').first().waitFor()
  await picture(`${language}-${theme}-alarm-live`)
  box.raiseAlarm({ code: 20_101, text: 'packet loss above limit', severity: 6 })
  await page.getByText(alarms.empty.title).waitFor()
  await rail.getByText('1', { exact: true }).waitFor({ state: 'detached' })
  expect(await notices()).toHaveLength(1)
})
