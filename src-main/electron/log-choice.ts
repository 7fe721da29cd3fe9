import { BrowserWindow, dialog, ipcMain } from 'electron'
import { logChannel } from '#shared/bridge.ts'
import { AppError } from '#shared/errors.ts'
import type { LiveLog, LogSource } from '#shared/model/log-view.ts'
import type { App } from '../compose.ts'
import { isTrustedSender } from './security.ts'

type Invoke = App['invoke']

/**
 * Lets a person choose logs to look at, and makes sure that the page opens those, or logs of the app's own, and no other
 * file. Gives the app as the page may use it.
 */
export function guardLogs(app: Pick<App, 'invoke' | 'onEvent'>): Pick<App, 'invoke' | 'onEvent'> {
  const chosen = new Set<string>()
  ipcMain.handle(logChannel, async (event): Promise<string[]> => {
    if (!isTrustedSender(event)) throw new Error('Refused')
    const window = BrowserWindow.fromWebContents(event.sender)
    const options: Electron.OpenDialogOptions = { properties: ['openFile', 'multiSelections'] }
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    for (const path of filePaths) chosen.add(path)
    return filePaths
  })
  const invoke: Invoke = async (name, params) => {
    if (name === 'logs.open') {
      const path = (params as { path?: unknown } | null)?.path
      if (typeof path !== 'string' || !(chosen.has(path) || (await isOwn(app, path))))
        throw new AppError('BAD_REQUEST', { field: 'path', detail: 'not chosen in the dialog' })
    }
    return app.invoke(name, params)
  }
  return { onEvent: (listener) => app.onEvent(listener), invoke }
}

/** Whether a file is a log that the app itself has collected or received. */
async function isOwn(app: Pick<App, 'invoke'>, path: string): Promise<boolean> {
  const sources = (await app.invoke('logs.list', {})) as LogSource[]
  const live = (await app.invoke('logs.live', {})) as LiveLog | null
  return live?.path === path || sources.some((source) => source.path === path)
}
