import { afterEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, exploreBox, freePorts, startDemoBox } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

test('a box is held against a template, whose variables are filled in on the spot', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await startDemoBox(page)
  await call(page, 'templates.save', {
    id: 'time',
    name: 'House rules',
    variables: [{ name: 'server', label: 'NTP server', required: true }],
    values: [
      { path: 'Device.Time.NTPServer1', value: '{{server}}' },
      { path: 'Device.ManagementServer.PeriodicInformEnable', value: 'true' },
      { path: 'Device.X_CTC_IPTV.ServiceInfo.Password', value: 'secret1' },
    ],
  })
  await exploreBox(page)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('combobox', { name: 'Left' }).click()
  await page.getByRole('option', { name: /, as last read$/ }).click()
  await page.getByRole('combobox', { name: 'Right' }).click()
  await page.getByRole('option', { name: 'House rules' }).click()
  const panel = page.getByRole('region', { name: 'The template' })
  await panel.getByText('“NTP server” is needed.').waitFor()
  await panel.getByText('1 secret cannot be compared: the box does not show it.').waitFor()
  await panel.getByRole('textbox', { name: 'NTP server' }).fill('ntp.example')
  const rows = page.getByRole('grid', { name: 'Differences' }).getByRole('row')
  await rows.filter({ hasText: 'NTPServer1' }).getByText('ntp.example').waitFor()
  await rows.filter({ hasText: 'NTPServer1' }).getByText('Different').waitFor()
  expect(await rows.filter({ hasText: 'PeriodicInformEnable' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Same 1$/ }).click()
  await rows.filter({ hasText: 'PeriodicInformEnable' }).getByText('Same').waitFor()
})
