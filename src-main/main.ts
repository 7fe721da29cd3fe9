import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { toErrorData } from '#shared/errors.ts'
import { type App, compose } from './compose.ts'
import { showAlarmNotices } from './electron/alarm-notices.ts'
import { parseCommandLine } from './electron/command-line.ts'
import { dataDirProblem } from './electron/data-dir-problem.ts'
import { guardFiles } from './electron/file-choice.ts'
import { connectIpc } from './electron/ipc.ts'
import { followLanguage } from './electron/language.ts'
import { installMenu } from './electron/menu.ts'
import { type PageOptions, pageUrl } from './electron/page.ts'
import { registerPageScheme, servePage } from './electron/page-protocol.ts'
import { nameForNotifications, showPushPresence } from './electron/push-presence.ts'
import { printPdf } from './electron/report-pdf.ts'
import { openCipher } from './electron/safe-storage.ts'
import { denyNavigation, hardenSession } from './electron/security.ts'
import { followSleep } from './electron/sleep.ts'
import { followTheme } from './electron/theme.ts'
import { openWindow } from './electron/window.ts'
import { createLog } from './log/log.ts'
import { createFileSink, stderrSink, teeSink } from './log/sinks.ts'
import { defaultDataDir } from './util/data-dir.ts'
import { appVersion } from './util/version.ts'

const stopTimeoutMs = 5000

app.setName('FieldACS')
nameForNotifications()
const commandLine = parseCommandLine(process.argv.slice(1))
const dataDir = commandLine.dataDir ?? defaultDataDir()
const log = createLog(teeSink(stderrSink, createFileSink(dataDir)))

let core: App | null = null
let window: BrowserWindow | null = null

// Chromium refuses its sandbox to root: there, and only there, the launcher adds --no-sandbox, which this would undo.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
const problem = dataDirProblem(dataDir)
// One app per data folder: the lock lies in userData. Where there is none, the window still needs a place to say so from.
const windowDir = problem ? mkdtempSync(path.join(tmpdir(), 'fieldacs-')) : dataDir
app.setPath('userData', windowDir)
app.setPath('sessionData', path.join(windowDir, 'browser'))
registerPageScheme()
denyNavigation()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', stopBeforeQuit)
  app.whenReady().then(run, showFatal)
} else {
  app.quit()
}

async function run(): Promise<void> {
  hardenSession(session.defaultSession)
  servePage(session.defaultSession)
  installMenu(!app.isPackaged)
  try {
    if (problem) throw problem
    core = await composeCore()
    const language = await followLanguage(core, commandLine.language ?? app.getLocale())
    connectIpc(guardFiles(core, language))
    showPushPresence(core, { window: () => window, language })
    showAlarmNotices(core, { window: () => window, language })
    await followTheme(core, commandLine.theme)
    show({})
    followSleep(core)
    await core.start()
  } catch (error) {
    showFatal(error)
  }
}

function composeCore(): Promise<App> {
  const { cipher, holder } = openCipher(dataDir)
  if (holder === 'keyFile') log.warn('No system key store: secrets are sealed with a key file', { dataDir })
  return compose({
    dataDir,
    version: appVersion(),
    demo: commandLine.demo,
    ...(commandLine.bind !== undefined && { bind: commandLine.bind }),
    ...(commandLine.acsPort !== undefined && { acsPort: commandLine.acsPort }),
    cipher,
    printPdf,
    log,
  })
}

/** The page itself words what went wrong and what to do: never a white window, never a bare stack trace. */
function showFatal(error: unknown): void {
  log.error('Cannot start', { error })
  show({ fatal: JSON.stringify(toErrorData(error)) })
}

function show(options: PageOptions): void {
  const page: PageOptions = { lang: commandLine.language ?? app.getLocale(), ...options }
  if (window) void window.loadURL(pageUrl(page))
  else window = openWindow({ page, boundsFile: path.join(windowDir, 'window.json') })
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** Servers and database close before the process ends, but a server that hangs does not keep it alive. */
function stopBeforeQuit(event: Electron.Event): void {
  if (!core) return
  event.preventDefault()
  const stopping = core.stop()
  core = null
  const timeout = new Promise((resolve) => setTimeout(resolve, stopTimeoutMs))
  Promise.race([stopping, timeout])
    .catch((error: unknown) => log.error('Did not stop cleanly', { error }))
    .finally(() => app.exit(0))
}
