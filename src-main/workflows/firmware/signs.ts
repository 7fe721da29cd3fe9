import type { TimelineEntry } from '#shared/model/firmware-push.ts'
import type { Arrival } from '../../jobs/arrivals.ts'
import { informValue, informWith, transferCompleteOf } from '../../jobs/expect.ts'

/**
 * A message of the box that bears on a push: its report, a restart with the whole file (or with another version) in it, or
 * a restart before that.
 */
export type Sign = TimelineSign &
  ({ kind: 'report'; fault: number; message: string } | { kind: 'restart' } | { kind: 'early' })

/** What a sign is called in the timeline. */
interface TimelineSign {
  seq: number
  at: string
  entry: string
  params: TimelineEntry['params']
}

const bootOf = informWith(0, 1)

/** Picks the signs of one push (TR-069 3.7.1.5: 7 TRANSFER COMPLETE, 1 BOOT). */
export function signIn(
  commandKey: string,
  from: string,
  hasTakenAll: () => boolean,
): (arrival: Arrival) => Sign | undefined {
  const reportOf = transferCompleteOf(commandKey)
  return (arrival) => {
    const { seq, at } = arrival
    const report = reportOf(arrival)
    if (report) {
      const { code: fault, message } = report.fault
      const entry = fault === 0 ? 'reportedSuccess' : 'reportedFault'
      return { kind: 'report', seq, at, entry, fault, message, params: { fault, message } }
    }
    const boot = bootOf(arrival)
    if (!boot) return undefined
    const version = informValue(boot.inform, 'DeviceInfo.SoftwareVersion')
    const isAfter = hasTakenAll() || (version !== '' && version !== from)
    const events = boot.inform.events.map(({ code }) => code).join(', ')
    const params = { events, version }
    return isAfter
      ? { kind: 'restart', seq, at, entry: 'restarted', params }
      : { kind: 'early', seq, at, entry: 'restartedEarly', params }
  }
}
