import { BrowserWindow, dialog, ipcMain } from 'electron'
import { fileChannels } from '#shared/bridge.ts'
import { AppError } from '#shared/errors.ts'
import { dictionaries, type Language } from '#shared/i18n/index.ts'
import type { App } from '../compose.ts'
import { isTrustedSender } from './security.ts'

/** Endings of images and configurations; the dialog offers all files, too. */
const extensions = [
  'bin',
  'img',
  'upf',
  'zip',
  'trx',
  'fw',
  'rom',
  'tar',
  'gz',
  'xz',
  'apk',
  'cfg',
  'xml',
  'wav',
  'mp3',
]

/**
 * Lets a person choose files by dialog or drop, and makes sure that the page adds those and no others: what it asks for is
 * checked against what was chosen. Gives the app as the page may use it.
 */
export function guardFiles(
  app: Pick<App, 'invoke' | 'onEvent'>,
  language: () => Language,
): Pick<App, 'invoke' | 'onEvent'> {
  const chosen = new Set<string>()
  const grant = (paths: string[]): string[] => {
    for (const path of paths) chosen.add(path)
    return paths
  }
  ipcMain.handle(fileChannels.choose, async (event) => {
    if (!isTrustedSender(event)) throw new Error('Refused')
    const window = BrowserWindow.fromWebContents(event.sender)
    const { title, images, all } = dictionaries[language()].firmware.dialog
    const options: Electron.OpenDialogOptions = {
      title,
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: images, extensions },
        { name: all, extensions: ['*'] },
      ],
    }
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return grant(filePaths)
  })
  ipcMain.handle(fileChannels.dropped, (event, paths: unknown) => {
    if (!isTrustedSender(event)) throw new Error('Refused')
    return grant(Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : [])
  })
  return {
    onEvent: (listener) => app.onEvent(listener),
    invoke(name, params) {
      const path = name === 'firmware.add' ? (params as { path?: unknown } | null)?.path : undefined
      if (name === 'firmware.add' && !(typeof path === 'string' && chosen.has(path))) {
        return Promise.reject(new AppError('FIRMWARE_NOT_CHOSEN'))
      }
      return app.invoke(name, params)
    },
  }
}
