import { type BrowserWindow, Notification } from 'electron'
import { dictionaries } from '#shared/i18n/index.ts'
import { fill } from '#shared/i18n/word-error.ts'
import { type Alarm, problemOf } from '#shared/model/alarm.ts'
import type { App } from '../compose.ts'
import type { PresenceOptions } from './push-presence.ts'

/** A box that flaps raises the same trouble over and over: once in this time is enough. */
const quietMs = 60_000

/** Says by the system's notifications that a grave alarm was raised while the window is not looked at. */
export function showAlarmNotices(app: Pick<App, 'onEvent'>, { window, language }: PresenceOptions): void {
  const last = new Map<string, number>()
  const names = new Map<string, string>()
  app.onEvent((message) => {
    if (message.name === 'device.changed') {
      const { id, modelName, productClass, serialNumber } = message.data
      names.set(id, `${modelName || productClass} ${serialNumber}`)
    }
    if (message.name !== 'fault.changed' || !isNews(message.data)) return
    const { deviceId, key } = message.data
    const about = `${deviceId} ${key}`
    if (Date.now() - (last.get(about) ?? 0) < quietMs) return
    last.set(about, Date.now())
    notify(message.data, names.get(deviceId) ?? deviceId)
  })

  function notify(alarm: Alarm, box: string): void {
    const target: BrowserWindow | null = window()
    if (target?.isFocused() || !Notification.isSupported()) return
    const { notification, severities } = dictionaries[language()].alarms
    const notice = new Notification({
      title: fill(notification.title, { severity: severities[alarm.severity] }),
      body: fill(notification.body, { box, problem: problemOf(alarm) }),
    })
    notice.on('click', () => window()?.focus())
    notice.show()
  }
}

/** Grave, just raised, and not seen yet. */
function isNews({ severity, raisedAt, changedAt, clearedAt, dismissedAt }: Alarm): boolean {
  const isGrave = severity === 'critical' || severity === 'major'
  return isGrave && clearedAt === null && dismissedAt === null && raisedAt === changedAt
}
