import path from 'node:path'
import { BrowserWindow, dialog, ipcMain, shell } from 'electron'
import { saveChannel, showChannel } from '#shared/bridge.ts'
import type { CallName } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import { SaveChoice } from '#shared/model/file-choice.ts'
import { isTrustedSender } from './security.ts'

/** Calls that write a file where their `path` says. */
const writingCalls: ReadonlySet<CallName> = new Set<CallName>([
  'trace.export',
  'monitor.export',
  'collect.export',
  'report.save',
])

/** The page cannot name a file by itself: it may write only where the person has chosen in the system's dialog. */
export class SaveDialog {
  readonly #chosen = new Set<string>()

  /** Answers the page's wish for a dialog; the answer takes the handler away. */
  connect(): () => void {
    ipcMain.handle(saveChannel, async (event, params: unknown): Promise<string | null> => {
      if (!isTrustedSender(event)) throw new Error('Refused')
      const { suggestedName, extension } = SaveChoice.parse(params)
      const window = BrowserWindow.fromWebContents(event.sender)
      const options = {
        // A suggestion is a name: it leads to no other folder.
        defaultPath: path.basename(suggestedName),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      }
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options)
      if (canceled || filePath === '') return null
      this.#chosen.add(filePath)
      return filePath
    })
    ipcMain.handle(showChannel, (event, path: unknown) => {
      if (!isTrustedSender(event)) throw new Error('Refused')
      if (typeof path === 'string' && this.#chosen.has(path)) shell.showItemInFolder(path)
    })
    return () => {
      ipcMain.removeHandler(saveChannel)
      ipcMain.removeHandler(showChannel)
    }
  }

  /** Throws BAD_REQUEST for a call that would write to a file that nobody has chosen. */
  check(name: CallName, params: unknown): void {
    if (!writingCalls.has(name)) return
    const wanted = typeof params === 'object' && params !== null && 'path' in params ? params.path : undefined
    if (typeof wanted === 'string' && this.#chosen.has(wanted)) return
    throw new AppError('BAD_REQUEST', { field: 'path', detail: 'not chosen in the save dialog' })
  }
}
