import { afterEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection, startDemoBox } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

test('from an empty start to a box in the list, by one button', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await page.getByRole('heading', { name: 'Bring a box to this laptop' }).waitFor()
  await page.getByText('Waiting for an Inform').waitFor()

  await startDemoBox(page)

  const url = await page.getByRole('status', { name: 'ACS URL' }).textContent()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/acs$/)
  await page.getByRole('img', { name: 'QR code of the ACS URL' }).waitFor()
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(1)

  await openSection(page, 'Boxes')
  const row = page.getByRole('grid', { name: 'Boxes' }).getByRole('row').filter({ hasText: 'STB-4K200' })
  expect(await row.textContent()).toContain('1 BOOT')
  await row.click()
  await page.getByRole('heading', { level: 1, name: /STB-4K200/ }).waitFor()
  await page.getByRole('gridcell', { name: /Software version/ }).waitFor()
})

test('a new box is on the screen within 100 ms of its event', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await openSection(page, 'Boxes')
  const delay = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let heardAt = 0
        window.fieldacs.subscribe(({ name }) => {
          if (name === 'device.changed') heardAt ||= performance.now()
        })
        new MutationObserver(() => {
          if (document.body.textContent.includes('STB-4K200')) resolve(performance.now() - heardAt)
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await call(page, 'virtual.start', { kind: 'stb', count: 1 })
  expect(await delay).toBeLessThan(100)
})

test('the copy button puts the ACS URL on the clipboard', async () => {
  launched = await launchApp({ args: freePorts })
  const { page, app } = launched
  await page.getByRole('main').getByRole('button', { name: 'Copy ACS URL' }).click()
  await page.getByText('Copied').waitFor()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^http:\/\/.*\/acs$/)
})
