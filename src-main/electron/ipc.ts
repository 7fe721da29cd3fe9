import { BrowserWindow, ipcMain } from 'electron'
import { type CallReply, callChannel, eventChannel } from '#shared/bridge.ts'
import { type CallName, calls } from '#shared/contract.ts'
import { toErrorData } from '#shared/errors.ts'
import type { App } from '../compose.ts'
import { SaveDialog } from './save-dialog.ts'
import { isTrustedSender } from './security.ts'

/** Carries the contract between an app and its windows; the answer takes the transport down again. */
export function connectIpc(app: Pick<App, 'invoke' | 'onEvent'>): () => void {
  const names = Object.keys(calls) as CallName[]
  const saveDialog = new SaveDialog()
  const disconnectDialog = saveDialog.connect()
  for (const name of names) {
    ipcMain.handle(callChannel(name), async (event, params: unknown): Promise<CallReply> => {
      // Who is refused learns nothing, not even why.
      if (!isTrustedSender(event)) throw new Error('Refused')
      try {
        saveDialog.check(name, params)
        return { ok: true, value: await app.invoke(name, params) }
      } catch (error) {
        return { ok: false, error: toErrorData(error) }
      }
    })
  }
  const unsubscribe = app.onEvent((message) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, message)
  })
  return () => {
    unsubscribe()
    disconnectDialog()
    for (const name of names) ipcMain.removeHandler(callChannel(name))
  }
}
