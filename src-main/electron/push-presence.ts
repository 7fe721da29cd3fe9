import { type BrowserWindow, app as electronApp, Notification, powerSaveBlocker } from 'electron'
import { dictionaries, type Language } from '#shared/i18n/index.ts'
import { fill } from '#shared/i18n/word-error.ts'
import type { App } from '../compose.ts'
import { PushTally } from './push-tally.ts'

export interface PresenceOptions {
  window: () => BrowserWindow | null
  language: () => Language
}

/** While boxes are updated: keeps the computer awake, shows how far on the taskbar, and says when all of them are through. */
export function showPushPresence(app: Pick<App, 'onEvent'>, { window, language }: PresenceOptions): void {
  const tally = new PushTally()
  let blocker: number | null = null
  app.onEvent((message) => {
    if (message.name !== 'job.changed' || message.data.kind !== 'firmware') return
    const { underWay, progress, ended } = tally.take(message.data)
    if (underWay > 0) blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
    window()?.setProgressBar(underWay > 0 ? progress : -1)
    if (ended) notify(ended)
  })

  function notify(counts: { succeeded: number; failed: number }): void {
    const { title, body } = dictionaries[language()].firmware.notification
    if (!window()?.isFocused()) window()?.flashFrame(true)
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body: fill(body, counts) })
    notification.on('click', () => window()?.focus())
    notification.show()
  }
}

/** Windows shows notifications only of apps that name themselves; the name is that of the installer. */
export function nameForNotifications(): void {
  electronApp.setAppUserModelId('org.fieldacs.app')
}
