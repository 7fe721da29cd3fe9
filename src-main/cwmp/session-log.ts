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
  readonly #known = new WeakMap<CwmpSession, Session>()

  constructor(records: SessionRecords, onChange: (session: Session) => void) {
    this.#records = records
    this.#onChange = onChange
  }

  opened(session: CwmpSession, inform: Inform): void {
    const record = {
      ...recordOf(session.id, session.remoteAddress, inform),
      deviceId: session.deviceId,
      cwmpVersion: session.version,
    }
    this.#known.set(session, record)
    this.#insert(record)
  }

  /** An Inform that was refused or redirected makes a session of its own, already ended. */
  turnedAway(deviceId: string, { sessionId, inform, address, outcome, reason }: TurnedAway): void {
    const record = recordOf(sessionId, address, inform)
    this.#insert({ ...record, deviceId, endedAt: record.startedAt, outcome, reason, messageCount: 2 })
  }

  /** A session that broke before its Inform was understood. */
  broken(session: CwmpSession, reason: string): void {
    const record = recordOf(session.id, session.remoteAddress, null)
    const { messageCount } = session
    const ended: Session = { ...record, endedAt: record.startedAt, outcome: 'failed', reason, messageCount }
    this.#known.set(session, ended)
    this.#insert(ended)
  }

  /** Boxes deviate after the end, too. */
  warned(session: CwmpSession, warnings: readonly Warning[]): void {
    const record = this.#known.get(session)
    if (!record || record.warnings.length >= maxWarnings) return
    this.#update(session, record, { warnings: [...record.warnings, ...warnings].slice(0, maxWarnings) })
  }

  ended(session: CwmpSession, outcome: EndOutcome, reason: string): void {
    const record = this.#known.get(session)
    if (!record) return
    const endedAt = new Date().toISOString()
    this.#update(session, record, { endedAt, outcome, reason, messageCount: session.messageCount })
  }

  #insert(record: Session): void {
    this.#records.insert(record)
    this.#onChange(record)
  }

  #update(session: CwmpSession, record: Session, patch: Partial<Session>): void {
    const changed = { ...record, ...patch }
    this.#known.set(session, changed)
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
