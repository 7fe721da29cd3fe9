import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron'
import { isOwnUrl } from './page.ts'

const trusted = new Set<number>()

/** Lets this window's page call the contract; every other sender is refused. */
export function trustWebContents(contents: WebContents): void {
  // Once the window is gone its `id` can no longer be read.
  const { id } = contents
  trusted.add(id)
  contents.once('destroyed', () => trusted.delete(id))
}

/** Whether a message comes from the top frame of our page in one of our windows. */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return trusted.has(event.sender.id) && frame !== null && frame === event.sender.mainFrame && isOwnUrl(frame.url)
}

/** Denies every way out of the page: windows, navigation, webviews. To be called before the first window opens. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Takes network and permissions away from the page: it may load its own files, and write text to the clipboard. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(isAllowed(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayRequest(details.url) })
  })
  // Exports are made in the page and leave as a blob through the system's save dialog.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}

/** The copy buttons; reading the clipboard stays denied. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}

function mayRequest(url: string): boolean {
  if (isOwnUrl(url) || url.startsWith('blob:') || url.startsWith('data:')) return true
  if (app.isPackaged) return false
  // Development only: the developer tools, and the hot-reload socket of the development server.
  return url.startsWith('devtools:') || (url.startsWith('ws:') && isOwnUrl(url.replace(/^ws:/, 'http:')))
}
