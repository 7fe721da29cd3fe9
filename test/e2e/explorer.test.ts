import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { VirtualBox } from '../../src-main/virtual-box/virtual-box.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, chooseParameter, exploreBox, freePorts, openSection, stageValue, startDemoBox } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

async function openExplorer() {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await startDemoBox(page)
  await exploreBox(page)
  const details = page.getByRole('complementary', { name: 'Details' })
  return { page, details, tree: page.getByRole('treegrid', { name: 'Parameter tree' }) }
}

test('the tree opens and closes by keys, is searched with counts, and leads to a pasted path', async () => {
  const { page, tree, details } = await openExplorer()
  await tree.getByRole('row', { name: /^Time/ }).click()
  await tree.press('ArrowRight')
  await tree.press('ArrowRight')
  expect(await tree.getByRole('row', { selected: true }).getAttribute('aria-level')).toBe('3')
  await tree.press('ArrowLeft')
  await tree.press('ArrowLeft')
  expect(await tree.getByRole('row', { name: /^Time/ }).getAttribute('aria-expanded')).toBe('false')

  await page.getByRole('searchbox').fill('inform interval')
  await page.getByText(/^1 of \d{3}$/).waitFor()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Writable', exact: true }).click()
  await page.getByText(/^\d+ of \d{3}$/).waitFor()
  await page.getByRole('button', { name: 'Writable', exact: true }).click()

  await page.getByRole('textbox', { name: 'Paste a path' }).fill('Device.DeviceInfo.SerialNumber')
  await page.keyboard.press('Enter')
  await details.getByRole('heading', { name: 'Serial number' }).waitFor()
  await details.getByText(/^AS4K/).waitFor()
  await details.getByText('The box says that it cannot be written').waitFor()
  await details.getByText('In other data models').click()
  await details.getByText('InternetGatewayDevice.DeviceInfo.SerialNumber').waitFor()

  await details.getByRole('button', { name: /^Favourite/ }).click()
  await page.getByRole('button', { name: 'Favourites' }).click()
  await page.getByText(/^1 of \d{3}$/).waitFor()
})

test('a wrong value is stopped with its reason; changes are staged, sent as one, verified and undone', async () => {
  const { page, details } = await openExplorer()
  await chooseParameter(page, 'PeriodicInformInterval', 'Inform interval')
  await details.getByRole('textbox', { name: 'New value' }).fill('-5')
  await details.getByText('It must lie between').waitFor()
  expect(await details.getByRole('button', { name: 'Add to changes' }).isDisabled()).toBe(true)
  await stageValue(page, '777')
  await chooseParameter(page, 'STUNServerAddress', 'STUNServerAddress')
  await stageValue(page, 'stun.example.net')

  const drawer = page.getByRole('region', { name: 'Changes' })
  await drawer.getByText('2 changes, not sent yet').waitFor()
  await page.getByRole('navigation').getByRole('button', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Keep and leave' }).click()
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
  await openSection(page, 'Parameters')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^STB-4K200/ })
    .click()
  await drawer.getByRole('button', { name: 'Apply 2 changes' }).click()

  const outcome = page.getByRole('region', { name: 'Result' })
  await outcome.getByText('2 verified').waitFor()
  const jobs = await call(page, 'jobs.list', { kind: 'write' })
  expect(jobs).toHaveLength(1)

  await outcome.getByRole('button', { name: 'Undo' }).click()
  await drawer.getByRole('button', { name: 'Apply 2 changes' }).click()
  await outcome.getByText('2 verified').waitFor()
  await outcome.getByRole('button', { name: 'Close' }).click()
  await chooseParameter(page, 'PeriodicInformInterval', '3600')
})

test('what the box refuses is explained by row, and nothing of the request is applied', async () => {
  const { page, details } = await openExplorer()
  await chooseParameter(page, 'PeriodicInformInterval', 'Inform interval')
  await stageValue(page, '888')
  await chooseParameter(page, 'DeviceInfo SerialNumber', 'Serial number')
  await details.getByRole('button', { name: 'Change it anyway' }).click()
  await stageValue(page, 'X1')
  await page.keyboard.press('Control+Enter')
  const outcome = page.getByRole('region', { name: 'Result' })
  await outcome.getByText('2 not written').waitFor()
  await outcome.getByRole('row').filter({ hasText: 'Serial number' }).getByText('9008').waitFor()
  await outcome.getByRole('row').filter({ hasText: 'Inform interval' }).getByText('Held back').waitFor()
  // What was not written stays staged, to be corrected.
  await page.getByRole('region', { name: 'Changes' }).getByText('2 changes, not sent yet').waitFor()
  await page.getByRole('button', { name: 'Take all back' }).click()
})

test('a password is not sent in plain to a box that wants it encrypted without a warning', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  const { endpoints } = await call(page, 'app.snapshot', {})
  const box = new VirtualBox({
    model: 'stb',
    index: 7,
    acsUrl: endpoints.acsUrl,
    bootDelayMs: 1,
    values: { 'Device.X_00E0FC.IsEncryptMark': '1' },
  })
  onTestFinished(() => box.stop())
  await box.start()
  await expect.poll(async () => (await call(page, 'devices.list', {}))[0]?.status, { timeout: 20_000 }).toBe('managed')
  const writes = () => call(page, 'jobs.list', { kind: 'write' })

  await exploreBox(page)
  await chooseParameter(page, 'X_CTC_IPTV.ServiceInfo.Password', 'IPTV password')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByLabel('New value').fill('secret1')
  await details.getByLabel('New value').press('Enter')
  const apply = page.getByRole('button', { name: 'Apply 1 change' })
  await apply.click()
  const dialog = page.getByRole('dialog', { name: 'The box wants passwords encrypted' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await writes()).toEqual([])

  await apply.click()
  await dialog.getByRole('button', { name: 'Send in plain' }).click()
  const outcome = page.getByRole('region', { name: 'Result' })
  await outcome.getByText('Accepted; hidden by the box').or(outcome.getByText('Verified')).first().waitFor()
  expect(await writes()).toHaveLength(1)
  expect(box.getParameter('Device.X_CTC_IPTV.ServiceInfo.Password')).toBe('secret1')
})

test('an export leaves secrets out unless they are asked for', async () => {
  const { page } = await openExplorer()
  const folder = await mkdtemp(path.join(tmpdir(), 'fieldacs-export-'))
  const file = path.join(folder, 'export.json')
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
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('dialog').getByText('JSON', { exact: true }).click()
  await page.getByRole('button', { name: 'Save file' }).click()
  expect(await saved).toBe('completed')
  const { parameters } = JSON.parse(await readFile(file, 'utf8')) as { parameters: { name: string; value: string }[] }
  expect(parameters.length).toBeGreaterThan(400)
  expect(parameters.filter(({ name, value }) => /Password$/.test(name) && value !== '')).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

test('notification is asked for and set in place', async () => {
  const { page, details } = await openExplorer()
  await chooseParameter(page, 'ManagementServer.PeriodicInformInterval', 'Inform interval')
  await details.getByRole('button', { name: 'Ask the box' }).click()
  const level = details
    .getByRole('combobox', { name: 'Notification' })
    .or(details.getByRole('textbox', { name: 'Notification' }))
  await level.first().click()
  await page.getByRole('option', { name: 'with the next Inform', exact: true }).click()
  await expect
    .poll(async () => (await call(page, 'jobs.list', { kind: 'attributes' }))[0]?.state, { timeout: 15_000 })
    .toBe('succeeded')
  const [job] = await call(page, 'jobs.list', { kind: 'attributes', limit: 1 })
  expect(JSON.stringify(job?.result)).toContain('"notification":1')
})

test('an instance is added after a question, read at once, and deleted', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await openSection(page, 'Start')
  await page.getByRole('button', { name: 'Start a demo gateway' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Managed' }).first().waitFor()
  await openSection(page, 'Parameters')
  await page.getByRole('main').getByRole('button').filter({ hasText: 'Managed' }).click()
  await page.getByRole('button', { name: 'Read everything' }).click()
  const tree = page.getByRole('treegrid', { name: 'Parameter tree' })
  await tree.getByRole('row', { name: /^Time/ }).waitFor()
  await page.getByText('Only a part of this box is known').waitFor({ state: 'detached', timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Paste a path' }).fill('Device.NAT.PortMapping.')
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('button', { name: 'Add an instance' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await details.getByText('was added').waitFor({ timeout: 20_000 })
  await details.getByRole('button', { name: 'Open' }).click()
  await tree
    .getByRole('row', { selected: true })
    .filter({ hasText: /\d+ values/ })
    .waitFor()
  await details.getByRole('button', { name: 'Delete this instance' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect
    .poll(async () => (await call(page, 'jobs.list', { kind: 'deleteObject' }))[0]?.state, { timeout: 20_000 })
    .toBe('succeeded')
})

test('a gateway of 20,000 parameters is read whole and searched', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await call(page, 'settings.set', { adapter: { name: 'lo', address: '127.0.0.1' } })
  await call(page, 'virtual.start', { kind: 'gateway', parameters: 20_000 })
  await openSection(page, 'Parameters')
  await page.getByRole('main').getByRole('button').filter({ hasText: 'Managed' }).click()
  await page.getByRole('button', { name: 'Read everything' }).click()
  await page.getByText('Only a part of this box is known').waitFor({ state: 'detached', timeout: 90_000 })
  await page.getByText(/^20,\d{3} parameters$/).waitFor()
  await page.getByRole('searchbox').fill('hosts mac')
  await page.getByText(/^[\d,]+ of 20,\d{3}$/).waitFor()
})
