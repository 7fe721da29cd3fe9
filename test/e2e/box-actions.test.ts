import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection, readFromBox, startDemoBox } from './steps.ts'

let launched: LaunchedApp
let page: Page

beforeEach(async () => {
  launched = await launchApp({ args: freePorts })
  page = launched.page
  await startDemoBox(page)
})
afterEach(() => launched.close())

async function openBox(): Promise<void> {
  await openSection(page, 'Boxes')
  await page.getByRole('grid', { name: 'Boxes' }).getByRole('row').filter({ hasText: 'STB-4K200' }).click()
  await page.getByRole('region', { name: 'Actions' }).waitFor()
}

/** Answers the system's save dialog, which no test can click. */
async function answerSaveDialog(file: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

test('the box is called, and its Inform is the proof', async () => {
  await openBox()
  const connection = page.getByRole('region', { name: 'Connection' })
  await connection.getByRole('button', { name: 'Call the box now' }).click()
  await connection.getByText(/^The box came after/).waitFor()
  await connection.getByRole('listitem').filter({ hasText: 'HTTP' }).getByText('accepted').waitFor()
})

test('a box that is gone is called in vain, and the reason leads to the self-check', async () => {
  await call(page, 'virtual.stop', {})
  await openBox()
  const connection = page.getByRole('region', { name: 'Connection' })
  await connection.getByRole('button', { name: 'Call the box now' }).click()
  await connection.getByRole('alert').getByText('The box refuses the connection').waitFor()
})

test('the box says what it can, comes when it is asked to, and is rebooted after a question', async () => {
  await openBox()
  const actions = page.getByRole('region', { name: 'Actions' })
  await actions.getByRole('button', { name: 'Ask for its methods' }).click()
  await actions.getByText(/methods offered by the box/).waitFor()

  await actions.getByRole('button', { name: 'Schedule an Inform' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /shall call in/ }).fill('2')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  await dialog.getByText(/^It came as asked/).waitFor({ timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await actions.getByRole('button', { name: 'Reboot' }).click()
  const reboot = dialog.getByRole('button', { name: 'Reboot', exact: true })
  expect(await reboot.isDisabled()).toBe(true)
  await reboot.click({ timeout: 10_000 })
  await dialog.getByText(/^It is back with version/).waitFor({ timeout: 60_000 })
})

test('a factory reset wants the end of the serial number first', async () => {
  const [box] = await call(page, 'devices.list', {})
  await openBox()
  await page.getByRole('button', { name: 'Factory reset' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The ACS URL may go too.').waitFor()
  const reset = dialog.getByRole('button', { name: 'Factory reset', exact: true })
  await page.waitForTimeout(2500)
  expect(await reset.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill(box?.serialNumber.slice(-4) ?? '')
  expect(await reset.isEnabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('a single request is checked while it is written; its fault leads to the catalogue', async () => {
  await openBox()
  await page.getByRole('button', { name: 'Single request' }).click()
  const text = page.getByRole('textbox', { name: 'Arguments (JSON)' })
  await text.fill('{ "names": [] }')
  await page.getByText(/^names: /).waitFor()
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await text.fill('{ "names": ["Device.DeviceInfo.SerialNumber"] }')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('GetParameterValuesResponse').first().waitFor()

  await text.fill('{ "names": ["Device.DeviceInfo.NoSuchThing"] }')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('note').getByText('9005 Invalid parameter name').waitFor()
  await page.getByRole('button', { name: 'About 9005' }).click()
  const fault = page.getByRole('listitem').filter({ has: page.getByRole('button', { expanded: true }) })
  await fault.getByText(/Another data model/).waitFor()
  await fault.getByRole('button', { name: 'Read the branch above' }).click()
  await page.getByRole('heading', { name: 'Read parameters' }).waitFor()
})

test('every fault is found by its words', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('fault codes')
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox').fill('multicast')
  await expect.poll(() => page.getByRole('list', { name: 'Fault codes' }).getByRole('listitem').count()).toBe(1)
  await page.getByRole('button', { name: /9014/ }).click()
  await page.getByText('Serve the file by unicast').waitFor()
})

test('credentials are generated and kept, set in the box, tried, and deleted', async () => {
  await openBox()
  await page.getByRole('button', { name: 'Credentials …' }).click()
  await page.getByRole('button', { name: 'Set in the box' }).click()
  await page.getByText(/Tried: the box came\./).waitFor({ timeout: 30_000 })
  const rows = page.getByRole('table').getByRole('row')
  await expect.poll(() => rows.filter({ hasText: 'This box' }).count()).toBe(1)

  await page.getByRole('radiogroup', { name: 'For' }).getByText('All boxes').click()
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect.poll(() => rows.filter({ hasText: 'All boxes' }).count()).toBe(1)
  await rows.filter({ hasText: 'All boxes' }).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => rows.filter({ hasText: 'All boxes' }).count()).toBe(0)
})

test('a quirk of a model is set by hand and taken back', async () => {
  await openSection(page, 'Settings')
  await page.getByRole('button', { name: 'Quirks by model' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Marks writable parameters as read-only' })
  await row.getByRole('checkbox').check()
  await row.getByText('set by hand').waitFor()
  await row.getByRole('button', { name: /^Back to/ }).click()
  await row.getByText('as the standard has it').waitFor()
})

test('the trace is saved where the dialog says, and nowhere else', async () => {
  await readFromBox(page, { sets: ['Network'] })
  await openSection(page, 'Trace')
  const file = path.join(launched.dataDir, 'trace.ndjson')
  await answerSaveDialog(file)
  await page.getByRole('button', { name: 'Export' }).click()
  await page
    .getByRole('menuitem', { name: /^As NDJSON/ })
    .first()
    .click()
  await page.getByText(`Saved: ${file}`).waitFor()
  const [first = ''] = (await readFile(file, 'utf8')).split('\n')
  expect(JSON.parse(first)).toMatchObject({ kind: 'session' })

  const zip = path.join(launched.dataDir, 'trace.zip')
  await answerSaveDialog(zip)
  await page.getByRole('button', { name: 'Export' }).click()
  await page
    .getByRole('menuitem', { name: /^As zip/ })
    .last()
    .click()
  await page.getByText(`Saved: ${zip}`).waitFor()
  expect((await stat(zip)).size).toBeGreaterThan(1000)

  const [session] = await call(page, 'sessions.list', {})
  const input = { sessionId: session?.id ?? '', format: 'zip', path: path.join(launched.dataDir, 'other.zip') } as const
  await expect(call(page, 'trace.export', input)).rejects.toThrow('BAD_REQUEST')
})

test('the self-check lists every port and says how it stands', async () => {
  await openSection(page, 'Reach')
  const checks = page.getByRole('list', { name: 'Can a box reach this laptop?' })
  await checks.getByRole('listitem').filter({ hasText: 'ACS port is open' }).getByText('Fine').waitFor()
  await checks
    .getByText('only this laptop', { exact: false })
    .or(checks.getByText(/this laptop only/))
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Check again' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Nothing stands in the way|stands? in the way/ })
    .waitFor()
})

test('HTTPS is switched on, and the certificate of the laptop is there to be exported', async () => {
  await openSection(page, 'Settings')
  await call(page, 'settings.set', { tls: { port: 0 } })
  await page.getByRole('switch', { name: /Serve boxes by HTTPS too/ }).click({ force: true })
  const tls = page.getByRole('region', { name: 'HTTPS' })
  await tls.getByText(/^https:\/\/127\.0\.0\.1:\d+/).waitFor()
  await tls.getByText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/i).waitFor()
  await tls.getByRole('button', { name: 'Export the certificate' }).waitFor()
})
