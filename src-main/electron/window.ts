import path from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { dictionaries, resolveLanguage } from '#shared/i18n/index.ts'
import { fill } from '#shared/i18n/word-error.ts'
import { type PageOptions, pageUrl } from './page.ts'
import { trustWebContents } from './security.ts'
import { loadBounds, saveBoundsOnClose } from './window-bounds.ts'

export interface WindowOptions {
  page: PageOptions
  /** File that remembers where the window stood. */
  boundsFile: string
}

/** Opens the window: hidden until the page has drawn itself, so that nobody sees an empty one. */
export function openWindow({ page, boundsFile }: WindowOptions): BrowserWindow {
  const bounds = loadBounds(boundsFile)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(bounds && { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }),
    minWidth: 880,
    minHeight: 600,
    show: false,
    title: 'FieldACS',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181a' : '#f4f5f2',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // The live lists go on counting seconds while the technician looks at another window.
      backgroundThrottling: false,
    },
  })
  trustWebContents(window.webContents)
  saveBoundsOnClose(window, boundsFile)
  window.once('ready-to-show', () => {
    if (bounds?.maximized) window.maximize()
    window.show()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') offerReload(window, details.reason)
  })
  window.loadURL(pageUrl(page)).catch((error: unknown) => {
    dialog.showErrorBox('FieldACS', `The window could not be loaded. Install FieldACS again.\n\n${String(error)}`)
  })
  return window
}

/** The page died; the core, its sessions and its jobs did not. */
function offerReload(window: BrowserWindow, reason: string): void {
  const texts = dictionaries[resolveLanguage(app.getLocale())].shell.crash
  const choice = dialog.showMessageBoxSync(window, {
    type: 'error',
    message: texts.message,
    detail: fill(texts.detail, { reason }),
    buttons: [texts.reload, texts.quit],
  })
  if (choice === 0) window.webContents.reload()
  else window.close()
}
