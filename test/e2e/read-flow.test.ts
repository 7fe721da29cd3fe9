import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { freePorts, openSection, readFromBox, startDemoBox } from './steps.ts'

let dataDir: string
let launched: LaunchedApp

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-'))
})
afterEach(async () => {
  await launched.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('what is read is named, its faults are explained, and it is found again after a restart', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  let { page } = launched
  await startDemoBox(page)
  await readFromBox(page, { sets: ['Network'], paths: ['Device.DeviceInfo.NoSuchThing'] })

  const values = page.getByRole('grid', { name: 'Values' })
  await values.getByRole('row').filter({ hasText: 'Serial number' }).getByText(/AS4K/).waitFor()
  const failures = page.getByRole('region', { name: '1 path could not be read' })
  await failures.getByText('Device.DeviceInfo.NoSuchThing', { exact: true }).waitFor()
  await failures.getByText('9005 Invalid parameter name').waitFor()

  await page.getByRole('button', { name: 'Save as snapshot' }).click()
  await page.getByRole('textbox', { name: 'Name of the snapshot' }).fill('before the visit')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as “before the visit”').waitFor()
  await launched.app.close()

  launched = await launchApp({ args: freePorts, dataDir })
  page = launched.page
  await openSection(page, 'History')
  await page.getByRole('searchbox').fill('before visit')
  await page.getByRole('row').filter({ hasText: 'before the visit' }).click()
  await page.getByRole('heading', { level: 1, name: 'before the visit' }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Serial number' }).getByText(/AS4K/).waitFor()
})

test('values are filtered by friendly name and exported as CSV', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  const { page, app } = launched
  await startDemoBox(page)
  await readFromBox(page, { sets: ['Management'] })
  await page.getByRole('searchbox').fill('inform interval')
  const rows = page.getByRole('grid', { name: 'Values' }).getByRole('row')
  await rows.filter({ hasText: 'PeriodicInformInterval' }).waitFor()
  expect(await rows.count()).toBe(2)

  const file = path.join(dataDir, 'export.csv')
  const saved = app.evaluate(
    ({ session }, savePath) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(savePath)
          item.once('done', (_done, state) => resolve(state))
        })
      }),
    file,
  )
  await page.getByRole('button', { name: 'Export CSV' }).click()
  expect(await saved).toBe('completed')
  const csv = await readFile(file, 'utf8')
  expect(csv).toContain('Device.ManagementServer.PeriodicInformInterval,Inform interval,')
})

test('a read of a box that is gone says why it waits, and can be stopped', async () => {
  launched = await launchApp({ args: freePorts, dataDir })
  const { page } = launched
  await startDemoBox(page)
  await page.getByRole('button', { name: 'Stop all' }).click()
  await openSection(page, 'Read')
  await page.getByRole('button', { name: /^STB-4K200/ }).click()
  await page.getByRole('button', { name: 'Read now' }).click()
  await page.getByText('Waiting for the box').waitFor()
  await page.getByRole('status').getByText('The box refuses the connection').waitFor()
  await page.getByRole('button', { name: 'Stop reading' }).click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
})
