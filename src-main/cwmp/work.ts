import type { Inform } from './codec/messages.ts'
import type { Script } from './script.ts'

/** What a script may know of the session it runs in. */
export interface SessionFacts {
  sessionId: string
  deviceId: string
  inform: Inform
  /** Our own address on the box's connection: links for the box carry it. */
  localAddress: string
  remoteAddress: string
}

/** A piece of work that waits for a session of its device, settled once. */
export interface SessionWork {
  deviceId: string
  /** Which sessions will do; all of them where it is left out. */
  accepts?: (facts: SessionFacts) => boolean
  /** Called when a session takes the work; must not be called twice. */
  start: (facts: SessionFacts) => Script<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  signal: AbortSignal
}

/** Work waiting for sessions, first come first served per device. */
export class WorkQueue {
  readonly #waiting = new Map<string, SessionWork[]>()

  /** Called after each addition, so that the box can be woken. */
  add(work: SessionWork): void {
    const list = this.#waiting.get(work.deviceId) ?? []
    list.push(work)
    this.#waiting.set(work.deviceId, list)
    work.signal.addEventListener('abort', () => this.#drop(work), { once: true })
    if (work.signal.aborted) this.#drop(work)
  }

  /** Takes the first work that fits this session, or undefined. */
  take(facts: SessionFacts): SessionWork | undefined {
    const list = this.#waiting.get(facts.deviceId) ?? []
    const work = list.find((candidate) => candidate.accepts?.(facts) ?? true)
    if (work) this.#remove(work)
    return work
  }

  #drop(work: SessionWork): void {
    if (this.#remove(work)) work.reject(work.signal.reason)
  }

  #remove(work: SessionWork): boolean {
    const list = this.#waiting.get(work.deviceId)
    const index = list?.indexOf(work) ?? -1
    if (!list || index < 0) return false
    list.splice(index, 1)
    if (list.length === 0) this.#waiting.delete(work.deviceId)
    return true
  }
}
