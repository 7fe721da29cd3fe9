import { AppError } from '#shared/errors.ts'
import type { Alarm, AlarmSource } from '#shared/model/alarm.ts'
import type { Inform } from '../cwmp/codec/messages.ts'
import { alarmsFromInform } from './from-inform.ts'
import { mergeAlarms } from './merge.ts'
import type { AlarmReport } from './report.ts'

/** The part of the store that faults need. */
export interface AlarmRecords {
  get(id: string): Alarm | null
  list(query: { deviceId?: string | undefined; activeOnly: boolean; limit: number }): Alarm[]
  /** Those that stand, and the last of each of these keys. */
  known(deviceId: string, keys: readonly string[]): Alarm[]
  put(alarms: readonly Alarm[]): void
}

export interface FaultServiceDeps {
  records: AlarmRecords
  onChange: (alarm: Alarm) => void
}

/** The troubles of all boxes: taken from whatever tells of them, kept, told on every change. */
export class FaultService {
  readonly #deps: FaultServiceDeps

  constructor(deps: FaultServiceDeps) {
    this.#deps = deps
  }

  list(query: { deviceId?: string | undefined; activeOnly: boolean; limit: number }): Alarm[] {
    return this.#deps.records.list(query)
  }

  /** Takes what an Inform says. */
  informed(deviceId: string, inform: Inform): void {
    this.report(deviceId, alarmsFromInform(inform))
  }

  /** Takes reports; `complete` names sources of which these are all that stands. */
  report(deviceId: string, reports: readonly AlarmReport[], complete: readonly AlarmSource[] = []): void {
    if (reports.length === 0 && complete.length === 0) return
    const known = this.#deps.records.known(
      deviceId,
      reports.map(({ key }) => key),
    )
    this.#put(mergeAlarms(known, reports, { deviceId, now: new Date().toISOString(), complete }))
  }

  /** Somebody has seen it; it comes back when it is raised anew. Throws NOT_FOUND. */
  dismiss(id: string): Alarm {
    const alarm = this.#deps.records.get(id)
    if (alarm === null) throw new AppError('NOT_FOUND', { id })
    const dismissed = { ...alarm, dismissedAt: alarm.dismissedAt ?? new Date().toISOString() }
    this.#put([dismissed])
    return dismissed
  }

  #put(changed: readonly Alarm[]): void {
    if (changed.length === 0) return
    this.#deps.records.put(changed)
    for (const alarm of changed) this.#deps.onChange(alarm)
  }
}
