import { randomUUID } from 'node:crypto'
import type { Alarm, AlarmSource } from '#shared/model/alarm.ts'
import type { AlarmReport } from './report.ts'

export interface MergeOptions {
  deviceId: string
  /** ISO 8601 in UTC. */
  now: string
  /** Sources of which the reports are all that stands: what they do not name is over. */
  complete?: readonly AlarmSource[]
}

/**
 * Brings reports into what is known of one box (alarms that stand, and the last of each key) and gives what changed.
 * Hearing the same thing again changes nothing: an event of a history table is told at every read.
 */
export function mergeAlarms(known: readonly Alarm[], reports: readonly AlarmReport[], options: MergeOptions): Alarm[] {
  const { deviceId, now } = options
  const latest = new Map(known.map((alarm) => [alarm.key, alarm]))
  const changed = new Map<string, Alarm>()
  const put = (alarm: Alarm): void => {
    latest.set(alarm.key, alarm)
    changed.set(alarm.id, alarm)
  }
  for (const report of reports) {
    const last = latest.get(report.key)
    const stands = last !== undefined && last.clearedAt === null
    if (report.kind === 'clear') {
      if (stands && !isOlder(report.boxTime, last.boxTime)) put({ ...last, clearedAt: now, changedAt: now })
      continue
    }
    if (!stands && (last === undefined || isNews(report, last))) put(raised(report, deviceId, now))
    else if (stands && isDifferent(report, last))
      put({ ...last, ...toldBy(report), boxTime: last.boxTime, changedAt: now })
  }
  const named = new Set(reports.filter(({ kind }) => kind === 'raise').map(({ key }) => key))
  for (const alarm of latest.values())
    if (alarm.clearedAt === null && options.complete?.includes(alarm.source) && !named.has(alarm.key))
      put({ ...alarm, clearedAt: now, changedAt: now })
  return [...changed.values()]
}

function raised(report: AlarmReport, deviceId: string, now: string): Alarm {
  const clearedAt = report.kind === 'note' ? now : null
  return {
    id: randomUUID(),
    deviceId,
    raisedAt: now,
    changedAt: now,
    clearedAt,
    dismissedAt: null,
    ...toldBy(report),
    key: report.key,
    boxTime: report.boxTime,
  }
}

function toldBy({ severity, type, probableCause, specificProblem, parameter, source, text }: AlarmReport) {
  return { severity, type, probableCause, specificProblem, parameter, source, text }
}

/** After a clear, the same box time is the old story told again; an event without a time is new each time. */
function isNews(report: AlarmReport, last: Alarm): boolean {
  return report.boxTime === '' || (report.boxTime !== last.boxTime && !isOlder(report.boxTime, last.boxTime))
}

function isDifferent(report: AlarmReport, last: Alarm): boolean {
  return report.severity !== last.severity || report.text !== last.text
}

/** Both as the box wrote them; of one table they have one form, and sort as they read. */
function isOlder(a: string, b: string): boolean {
  return a !== '' && a.length === b.length && a < b
}
