import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

const ntp = 'Device.Time.NTPServer1'
const interval = 'Device.ManagementServer.PeriodicInformInterval'

/** The app with some demo set-top boxes, by their serial numbers in order. */
async function openWithBoxes(count: number): Promise<{ page: Page; boxes: { id: string; serial: string }[] }> {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { adapter: { name: 'lo', address: '127.0.0.1' } })
  await call(page, 'virtual.start', { kind: 'stb', count })
  const ready = async () =>
    (await call(page, 'devices.list', {})).filter(({ status, inSession }) => status === 'managed' && !inSession)
  await expect.poll(async () => (await ready()).length, { timeout: 20_000 }).toBe(count)
  const boxes = (await ready()).map(({ id, serialNumber }) => ({ id, serial: serialNumber }))
  return { page, boxes: boxes.sort((a, b) => a.serial.localeCompare(b.serial)) }
}

async function openBackups(page: Page, serial: string): Promise<void> {
  await openSection(page, 'Boxes')
  await page.getByRole('row').filter({ hasText: serial }).click()
  await page.getByRole('button', { name: 'Backups' }).click()
  await page.getByRole('heading', { level: 1, name: /^Backups of/ }).waitFor()
}

async function write(page: Page, deviceId: string, values: { name: string; value: string }[]): Promise<void> {
  const { jobIds } = await call(page, 'jobs.start', { kind: 'write', deviceIds: [deviceId], input: { values } })
  await expect.poll(async () => (await call(page, 'jobs.get', { id: jobIds[0] ?? '' })).state).toBe('succeeded')
}

async function readValue(page: Page, deviceId: string, path: string): Promise<string | undefined> {
  const { jobIds } = await call(page, 'jobs.start', {
    kind: 'read',
    deviceIds: [deviceId],
    input: { paths: [path] },
  })
  const id = jobIds[0] ?? ''
  await expect.poll(async () => (await call(page, 'jobs.get', { id })).state).toBe('succeeded')
  const { result } = await call(page, 'jobs.get', { id })
  return (result as { values: { value: string }[] }).values[0]?.value
}

test('a box is backed up, changed, and brought back value by value, with a way back from there', async () => {
  const { page, boxes } = await openWithBoxes(1)
  const [box] = boxes
  if (!box) return
  await openBackups(page, box.serial)
  await page.getByRole('textbox', { name: 'Name' }).fill('Before the visit')
  await page.getByRole('checkbox', { name: 'The configuration file, too' }).uncheck()
  await page.getByRole('button', { name: 'Back up', exact: true }).click()
  await page.getByText(/^\d+ values kept$/).waitFor()
  await write(page, box.id, [
    { name: ntp, value: 'wrong.example' },
    { name: interval, value: '61' },
  ])

  const kept = page.getByRole('list', { name: 'Kept values' })
  await kept.getByText('Before the visit').waitFor()
  await kept.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('button', { name: 'Show the differences' }).click()
  const rows = page.getByRole('grid', { name: 'Values to restore' })
  await rows.getByRole('row').filter({ hasText: ntp }).getByText('wrong.example').waitFor()
  await rows.getByRole('row').filter({ hasText: interval }).click()
  await page.getByText(/values are left out$/).waitFor()
  await page.getByRole('button', { name: 'Restore 1 value' }).click()
  await page.getByText('1 verified').waitFor()
  expect(await readValue(page, box.id, ntp)).not.toBe('wrong.example')
  expect(await readValue(page, box.id, interval)).toBe('61')

  await page.getByRole('button', { name: 'Bring it back…' }).click()
  await rows.getByRole('row').filter({ hasText: ntp }).getByText('wrong.example').waitFor()
  await page.getByRole('button', { name: 'Restore 1 value' }).click()
  await page.getByText('1 verified').waitFor()
  expect(await readValue(page, box.id, ntp)).toBe('wrong.example')

  await openBackups(page, box.serial)
  await page.getByRole('list', { name: 'Kept before each change' }).getByText('Restore parameters').first().waitFor()
})

test('a replacement gets the settings and the configuration file; what is left out can be wanted all the same', async () => {
  const { page, boxes } = await openWithBoxes(2)
  const [old, young] = boxes
  if (!old || !young) return
  await write(page, old.id, [{ name: ntp, value: 'own.example' }])
  await openBackups(page, old.serial)
  await page.getByRole('button', { name: 'Back up', exact: true }).click()
  await page.getByText(/^Configuration file AS4K/).waitFor({ timeout: 30_000 })
  await page.getByRole('status').getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('button').filter({ hasText: young.serial }).click()
  await page.getByText('This is another box than the backup is of.').waitFor()
  const rows = page.getByRole('grid', { name: 'Values to restore' })
  await rows.getByRole('row').filter({ hasText: ntp }).getByText('own.example').waitFor()
  await page.getByText(/values are left out$/).click()
  const before = await rows.getByRole('checkbox').count()
  await page.getByRole('button', { name: 'Restore all the same: MACAddress' }).first().click()
  await expect.poll(() => rows.getByRole('checkbox').count()).toBe(before + 1)
  await rows.getByRole('row').filter({ hasText: 'MACAddress' }).click()
  await page.getByRole('button', { name: /^Restore \d+ values?$/ }).click()
  await page.getByText(/\d+ verified/).waitFor()
  expect(await readValue(page, young.id, ntp)).toBe('own.example')

  await openBackups(page, old.serial)
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Send the configuration file to a box…' }).click()
  await page.getByRole('heading', { level: 1, name: 'Firmware' }).waitFor()
  await page
    .getByText(/^AS4K.*\.cfg$/)
    .first()
    .waitFor()
})
