import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type Bridge, callChannel, eventChannel, fileChannels, saveChannel, showChannel } from '#shared/bridge.ts'
import { calls, type EventMessage } from '#shared/contract.ts'

const bridge: Bridge = {
  invoke(name, params) {
    // A page that asks for anything outside the contract gets no channel to ask on.
    if (!Object.hasOwn(calls, name)) return Promise.reject(new Error('Unknown call'))
    return ipcRenderer.invoke(callChannel(name), params)
  },
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, message: EventMessage) => listener(message)
    ipcRenderer.on(eventChannel, forward)
    return () => ipcRenderer.removeListener(eventChannel, forward)
  },
  chooseFiles: (kind) => ipcRenderer.invoke(fileChannels.choose, kind) as Promise<string[]>,
  acceptDropped(files) {
    // Only the system makes files that have a path: a page cannot name one by itself.
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '')
    return ipcRenderer.invoke(fileChannels.dropped, paths) as Promise<string[]>
  },
  chooseSavePath: (choice) => ipcRenderer.invoke(saveChannel, choice) as Promise<string | null>,
  showInFolder: (path) => ipcRenderer.invoke(showChannel, path),
  platform: process.platform,
}

contextBridge.exposeInMainWorld('fieldacs', bridge)
