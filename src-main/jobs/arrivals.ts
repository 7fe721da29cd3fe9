import type { CpeRequest } from '../cwmp/codec/messages.ts'
import type { AwakeClock } from '../util/awake-clock.ts'

/** A message that a box sent by itself: an Inform, a TransferComplete, … */
export interface Arrival {
  /** Rises with each arrival, also over restarts. */
  seq: number
  /** ISO 8601 in UTC. */
  at: string
  sessionId: string
  message: CpeRequest
}

/** The part of the store that arrivals need. */
export interface ArrivalRecords {
  /** Durable when it returns for everything but an Inform, which the box repeats. Gives the number. */
  add(deviceId: string, arrival: Omit<Arrival, 'seq'>): number
  /** In order, those after `seq`. */
  after(deviceId: string, seq: number): Arrival[]
  lastSeq(): number
  removeOf(deviceId: string): void
}

export interface ArrivalsDeps {
  records: ArrivalRecords
  /** Whether an unfinished job of the device may wait for its messages; others are not kept. */
  isAwaited: (deviceId: string) => boolean
  clock: AwakeClock
}

type Listener = (arrival: Arrival) => void

/**
 * What boxes said while jobs wait for it. It is written before the box gets its answer, because the answer is what makes
 * a box forget (TR-069 3.7.1.5): so neither a crash nor a job that is busy elsewhere loses a TransferComplete.
 */
export class Arrivals {
  readonly #deps: ArrivalsDeps
  readonly #listeners = new Map<string, Set<Listener>>()
  #last: number

  constructor(deps: ArrivalsDeps) {
    this.#deps = deps
    this.#last = deps.records.lastSeq()
  }

  /** Takes a message of a box; call it before the answer leaves. */
  note(deviceId: string, sessionId: string, message: CpeRequest): void {
    if (!this.#deps.isAwaited(deviceId)) return
    const arrival = { at: new Date().toISOString(), sessionId, message }
    this.#last = this.#deps.records.add(deviceId, arrival)
    for (const listener of [...(this.#listeners.get(deviceId) ?? [])]) listener({ ...arrival, seq: this.#last })
  }

  /** The number of the latest arrival. */
  mark(): number {
    return this.#last
  }

  /** No job of the device is left to ask for what it said. */
  forget(deviceId: string): void {
    this.#deps.records.removeOf(deviceId)
  }

  /**
   * Resolves with the first value that `pick` gives for an arrival after `since`, past or future; with null at `until`.
   * Rejects with the signal's reason.
   */
  waitFor<T>(
    deviceId: string,
    pick: (arrival: Arrival) => T | undefined,
    { since, until, signal }: { since: number; until: number; signal: AbortSignal },
  ): Promise<T | null> {
    signal.throwIfAborted()
    for (const arrival of this.#deps.records.after(deviceId, since)) {
      const found = pick(arrival)
      if (found !== undefined) return Promise.resolve(found)
    }
    return new Promise((resolve, reject) => {
      const stopTimer = this.#deps.clock.callAt(until, () => settle(() => resolve(null)))
      const onAbort = (): void => settle(() => reject(signal.reason))
      const off = this.#listen(deviceId, (arrival) => {
        const found = pick(arrival)
        if (found !== undefined) settle(() => resolve(found))
      })
      const settle = (finish: () => void): void => {
        stopTimer()
        signal.removeEventListener('abort', onAbort)
        off()
        finish()
      }
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  #listen(deviceId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(deviceId) ?? new Set()
    this.#listeners.set(deviceId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(deviceId) === listeners) this.#listeners.delete(deviceId)
    }
  }
}
