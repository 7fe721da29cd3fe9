import { AppError } from '#shared/errors.ts'
import type { Job } from '#shared/model/job.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts, SessionWork } from '../cwmp/work.ts'
import type { WakeOutcome } from '../sessions/wake-outcome.ts'
import type { AwakeClock } from '../util/awake-clock.ts'
import type { JobEvent } from './job-machine.ts'
import type { SessionOptions } from './workflow.ts'

/** How jobs reach sessions of a box. */
export interface SessionAccess {
  addWork(work: SessionWork): void
  isInSession(deviceId: string): boolean
  /** Tells when a session of the device has ended; returns the unsubscribe function. */
  onSessionEnd(deviceId: string, listener: () => void): () => void
  /** Calls the box by the means it last reported. */
  wake(deviceId: string, signal: AbortSignal): Promise<WakeOutcome>
}

export interface JobInSessionDeps {
  deviceId: string
  signal: AbortSignal
  /** Milliseconds since the epoch. */
  deadlineAt: () => number
  sessions: SessionAccess
  clock: AwakeClock
  update: (event: JobEvent, patch: Partial<Job>) => void
}

/** Pauses between connection requests to a box that did not come, in milliseconds; the last one repeats. */
const wakePausesMs = [10_000, 30_000, 60_000, 300_000]

/** A box that took the call opens its session within this time (TR-069 3.2.2). */
const informWithinMs = 30_000

/** Brings a script into a session of the job's box: the open one, or the one that a connection request brings. */
export class JobInSession {
  readonly #deps: JobInSessionDeps
  #sessionId: string | null = null
  #isInside = false
  #hurry = new AbortController()

  constructor(deps: JobInSessionDeps) {
    this.#deps = deps
  }

  /** Whether a script of the job is in a session now: it ends only at its next step. */
  get isInside(): boolean {
    return this.#isInside
  }

  /** The session of the last script. */
  get sessionId(): string | null {
    return this.#sessionId
  }

  /** Cuts the pause between calls short: what stood in the way, a cable or a password, may be gone. */
  callAgain(): void {
    this.#hurry.abort()
  }

  async run<T>(script: (facts: SessionFacts) => Script<T>, options: SessionOptions = {}): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#once(script, options)
      } catch (error) {
        if (!isLoss(error) || attempt >= (options.retries ?? 0) || this.#deps.signal.aborted) throw error
      }
    }
  }

  async #once<T>(script: (facts: SessionFacts) => Script<T>, options: SessionOptions): Promise<T> {
    const { deviceId, signal, sessions, update } = this.#deps
    signal.throwIfAborted()
    const waited = new AbortController()
    const until = options.waitMs === undefined ? this.#deps.deadlineAt() : Date.now() + options.waitMs
    const stopDeadline = this.#deps.clock.callAt(until, () => waited.abort(new AppError('JOB_DEADLINE', {})))
    const taken = new AbortController()
    try {
      return await new Promise<T>((resolve, reject) => {
        if (!sessions.isInSession(deviceId)) update('wait', { step: 'waitingForBox' })
        sessions.addWork({
          deviceId,
          ...(options.accepts ? { accepts: options.accepts } : {}),
          signal: AbortSignal.any([signal, waited.signal]),
          start: (facts) => {
            stopDeadline()
            taken.abort()
            update('run', { step: 'inSession', notice: null })
            this.#sessionId = facts.sessionId
            this.#isInside = true
            return script(facts)
          },
          resolve: (value) => this.#settle(() => resolve(value as T)),
          reject: (error) => this.#settle(() => reject(error)),
        })
        if (options.wake !== false) void this.#callUntilTaken(AbortSignal.any([signal, waited.signal, taken.signal]))
      })
    } finally {
      stopDeadline()
      taken.abort()
      // A signal made of others lives, with all who listen to it, until it is aborted.
      waited.abort()
    }
  }

  #settle(finish: () => void): void {
    this.#isInside = false
    finish()
  }

  /** Connection requests, with growing pauses, until a session has taken the work. */
  async #callUntilTaken(until: AbortSignal): Promise<void> {
    const { deviceId, sessions, update } = this.#deps
    for (let attempt = 0; !until.aborted; attempt = this.#hurry.signal.aborted ? 0 : attempt + 1) {
      this.#hurry = new AbortController()
      const hurried = AbortSignal.any([until, this.#hurry.signal])
      if (sessions.isInSession(deviceId)) {
        await sessionEnd(sessions, deviceId, until)
        if (until.aborted) return
      }
      const { isTaken, error } = await sessions.wake(deviceId, until)
      if (until.aborted) return
      update('wait', { step: isTaken ? 'calledBox' : 'waitingForInform', notice: isTaken ? null : error })
      const pauseMs = wakePausesMs[Math.min(attempt, wakePausesMs.length - 1)] ?? 0
      if (isTaken) {
        await pause(informWithinMs, hurried)
        if (hurried.aborted) continue
        update('wait', { step: 'waitingForInform', notice: error })
        await pause(pauseMs - informWithinMs, hurried)
      } else await pause(pauseMs, hurried)
    }
  }
}

/** Whether the session ended under a script, rather than the script itself failing. */
export function isLoss(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'SESSION_LOST' || error.code === 'SESSION_TIMEOUT')
}

function sessionEnd(sessions: SessionAccess, deviceId: string, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const off = sessions.onSessionEnd(deviceId, done)
    until.addEventListener('abort', done, { once: true })
    function done(): void {
      off()
      until.removeEventListener('abort', done)
      resolve()
    }
  })
}

function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (until.aborted || ms <= 0) return resolve()
    const timer = setTimeout(resolve, ms)
    until.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
