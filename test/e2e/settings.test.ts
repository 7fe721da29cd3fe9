import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, choose, freePorts, openSection, startDemoBox } from './steps.ts'

let launched: LaunchedApp
afterEach(() => launched.close())

test('language and theme change without a restart', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await openSection(page, 'Settings')
  await choose(page, 'Theme', 'Dark')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark')
  await choose(page, 'Language', '中文')
  await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
})

test('the language of the system is taken at the first start', async () => {
  launched = await launchApp({ args: freePorts, locale: 'zh-CN' })
  await launched.page.getByRole('heading', { name: '让设备连上这台电脑' }).waitFor()
})

test('a demo box logs in by digest when the settings want it', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await openSection(page, 'Settings')
  await choose(page, 'How boxes prove who they are', 'Digest')
  await page.getByRole('textbox', { name: 'User name' }).fill('stb')
  await page.getByRole('textbox', { name: 'User name' }).press('Enter')
  await page.getByLabel('Password', { exact: true }).fill('secret')
  await page.getByLabel('Password', { exact: true }).press('Tab')
  await expect
    .poll(async () => (await call(page, 'settings.get', {})).cwmp)
    .toMatchObject({ auth: 'digest', username: 'stb' })
  await startDemoBox(page)
  await page
    .getByText('The box must log in as “stb” (Digest).')
    .or(page.getByText('only works on this laptop'))
    .waitFor()
})

test('a number out of range is refused beside its field and not kept', async () => {
  launched = await launchApp({ args: freePorts })
  const { page } = launched
  await openSection(page, 'Settings')
  const field = page.getByRole('textbox', { name: 'Sessions at one time' })
  await field.fill('0')
  await field.press('Enter')
  await page.getByText('This value cannot be used · From 1 to 10000').waitFor()
  expect((await call(page, 'settings.get', {})).cwmp.maxSessions).toBe(100)
})

test('a port in use is said where it stands, and the offered port is taken by one click', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  const { port } = await new Promise<AddressInfo>((resolve) =>
    other.once('listening', () => resolve(other.address() as AddressInfo)),
  )
  try {
    launched = await launchApp()
    const { page } = launched
    await call(page, 'settings.set', { adapter: { name: 'lo', address: '127.0.0.1' }, cwmp: { port } })
    await openSection(page, 'Start')
    const alert = page.getByRole('alert').filter({ hasText: `Port ${port} is in use` })
    await alert.waitFor()
    await alert.getByRole('button', { name: `Use port ${port + 1}` }).click()
    await page.getByText(`TCP port ${port + 1}`).waitFor()
    await alert.waitFor({ state: 'detached' })
  } finally {
    other.close()
  }
})
