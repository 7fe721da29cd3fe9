import type { DeviceStatus } from '#shared/model/device.ts'

/** What can happen to a box's status. */
export type LifeEvent = 'informed' | 'sessionCompleted' | 'refused' | 'silent'

/** The next status: an Inform brings any box back, a completed session makes it managed (ux: lifecycle states). */
export function nextStatus(status: DeviceStatus, event: LifeEvent): DeviceStatus {
  switch (event) {
    case 'informed':
      return status === 'managed' ? 'managed' : 'informing'
    case 'sessionCompleted':
      return 'managed'
    case 'refused':
      return 'authFailed'
    case 'silent':
      return status === 'seen' ? 'seen' : 'lost'
  }
}

/** A box that says how often it informs is lost after three missed turns and a minute's grace. */
export function isSilent(lastInformAt: string | null, intervalSeconds: number | null, nowMs: number): boolean {
  if (lastInformAt === null || intervalSeconds === null) return false
  return nowMs - Date.parse(lastInformAt) > (3 * intervalSeconds + 60) * 1000
}
