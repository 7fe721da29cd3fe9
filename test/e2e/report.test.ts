import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import { canRun } from '../support/tools.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

const run = promisify(execFile)
const texts = (language: Language) => dictionaries[language] as unknown as typeof dictionaries.en

let launched: LaunchedApp
let target: string
beforeEach(async () => {
  target = await mkdtemp(path.join(tmpdir(), 'fieldacs-report-'))
})
afterEach(async () => {
  await launched.close()
  await rm(target, { recursive: true, force: true })
})

async function open(language: Language, theme: 'light' | 'dark', kind: 'stb' | 'gateway181') {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { language, theme, adapter: { name: 'lo', address: '127.0.0.1' } })
  await call(page, 'virtual.start', { kind })
  for (;;) {
    const [box] = await call(page, 'devices.list', {})
    if (box?.status === 'managed' && !box.inSession) return { page, box }
    await page.waitForTimeout(100)
  }
}

async function picture(name: string): Promise<void> {
  await launched.page.waitForTimeout(400)
  await launched.page.screenshot({ path: path.join(root, 'artifacts/evidence', `${name}.png`) })
}

async function ended(page: Page, id: string): Promise<void> {
  await expect.poll(async () => (await call(page, 'jobs.get', { id })).endedAt, { timeout: 60_000 }).not.toBeNull()
}

test.for([
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)('what was done with a box is printed as PDF (%s, %s)', async ([language, theme]) => {
  const { page, box } = await open(language, theme, 'stb')
  const { shell, report, reportDialog } = texts(language)
  const values = [
    { name: 'Device.Time.NTPServer1', value: 'ntp.new.example' },
    { name: 'Device.X_CTC_IPTV.ServiceInfo.Password', value: 'never-to-be-seen' },
  ]
  const { jobIds } = await call(page, 'jobs.start', { kind: 'write', deviceIds: [box.id], input: { values } })
  await ended(page, jobIds[0] ?? '')
  await page.getByRole('navigation').first().getByRole('button', { name: shell.sections.devices }).click()
  await page.getByRole('row').filter({ hasText: box.serialNumber }).dblclick()
  await page.getByRole('button', { name: reportDialog.save }).click()
  await page.getByLabel(report.customer).fill('张三 Zhang San')
  await page.getByLabel(report.order).fill('WO-4711')
  await page.getByLabel(report.technician).fill('李四')
  await picture(`${language}-${theme}-report-dialog`)
  const file = path.join(target, 'report.pdf')
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: reportDialog.go, exact: true }).click()
  await page.getByRole('status').filter({ hasText: file }).waitFor()
  const pdf = await readFile(file)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  if (!(await canRun('pdftotext', 'poppler-utils'))) return
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  for (const part of [report.title, '张三', 'WO-4711', box.serialNumber, 'ntp.new.example', report.outcomes.verified])
    expect(stdout).toContain(part)
  expect(stdout).not.toContain('never-to-be-seen')
  await run('pdftoppm', ['-r', '80', '-png', file, path.join(root, 'artifacts/evidence', `${language}-report`)])
})

test.for([
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const)('a gateway blinks, and is told to send its figures (%s, %s)', async ([language, theme]) => {
  const { page, box } = await open(language, theme, 'gateway181')
  const { actions, diagnose, monitor, shell } = texts(language)
  const rail = page.getByRole('navigation').first()
  await rail.getByRole('button', { name: shell.sections.devices }).click()
  await page.getByRole('row').filter({ hasText: box.serialNumber }).dblclick()
  await page.getByRole('button', { name: actions.identify }).click()
  await page.getByRole('dialog').getByRole('button', { name: actions.identify, exact: true }).click()
  await picture(`${language}-${theme}-identify`)
  await page.getByText(actions.identified_other.replace('{{count}}', '3')).waitFor({ timeout: 40_000 })
  await page.keyboard.press('Escape')

  await call(page, 'monitor.start', { deviceId: box.id, mode: 'bulk', intervalSeconds: 5 })
  await page
    .getByRole('navigation', { name: texts(language).collect.tabsLabel })
    .getByRole('button', { name: monitor.title })
    .click()
  await page.getByRole('button', { name: monitor.bulk.setUp }).click()
  await page.getByText('Device.BulkData.Profile.1.').first().waitFor({ timeout: 30_000 })
  await page.getByText(monitor.metrics.uptime).first().waitFor({ timeout: 30_000 })
  await picture(`${language}-${theme}-bulk`)
  await page.getByRole('button', { name: monitor.bulk.takeOut }).click()
  await page.getByText(monitor.bulk.gone).waitFor({ timeout: 30_000 })

  await rail.getByRole('button', { name: shell.sections.diagnose }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(box.serialNumber) })
    .click()
  await page.getByText(diagnose.choose.limits).click()
  await page.getByLabel(`${diagnose.kinds.ping} · ${diagnose.metrics.averageMs}: ${monitor.good}`).fill('1')
  await page.getByLabel(`${diagnose.kinds.ping} · ${diagnose.metrics.averageMs}: ${monitor.bad}`).fill('2')
  await picture(`${language}-${theme}-limits`)
  await page.getByRole('button', { name: diagnose.choose.start, exact: true }).click()
  await page.getByText(diagnose.verdicts.bad).first().waitFor({ timeout: 60_000 })
  const settings = await call(page, 'settings.get', {})
  expect(settings.diagnose.limits['ping.averageMs']).toEqual({ good: 1, bad: 2 })
})
