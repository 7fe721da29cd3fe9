import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection, startDemoBox } from './steps.ts'

let dataDir: string
let launched: LaunchedApp

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-'))
})
afterEach(async () => {
  await launched.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** Waits until that many boxes can be worked with; gives their serial numbers. */
async function serialsOf(page: Page, model: string, count: number): Promise<string[]> {
  await expect.poll(async () => (await managed(page, model)).length, { timeout: 10_000 }).toBe(count)
  return (await managed(page, model)).map(({ serialNumber }) => serialNumber).sort()
}

async function managed(page: Page, model: string) {
  const devices = await call(page, 'devices.list', {})
  return devices.filter(({ dataModel, status, inSession }) => dataModel === model && status === 'managed' && !inSession)
}

function scanField(page: Page) {
  return page.getByRole('textbox', { name: 'Serial number' })
}

/** What a scanner does: keys, then Enter. */
async function scan(page: Page, key: string): Promise<void> {
  await scanField(page).pressSequentially(key)
  await scanField(page).press('Enter')
}

async function saveTo(file: string, click: () => Promise<void>): Promise<string> {
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
  await click()
  expect(await saved).toBe('completed')
  return await readFile(file, 'utf8')
}

test('a scanned set-top box gets an account: compared, written, proven, undone; then the next one', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  const { page } = launched
  await startDemoBox(page)
  const [serial = ''] = await serialsOf(page, 'tr106', 1)
  await openSection(page, 'Provisioning')
  const told = page.getByRole('list', { name: 'Last scanned' })
  await scan(page, `SN:${serial}`)
  await told.getByRole('listitem').filter({ hasText: 'Taken' }).waitFor()
  await scan(page, serial)
  await told.getByText('Already taken, as number 1').waitFor()
  await scan(page, '210235NOBODY')
  await told.getByText(/^Not seen yet: no box/).waitFor()
  await page.getByRole('button', { name: 'Remove 210235NOBODY' }).click()
  // Enter in the empty field goes on.
  await scanField(page).press('Enter')

  await page.getByText('more are for other models').waitFor()
  await page.getByRole('button', { name: /^IPTV account Account/ }).click()
  const next = page.getByRole('button', { name: 'Compare with the box' })
  expect(await next.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'IPTV account' }).fill('0755123@iptv')
  await page.getByRole('textbox', { name: 'Login server', exact: true }).fill('nonsense')
  await page.getByText(/^A whole address is needed/).waitFor()
  await page.getByRole('textbox', { name: 'Login server', exact: true }).fill('')
  await page.getByRole('textbox', { name: 'IPTV password' }).fill('hush-hush')
  await next.click()

  const change = page.getByRole('table', { name: 'What would be written' }).getByRole('row', { name: /UserID/ })
  await change.getByText('itv88000001').waitFor()
  await change.getByText('0755123@iptv').waitFor()
  expect(await page.getByText('hush-hush').count()).toBe(0)
  const [device] = await managed(page, 'tr106')
  const before = await call(page, 'jobs.list', { kind: 'provision' })
  expect(before.map(({ state, input }) => [state, (input as { dryRun: boolean }).dryRun])).toEqual([
    ['succeeded', true],
  ])

  await page.getByRole('button', { name: 'Write to the box' }).click()
  await page.getByRole('heading', { name: 'Result' }).waitFor()
  await page
    .getByRole('row', { name: /UserID/ })
    .getByText('Verified')
    .waitFor()
  await page
    .getByRole('row', { name: /Password/ })
    .getByText('Accepted; hidden by the box')
    .waitFor()
  const csv = await saveTo(path.join(dataDir, 'result.csv'), () =>
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  )
  expect(csv).toContain('Device.X_CTC_IPTV.ServiceInfo.UserID,itv88000001,0755123@iptv,verified')
  expect(csv).not.toContain('hush-hush')

  await page.getByRole('button', { name: 'Undo: values from before' }).click()
  await page.getByRole('button', { name: 'Write them back' }).click()
  const restored = page.getByRole('region', { name: 'Restore parameters' })
  await restored
    .getByRole('row', { name: /UserID/ })
    .getByText('Verified')
    .waitFor()
  await restored.getByText('The box never told this secret, so it is not in the backup.').waitFor()
  const read = await call(page, 'jobs.list', { kind: 'restore', deviceId: device?.id ?? '' })
  const [restore] = read.map(({ result }) => result as { values: unknown[] })
  expect(restore?.values[0]).toMatchObject({
    value: 'itv88000001',
    readBack: 'itv88000001',
    status: 'verified',
  })

  await page.getByRole('button', { name: 'Next box, same template' }).click()
  await scan(page, serial)
  await page.getByRole('button', { name: 'Enter values' }).click()
  expect(await page.getByRole('textbox', { name: 'IPTV account' }).inputValue()).toBe('')
})

test('a list gives each gateway its own account; bad lines are told before anything is sent', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  const { page } = launched
  await call(page, 'virtual.start', { kind: 'gateway098', count: 2 })
  const [first = '', second = ''] = await serialsOf(page, 'tr098', 2)
  await openSection(page, 'Provisioning')
  await scan(page, first)
  await page.getByRole('button', { name: 'Choose a template' }).click()
  await page.getByRole('button', { name: /^Broadband PPPoE/ }).click()
  const list = page.getByRole('region', { name: 'Values from a list' })
  await list.getByRole('button', { name: 'Paste' }).click()
  await list
    .getByRole('textbox', { name: 'Lines of the list' })
    .fill(`serial,account,accountPassword,vlan\n${first},acc1,pw1,85\n${second},acc2,pw2,9999\n`)
  await list.getByRole('button', { name: 'Take these lines' }).click()
  await list.getByText(/^Line 3: the value for “VLAN of the service”/).waitFor()
  const next = page.getByRole('button', { name: 'Compare with the box' })
  expect(await next.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: `Broadband account: ${second}` }).fill('acc2')
  await page.getByRole('textbox', { name: `Broadband password: ${second}` }).fill('pw2')
  await next.click()
  await page.getByRole('button', { name: 'Write to 2 boxes' }).click()
  await page.getByRole('heading', { name: 'Result' }).waitFor()
  await page.getByRole('status').getByText('Proven').waitFor()
  await page.getByRole('button', { name: new RegExp(`^Details of .*${second}`) }).click()
  await page
    .getByRole('row', { name: /Username/ })
    .getByText('acc2')
    .first()
    .waitFor()
  const jobs = (await call(page, 'jobs.list', { kind: 'provision' })).filter(
    ({ input }) => !(input as { dryRun: boolean }).dryRun,
  )
  expect(jobs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
})

test('a template of one’s own: copied, mended, tried on a box, kept, used by a rule of zero touch', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  const { page } = launched
  await startDemoBox(page)
  const [serial = ''] = await serialsOf(page, 'tr106', 1)
  await openSection(page, 'Provisioning')
  await page.getByRole('tab', { name: 'Templates' }).click()
  await page.getByRole('button', { name: 'New template' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Clock')
  await page.getByRole('button', { name: 'Add a value' }).click()
  await page.getByText('Choose what is to be set.').waitFor()
  await page.getByRole('combobox', { name: 'Meaning' }).fill('time server 1')
  await page.getByRole('option').first().click()
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('{{server}}')
  await page.getByText('There is no variable “server”.').waitFor()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Add a variable' }).click()
  await page.getByRole('textbox', { name: 'Name in values' }).fill('server')
  await page.getByRole('textbox', { name: 'If left empty' }).fill('ntp.lab.example')
  await page.getByRole('combobox', { name: 'Against' }).click()
  await page.getByRole('option', { name: new RegExp(serial) }).click()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page
    .getByRole('table', { name: 'What would be written' })
    .getByRole('row', { name: /Device\.Time\.NTPServer1/ })
    .getByText('ntp.lab.example')
    .waitFor()
  await save.click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await openSection(page, 'Provisioning')
  await page.getByRole('tab', { name: 'Zero touch' }).click()
  await page.getByText('Nothing starts by itself.').waitFor()
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByRole('textbox', { name: 'Name of the rule' }).fill('Bench')
  await page.getByRole('combobox', { name: 'Template' }).click()
  await page.getByRole('option', { name: 'Clock' }).click()
  await page.getByRole('textbox', { name: 'Serial numbers with their values' }).fill(serial)
  await page.getByRole('button', { name: 'Take these lines' }).click()
  await save.click()
  await page.getByText('1 listed serial number: “Clock”').waitFor()
  await page.getByRole('switch', { name: 'Zero touch is off' }).click()
  await page.getByText('1 rule is enabled').waitFor()
  const [device] = await managed(page, 'tr106')
  await call(page, 'jobs.start', { kind: 'reboot', deviceIds: [device?.id ?? ''], input: {} })
  await page.getByRole('button', { name: new RegExp(`${serial}.*Provision.*Bench.*Done`) }).click()
  await page.getByRole('button', { name: 'Started by zero touch' }).waitFor()
  await page
    .getByRole('row', { name: /NTPServer1/ })
    .getByText('ntp.lab.example')
    .first()
    .waitFor()
})
