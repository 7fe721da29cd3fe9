import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { root } from '../../src-main/launch/context.mjs'
import { electronArgs, ensureElectron } from '../../src-main/launch/electron-runtime.mjs'

export type LaunchOptions = {
  /** Arguments for the app, as after `npm start --`. */
  args?: string[]
  env?: Record<string, string>
  /** Language the system reports; the app's own setting may override it. */
  locale?: 'en-US' | 'zh-CN'
  /** Kept after close() when given, so that a test can start the app again on the same data. */
  dataDir?: string
}

export type LaunchedApp = { app: ElectronApplication; page: Page; dataDir: string; close: () => Promise<void> }

/**
 * Starts the built app (run `node test/run.mjs e2e` or `npm run build` first) and waits for its first window.
 * Data lies in a temporary folder that close() removes. Rejects when no window opens within 30 s, with what the app printed.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const { args = [], env = {}, locale = 'en-US' } = options
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-')))
  const { executablePath, extraArgs } = await resolveElectron()
  const app = await _electron.launch({
    executablePath,
    args: [...extraArgs, `--lang=${locale}`, root, '--data-dir', dataDir, ...args],
    env: { ...definedEnv(), LANGUAGE: locale.replace('-', '_'), ...env },
    timeout: 30_000,
  })
  const page = await app.firstWindow({ timeout: 30_000 })
  await page.waitForLoadState('domcontentloaded')
  return { app, page, dataDir, close }

  async function close() {
    // A page that asks before it is left (unsaved changes, a box still pointed here) would keep the app open.
    const leave = app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        webContents.on('will-prevent-unload', (event) => event.preventDefault())
      }
    })
    // An app that a test has ended already cannot be asked.
    await leave.catch(() => {})
    await app.close()
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
  }
}

async function resolveElectron() {
  const { FIELDACS_ELECTRON, FIELDACS_ELECTRON_ARGS } = process.env
  if (!FIELDACS_ELECTRON) return { executablePath: (await ensureElectron()).executable, extraArgs: electronArgs() }
  return { executablePath: FIELDACS_ELECTRON, extraArgs: FIELDACS_ELECTRON_ARGS?.split(' ').filter(Boolean) ?? [] }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
