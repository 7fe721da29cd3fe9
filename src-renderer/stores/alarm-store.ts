import { create } from 'zustand'
import type { EventMessage } from '#shared/contract.ts'
import type { ErrorData } from '#shared/errors.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import { call, toShownError } from '../api.ts'

type Table = Readonly<Record<string, Alarm>>

interface AlarmStore {
  alarms: Table
  isReady: boolean
  error: ErrorData | null
}

const keptAlarms = 2000

export const useAlarmStore = create<AlarmStore>()(() => ({ alarms: {}, isReady: false, error: null }))

/** Fetches what stands and what was last; to be called when the window opens, and after it has slept. */
export async function fetchAlarms(): Promise<void> {
  try {
    const [standing, last] = await Promise.all([
      call('faults.list', { activeOnly: true, limit: keptAlarms }),
      call('faults.list', { limit: keptAlarms }),
    ])
    useAlarmStore.setState(({ alarms }) => ({ alarms: withAlarms(alarms, [...standing, ...last]), isReady: true }))
  } catch (error) {
    useAlarmStore.setState({ error: toShownError(error) })
  }
}

/** Takes up the alarms among a bundle of events. */
export function takeAlarmEvents(messages: readonly EventMessage[]): void {
  const changed = messages.flatMap((message) => (message.name === 'fault.changed' ? [message.data] : []))
  if (changed.length > 0) useAlarmStore.setState(({ alarms }) => ({ alarms: withAlarms(alarms, changed) }))
}

/** The later word about an alarm counts: an answer may be older than an event. */
export function withAlarms(alarms: Table, added: readonly Alarm[]): Table {
  const next = { ...alarms }
  for (const alarm of added) {
    const known = next[alarm.id]
    const isOlder = known && known.changedAt > alarm.changedAt
    const isForgetful = known && known.dismissedAt !== null && known.changedAt === alarm.changedAt
    if (!isOlder && !(isForgetful && alarm.dismissedAt === null)) next[alarm.id] = alarm
  }
  return next
}

/** Whether an alarm stands and nobody has seen it. */
export function isStanding({ clearedAt, dismissedAt }: Pick<Alarm, 'clearedAt' | 'dismissedAt'>): boolean {
  return clearedAt === null && dismissedAt === null
}

/** How many alarms stand, of one box or of all. */
export function useStandingCount(deviceId?: string): number {
  return useAlarmStore(
    ({ alarms }) =>
      Object.values(alarms).filter(
        (alarm) => isStanding(alarm) && (deviceId === undefined || alarm.deviceId === deviceId),
      ).length,
  )
}
