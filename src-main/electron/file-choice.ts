import { BrowserWindow, dialog, ipcMain } from 'electron'
import { fileChannels } from '#shared/bridge.ts'
import type { CallName } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import { dictionaries, type Language } from '#shared/i18n/index.ts'
import { FileKind } from '#shared/model/file-choice.ts'
import type { LiveLog, LogSource } from '#shared/model/log-view.ts'
import type { App } from '../compose.ts'
import { isTrustedSender } from './security.ts'

type Core = Pick<App, 'invoke' | 'onEvent'>

/** Endings that the dialog shows at first; all files are offered, too. */
const extensions: Record<FileKind, readonly string[]> = {
  firmware: ['bin', 'img', 'upf', 'zip', 'trx', 'fw', 'rom', 'tar', 'gz', 'xz', 'apk', 'cfg', 'xml', 'wav', 'mp3'],
  log: [],
  dataModel: ['xml'],
}

interface Guard {
  refusal: () => AppError
  /** Files that nobody chose and that may be opened all the same. */
  isOwn?: (core: Core, path: string) => Promise<boolean>
}

const notChosen = () => new AppError('BAD_REQUEST', { field: 'path', detail: 'not chosen in the dialog' })

/** Calls that open files: those in their `path` and `beside`. */
const guards: Partial<Record<CallName, Guard>> = {
  'firmware.add': { refusal: () => new AppError('FIRMWARE_NOT_CHOSEN') },
  'logs.open': { refusal: notChosen, isOwn: isOwnLog },
  'dataModels.import': { refusal: notChosen },
}

/**
 * Lets a person choose files by dialog or drop, and makes sure that the page opens those and no others: what it asks for is
 * checked against what was chosen. Gives the app as the page may use it.
 */
export function guardFiles(core: Core, language: () => Language): Core {
  const chosen = new Set<string>()
  const grant = (paths: string[]): string[] => {
    for (const path of paths) chosen.add(path)
    return paths
  }
  ipcMain.handle(fileChannels.choose, async (event, kind: unknown) => {
    if (!isTrustedSender(event)) throw new Error('Refused')
    const window = BrowserWindow.fromWebContents(event.sender)
    const options = dialogFor(FileKind.parse(kind), language())
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return grant(filePaths)
  })
  ipcMain.handle(fileChannels.dropped, (event, paths: unknown) => {
    if (!isTrustedSender(event)) throw new Error('Refused')
    return grant(Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : [])
  })
  return {
    onEvent: (listener) => core.onEvent(listener),
    async invoke(name, params) {
      const guard = guards[name]
      for (const path of guard ? pathsOf(params) : []) {
        const mayOpen = typeof path === 'string' && (chosen.has(path) || (await guard?.isOwn?.(core, path)))
        if (guard && !mayOpen) throw guard.refusal()
      }
      return core.invoke(name, params)
    },
  }
}

function dialogFor(kind: FileKind, language: Language): Electron.OpenDialogOptions {
  const { titles, filters, all } = dictionaries[language].fileDialogs
  const everything = { name: all, extensions: ['*'] }
  const own = extensions[kind]
  return {
    title: titles[kind],
    properties: ['openFile', 'multiSelections'],
    filters: own.length === 0 ? [everything] : [{ name: filters[kind], extensions: [...own] }, everything],
  }
}

/** What a call would open; a call without a path asks for `undefined`, which nobody has chosen. */
function pathsOf(params: unknown): unknown[] {
  const { path, beside = [] } = (params ?? {}) as { path?: unknown; beside?: unknown }
  return [path, ...(Array.isArray(beside) ? beside : [beside])]
}

/** Whether a file is a log that the app itself has collected or received. */
async function isOwnLog(core: Core, path: string): Promise<boolean> {
  const sources = (await core.invoke('logs.list', {})) as LogSource[]
  const live = (await core.invoke('logs.live', {})) as LiveLog | null
  return live?.path === path || sources.some((source) => source.path === path)
}
