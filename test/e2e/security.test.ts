import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { freePorts } from './steps.ts'

let launched: LaunchedApp
beforeAll(async () => {
  launched = await launchApp({ args: freePorts })
  await launched.page.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => launched.close())

describe('the page', () => {
  test('has neither Node nor Electron', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    )
    expect(found).toEqual([])
    expect(
      await launched.page.evaluate(() => Object.keys(window.fieldacs).toSorted((a, b) => a.localeCompare(b))),
    ).toEqual(['acceptDropped', 'chooseFiles', 'chooseSavePath', 'invoke', 'platform', 'showInFolder', 'subscribe'])
  })

  test('cannot reach the network', async () => {
    const { acsUrl } = await launched.page.evaluate(async () => {
      const reply = await window.fieldacs.invoke('app.snapshot', {})
      return reply.ok ? (reply.value as { endpoints: { acsUrl: string } }).endpoints : { acsUrl: '' }
    })
    const outcome = await launched.page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'blocked',
        ),
      acsUrl,
    )
    expect(outcome).toBe('blocked')
  })

  test('cannot open windows, navigate away or run inline scripts', async () => {
    const { page, app } = launched
    const before = page.url()
    await page.evaluate(() => window.open('https://example.com'))
    await page.evaluate(() => {
      window.location.href = 'https://example.com'
    })
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.wasRun = true'
      document.body.append(script)
    })
    await page.waitForTimeout(300)
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('is refused what is not in the contract, and told what is wrong with what is', async () => {
    const { page } = launched
    const unknown = await page.evaluate(() =>
      window.fieldacs.invoke('app.quit' as 'app.snapshot', {}).then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(unknown).toBe('refused')
    const bad = await page.evaluate(() => window.fieldacs.invoke('devices.get', { id: 7 }))
    expect(bad).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
  })

  test('lives in a sandboxed, isolated window', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webSecurity: true,
    })
  })
})
