import type { Warning } from '#shared/model/session.ts'
import { isFirstContact } from '../credentials/first-contact.ts'
import type { TurnedAway } from '../cwmp/acs-server.ts'
import type { CpeRequest, Inform } from '../cwmp/codec/messages.ts'
import type { CwmpSession, SessionListener } from '../cwmp/session.ts'
import type { SessionLog } from '../cwmp/session-log.ts'
import type { EndOutcome } from '../cwmp/session-machine.ts'
import { type SessionFacts, type SessionWork, WorkQueue } from '../cwmp/work.ts'
import { deviceIdOf } from '../devices/device-id.ts'
import type { DeviceService } from '../devices/device-service.ts'
import type { SessionAccess } from '../jobs/job-in-session.ts'
import type { WakeOutcome } from './wake-outcome.ts'

export interface SessionHubDeps {
  devices: DeviceService
  log: SessionLog
  /** Told of everything a box says by itself, before it is answered. */
  arrived: (deviceId: string, sessionId: string, message: CpeRequest) => void
  /** A box that was never seen, or says that it knows nothing of us. */
  firstContact: (deviceId: string) => void
  wake: (deviceId: string, signal: AbortSignal) => Promise<WakeOutcome>
}

/** Where sessions, devices and the work of jobs meet. */
export class SessionHub implements SessionListener, SessionAccess {
  readonly #deps: SessionHubDeps
  readonly #work = new WorkQueue()
  readonly #open = new Map<string, CwmpSession>()
  readonly #endListeners = new Map<string, Set<() => void>>()

  constructor(deps: SessionHubDeps) {
    this.#deps = deps
  }

  deviceIdOf(inform: Inform, address: string): string {
    return deviceIdOf(inform, address)
  }

  onInformed(session: CwmpSession, inform: Inform): void {
    const id = session.deviceId
    if (id === null) return
    this.#open.set(id, session)
    const wasKnown = this.#deps.devices.find(id) !== undefined
    this.#deps.devices.informed(id, inform, session.remoteAddress, session.version)
    this.#deps.log.opened(session, inform)
    this.#deps.arrived(id, session.id, inform)
    if (isFirstContact(inform, wasKnown)) this.#deps.firstContact(id)
  }

  onCpeRequest(session: CwmpSession, request: Exclude<CpeRequest, Inform>): void {
    if (session.deviceId !== null) this.#deps.arrived(session.deviceId, session.id, request)
  }

  onWarnings(session: CwmpSession, warnings: readonly Warning[]): void {
    this.#deps.log.warned(session, warnings)
  }

  onEnded(session: CwmpSession, outcome: EndOutcome, reason: string): void {
    const id = session.deviceId
    if (id === null) return this.#deps.log.broken(session, reason)
    this.#deps.log.ended(session, outcome, reason)
    if (this.#open.get(id) === session) {
      this.#open.delete(id)
      this.#deps.devices.sessionEnded(id, outcome === 'completed')
    }
    for (const listener of [...(this.#endListeners.get(id) ?? [])]) listener()
  }

  /** An Inform with wrong credentials, or one that was sent elsewhere. */
  onTurnedAway(visit: TurnedAway): void {
    const { inform, address, outcome } = visit
    const id = this.deviceIdOf(inform, address)
    if (outcome === 'refused') this.#deps.devices.refused(id, inform, address)
    else {
      this.#deps.devices.informed(id, inform, address, '')
      this.#deps.devices.sessionEnded(id, false)
    }
    this.#deps.log.turnedAway(id, visit)
  }

  takeWork(facts: SessionFacts): SessionWork | undefined {
    return this.#work.take(facts)
  }

  addWork(work: SessionWork): void {
    this.#work.add(work)
  }

  isInSession(deviceId: string): boolean {
    return this.#open.has(deviceId)
  }

  onSessionEnd(deviceId: string, listener: () => void): () => void {
    const listeners = this.#endListeners.get(deviceId) ?? new Set()
    listeners.add(listener)
    this.#endListeners.set(deviceId, listeners)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#endListeners.delete(deviceId)
    }
  }

  wake(deviceId: string, signal: AbortSignal): Promise<WakeOutcome> {
    return this.#deps.wake(deviceId, signal)
  }
}
