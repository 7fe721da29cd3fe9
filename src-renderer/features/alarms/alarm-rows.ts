import type { Alarm, AlarmSeverity } from '#shared/model/alarm.ts'
import { isStanding } from '../../stores/alarm-store.ts'

const severityOrder: readonly AlarmSeverity[] = ['critical', 'major', 'minor', 'warning', 'indeterminate']

export interface AlarmFilter {
  show: 'standing' | 'all'
  deviceId: string | undefined
  text: string
  /** What is said of a box, to be found by it. */
  boxName: (deviceId: string) => string
}

/** The rows to show: standing ones first, the worst of them on top; then the latest. */
export function alarmRows(alarms: readonly Alarm[], { show, deviceId, text, boxName }: AlarmFilter): Alarm[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = (alarm: Alarm) => {
    if (deviceId !== undefined && alarm.deviceId !== deviceId) return false
    if (show === 'standing' && !isStanding(alarm)) return false
    const { type, probableCause, specificProblem, parameter } = alarm
    const searched = [boxName(alarm.deviceId), alarm.text, type, probableCause, specificProblem, parameter]
      .join(' ')
      .toLowerCase()
    return words.every((word) => searched.includes(word))
  }
  const rank = (alarm: Alarm) => (isStanding(alarm) ? severityOrder.indexOf(alarm.severity) : severityOrder.length)
  return alarms.filter(fits).sort((a, b) => rank(a) - rank(b) || b.raisedAt.localeCompare(a.raisedAt))
}
