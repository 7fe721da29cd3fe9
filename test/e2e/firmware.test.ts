import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { en } from '../../shared/i18n/en/index.ts'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import { buildImage } from '../../src-main/virtual-box/transfer/firmware-image.ts'
import { FlashingBox } from '../integration/firmware/flashing-box.ts'
import { hasTool, runTool } from '../integration/transfer/support.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts } from './steps.ts'

const folder = path.join(root, 'artifacts/firmware')
const version = 'V2.4.0'
const fileName = 'STB-4K200_V2.4.0.bin'

let launched: LaunchedApp
afterEach(() => launched.close())

/** A file as a technician has it; the dialog of the system, which no test can click, gives it. */
async function chooseNext(name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-')), name)
  await writeFile(file, content)
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
}

const chooseImage = (header: Parameters<typeof buildImage>[0], bytes: number): Promise<void> =>
  chooseNext(fileName, buildImage(header, bytes))

async function picture(name: string, step: string): Promise<void> {
  const { page } = launched
  // Colours and bars move for a moment.
  await page.waitForTimeout(400)
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
  await mkdir(folder, { recursive: true })
  const png = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await writeFile(path.join(folder, `${name}-${step}.png`), Buffer.from(png, 'base64'))
}

async function openWith(language: Language, theme: 'light' | 'dark', boxes: number): Promise<Page> {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { language, theme, adapter: { name: 'lo', address: '127.0.0.1' } })
  if (boxes > 0) await call(page, 'virtual.start', { kind: 'stb', count: boxes })
  for (let known = 0; known < boxes; ) {
    known = (await call(page, 'devices.list', {})).filter(({ status }) => status === 'managed').length
  }
  return page
}

async function showFlow(language: Language, theme: 'light' | 'dark'): Promise<void> {
  const page = await openWith(language, theme, 3)
  const { firmware: texts } = dictionaries[language]
  const name = `${language}-${theme}`
  const [box] = await call(page, 'devices.list', {})
  if (!box) throw new Error('There is no box')
  const { productClass, hardwareVersion } = box
  await chooseImage({ productClass, hardwareVersion, version }, 30_000_000)

  await page
    .getByRole('navigation')
    .getByRole('button', { name: dictionaries[language].shell.sections.firmware })
    .click()
  await page.getByRole('heading', { level: 1, name: texts.title }).waitFor()
  await picture(name, '1-file-empty')
  await page.getByRole('button', { name: texts.library.choose }).click()
  await page.getByRole('textbox', { name: texts.file.version }).waitFor()
  await page.getByRole('button', { name: texts.file.versionSuggestion.replace('{{version}}', version) }).click()
  await page.getByRole('button', { name: texts.file.modelFrom }).click()
  await picture(name, '2-file')
  await page.locator('form').getByRole('button', { name: texts.library.use }).click()

  await page.getByRole('heading', { name: texts.boxes.title }).waitFor()
  await page.getByText(texts.verdictOfCheck.allowed, { exact: true }).first().waitFor()
  await page.getByRole('button', { name: texts.boxes.all }).click()
  await page.locator('summary').click()
  await picture(name, '3-boxes')
  await page.getByRole('button', { name: texts.confirm.button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(box.serialNumber).waitFor()
  expect(await dialog.getByRole('button', { name: texts.confirm.soon }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: texts.confirm.go_other.replace('{{count}}', '3') }).waitFor()
  await picture(name, '4-confirm')
  await dialog.getByRole('button', { name: texts.confirm.go_other.replace('{{count}}', '3') }).click()

  await page.getByRole('heading', { level: 1, name: texts.push.under }).waitFor()
  await page.getByText(dictionaries[language].steps.installing).first().waitFor()
  await picture(name, '5-push')
  await page.getByRole('heading', { level: 1, name: texts.push.ended }).waitFor()
  await page.getByRole('status').filter({ hasText: texts.push.counts.proven }).getByText('3', { exact: true }).waitFor()
  await picture(name, '6-result')
  await page
    .getByRole('row')
    .filter({ hasText: box.serialNumber })
    .getByRole('button', { name: texts.push.job })
    .click()
  await page.getByText(texts.timeline.reportedSuccess).waitFor()
  await picture(name, '7-job')
  const devices = await call(page, 'devices.list', {})
  expect(devices.map(({ softwareVersion }) => softwareVersion)).toEqual([version, version, version])
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`a file goes to three boxes, step by step, in ${language}, ${theme}`, () => showFlow(language, theme))
  }
}

test('a configuration file goes through the same steps and is proven by the report of the box', async () => {
  const page = await openWith('en', 'light', 1)
  const { firmware: texts } = en
  await chooseNext('settings.cfg', '# ACME configuration 1\nDevice.Time.NTPServer1="ntp.from.file"\n')
  await page.getByRole('navigation').getByRole('button', { name: 'Firmware' }).click()
  await page.getByRole('button', { name: texts.library.choose }).click()
  await page.getByRole('combobox', { name: texts.file.fileType }).click()
  await page.getByRole('option', { name: texts.fileTypes.config, exact: true }).click()
  await page.locator('form').getByRole('button', { name: texts.library.use }).click()
  await page.getByRole('checkbox', { name: /^STB-4K200/ }).check()
  await page.getByRole('button', { name: texts.confirm.button }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: texts.confirm.goFile_one.replace('{{count}}', '1') })
    .click()
  await page.getByRole('heading', { level: 1, name: texts.push.endedFile }).waitFor()
  await page.getByRole('status').filter({ hasText: texts.push.counts.proven }).waitFor()
  await picture('en-light', '12-configuration')
  const [box] = await call(page, 'devices.list', {})
  await call(page, 'jobs.start', {
    kind: 'read',
    deviceIds: [box?.id ?? ''],
    input: { paths: ['Device.Time.NTPServer1'] },
  })
  await expect
    .poll(async () => (await call(page, 'jobs.list', { kind: 'read' }))[0]?.result)
    .toMatchObject({ values: [{ value: 'ntp.from.file' }] })
})

test('a wrong image is blocked until a reason is typed; the box refuses it, and that is explained and reported', async () => {
  const page = await openWith('en', 'light', 1)
  const { firmware: texts } = en
  await chooseImage({ productClass: 'OTHER', hardwareVersion: 'X', version }, 100_000)
  await page.getByRole('navigation').getByRole('button', { name: 'Firmware' }).click()
  await page.getByRole('button', { name: texts.library.choose }).click()
  await page.getByRole('textbox', { name: texts.file.models }).fill('OTHER')
  await page.getByRole('textbox', { name: texts.file.version }).fill(version)
  await page.locator('form').getByRole('button', { name: texts.library.use }).click()
  await page.getByText('Blocked', { exact: true }).waitFor()
  await page.getByRole('checkbox', { name: /^STB-4K200/ }).check()
  const start = page.getByRole('button', { name: texts.confirm.button })
  expect(await start.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: texts.boxes.overrideField }).fill('Lab box, to see what it says')
  await picture('en-light', '8-blocked')
  await start.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: texts.confirm.go_one.replace('{{count}}', '1') })
    .click()
  await page.getByRole('heading', { level: 1, name: texts.push.ended }).waitFor()
  await page.getByText(texts.explanations.tookAllUntrusted).waitFor()
  await picture('en-light', '9-failed')

  const file = path.join(launched.dataDir, 'report.csv')
  const saved = launched.app.evaluate(
    ({ session }, savePath) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(savePath)
          item.once('done', (_done, state) => resolve(state))
        })
      }),
    file,
  )
  await page.getByRole('button', { name: texts.push.report }).click()
  expect(await saved).toBe('completed')
  const report = await readFile(file, 'utf8')
  expect(report).toContain(texts.explanations.tookAllUntrusted)
  expect(report).toContain('Lab box, to see what it says')
  expect(report).toContain('9019')
  await page.getByRole('button', { name: texts.push.retry_one.replace('{{count}}', '1') }).click()
  await page.getByText('Attempt 2').waitFor()
})

test.skipIf(!hasTool('curl'))(
  'a slow transfer shows bytes, speed and rest, and can be stopped (skipped without curl)',
  async () => {
    const page = await openWith('en', 'light', 0)
    const { firmware: texts } = en
    const { endpoints } = await call(page, 'app.snapshot', {})
    const box = new FlashingBox({ acsUrl: endpoints.acsUrl, version: '1.0' })
    await box.session([['1 BOOT']])
    await chooseImage({ productClass: 'FLASHBOX', hardwareVersion: '', version }, 60_000_000)
    await page.getByRole('navigation').getByRole('button', { name: 'Firmware' }).click()
    await page.getByRole('button', { name: texts.library.choose }).click()
    await page.getByRole('button', { name: texts.file.modelFrom }).click()
    await page.locator('form').getByRole('button', { name: texts.library.use }).click()
    await page.getByRole('checkbox', { name: /FLASHBOX/ }).check()
    await page.getByRole('button', { name: texts.confirm.button }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: texts.confirm.go_one.replace('{{count}}', '1') })
      .click()
    // Before that the file is checked, and a session would pass without work.
    await page.getByText(en.steps.waitingForInform).waitFor()
    await box.session([['2 PERIODIC']])
    const fetching = runTool('curl', ['-s', '--limit-rate', '4M', '-o', '/dev/null', box.told?.url ?? ''])
    await page.getByText(/per second/).waitFor()
    await page.getByText(/about .* left/).waitFor()
    await picture('en-light', '10-transferring')
    await page.getByRole('button', { name: texts.push.cancel.withdraw }).click()
    await page.getByText(texts.explanations.withdrawn).waitFor()
    expect((await fetching).status).not.toBe(0)
    await picture('en-light', '11-stopped')
  },
)

test('the page cannot add a file that nobody chose', async () => {
  const page = await openWith('en', 'light', 1)
  await expect(call(page, 'firmware.add', { path: '/etc/passwd' })).rejects.toThrow('FIRMWARE_NOT_CHOSEN')
})
