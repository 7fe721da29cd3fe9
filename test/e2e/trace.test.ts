import { afterEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { freePorts, openSection, readFromBox, startDemoBox } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

test('a session is shown as arrows, and each message decoded, as XML, and with its headers', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await startDemoBox(page)
  await readFromBox(page, { paths: ['Device.DeviceInfo.NoSuchThing'] })
  await openSection(page, 'Trace')
  const sequence = page.getByRole('grid', { name: 'Trace' })
  await sequence.getByRole('row').filter({ hasText: 'GetParameterValuesResponse' }).first().waitFor()

  await sequence.getByRole('row').filter({ hasText: 'Inform6' }).or(sequence.getByRole('row').nth(1)).first().click()
  await page.getByRole('grid', { name: 'Decoded' }).getByText('6 CONNECTION REQUEST').waitFor()
  await page.getByRole('tab', { name: 'XML' }).click()
  await page.getByRole('grid', { name: 'XML' }).getByText('<soap:Body>').waitFor()
  await page.getByRole('tab', { name: 'HTTP headers' }).click()
  await page
    .getByRole('term')
    .filter({ hasText: /content-length/i })
    .waitFor()

  await page.getByRole('searchbox').fill('fault')
  await expect.poll(() => sequence.getByRole('row').filter({ hasNotText: 'Fault' }).count()).toBe(1)
  await sequence.getByRole('row').filter({ hasText: '9005' }).first().click()
  await page.getByRole('note').getByText('9005 Invalid parameter name').waitFor()
})
