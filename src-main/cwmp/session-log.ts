import type { Session, Warning } from '#shared/model/session.ts'
import type { TurnedAway } from './acs-server.ts'
import type { Inform } from './codec/messages.ts'
import type { CwmpSession } from './session.ts'
import type { EndOutcome } from './session-machine.ts'

/** The part of the store that sessions need. */
export interface SessionRecords {
  insert(session: Session): void
  update(id: string, patch: Partial<Session>): void
}

const maxWarnings = 200

/** Keeps the record of each session while it runs: written at start, on warnings and at the end; told on each change. */
export class SessionLog {
  readonly #records: SessionRecords
  readonly #onChange: (session: Session) => void
  readonly #open = new Map<string, Session>()

  constructor(records: SessionRecords, onChange: (session: Session) => void) {
    this.#records = records
    this.#onChange = onChange
  }

  opened(session: CwmpSession, inform: Inform): void {
    this.#insert({
      ...recordOf(session.id, session.remoteAddress, inform),
      deviceId: session.deviceId,
      cwmpVersion: session.version,
    })
  }

  /** An Inform that was refused or redirected makes a session of its own, already ended. */
  turnedAway(deviceId: string, { sessionId, inform, address, outcome, reason }: TurnedAway): void {
    const record = recordOf(sessionId, address, inform)
    this.#insert({ ...record, deviceId, endedAt: record.startedAt, outcome, reason, messageCount: 2 })
    this.#open.delete(sessionId)
  }

  /** A session that broke before its Inform was understood. */
  broken(session: CwmpSession, reason: string): void {
    const now = new Date().toISOString()
    this.#insert({ ...recordOf(session.id, session.remoteAddress, null), endedAt: now, outcome: 'failed', reason })
    this.#open.delete(session.id)
  }

  warned(id: string, warnings: readonly Warning[]): void {
    const record = this.#open.get(id)
    if (!record || record.warnings.length >= maxWarnings) return
    this.#update(record, { warnings: [...record.warnings, ...warnings].slice(0, maxWarnings) })
  }

  ended(session: CwmpSession, outcome: EndOutcome, reason: string): void {
    const record = this.#open.get(session.id)
    if (!record) return
    this.#update(record, { endedAt: new Date().toISOString(), outcome, reason, messageCount: session.messageCount })
    this.#open.delete(session.id)
  }

  #insert(record: Session): void {
    this.#open.set(record.id, record)
    this.#records.insert(record)
    this.#onChange(record)
  }

  #update(record: Session, patch: Partial<Session>): void {
    const changed = { ...record, ...patch }
    this.#open.set(record.id, changed)
    this.#records.update(record.id, patch)
    this.#onChange(changed)
  }
}

function recordOf(id: string, address: string, inform: Inform | null): Session {
  return {
    id,
    deviceId: null,
    address,
    startedAt: new Date().toISOString(),
    endedAt: null,
    outcome: 'open',
    reason: '',
    events: inform?.events.map(({ code }) => code) ?? [],
    cwmpVersion: '',
    messageCount: 0,
    warnings: [],
  }
}
