import type { CallName, EventMessage } from './contract.ts'
import type { ErrorData } from './errors.ts'
import type { FileKind, SaveChoice } from './model/file-choice.ts'

/** How an answer crosses IPC: Electron mangles thrown errors, so failures travel as data. */
export type CallReply = { ok: true; value: unknown } | { ok: false; error: ErrorData }

/** What the preload script puts on `window.fieldacs`: all that the renderer can reach of the main process. */
export interface Bridge {
  /** Answers with the call's output, not yet typed; `src-renderer/api.ts` types it from the contract. */
  invoke(name: CallName, params: unknown): Promise<CallReply>
  /** Hears every event of the main process; the answer unsubscribes. */
  subscribe(listener: (message: EventMessage) => void): () => void
  /** Opens the system's file dialog; what is chosen there, and nothing else, may then be given to calls that open files. */
  chooseFiles(kind: FileKind): Promise<string[]>
  /** The paths of files that were dropped on the window (a list of DOM `File`s); they count as chosen, too. */
  acceptDropped(files: readonly object[]): Promise<string[]>
  /** Lets the person choose where a file is to be saved; null where they did not. Only such a path may be written to. */
  chooseSavePath(choice: SaveChoice): Promise<string | null>
  /** Shows a file that was saved in its folder. */
  showInFolder(path: string): Promise<void>
  platform: string
}

/** The IPC channels of the file dialog and of dropped files. */
export const fileChannels = { choose: 'files:choose', dropped: 'files:dropped' } as const

/** The IPC channel of a call. */
export function callChannel(name: CallName): string {
  return `call:${name}`
}

/** The IPC channel of showing a saved file. */
export const showChannel = 'shell:show'

/** The IPC channel of the save dialog. */
export const saveChannel = 'dialog:save'

/** The one IPC channel of all events. */
export const eventChannel = 'event'
