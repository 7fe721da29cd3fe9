import type { Adapter } from '#shared/model/network.ts'
import { listAdapters } from './adapters.ts'

export interface AdapterWatchEvents {
  onChange: (adapters: Adapter[]) => void
  /** The laptop slept, or stood still for long. */
  onResume: () => void
}

const pollMs = 2_000
/** A turn that comes so much too late was slept through. */
const sleptMs = 15_000

/** Notices adapters that come, go or change their address. No system tells this to Node, so it looks. */
export class AdapterWatch {
  readonly #events: AdapterWatchEvents
  #adapters: Adapter[] = listAdapters()
  #timer: NodeJS.Timeout | null = null
  #lookedAt = Date.now()

  constructor(events: AdapterWatchEvents) {
    this.#events = events
  }

  start(): void {
    this.#lookedAt = Date.now()
    this.#timer = setInterval(() => this.#turn(), pollMs)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** The adapters as they are at this moment. */
  now(): Adapter[] {
    this.#look()
    return this.#adapters
  }

  #turn(): void {
    const now = Date.now()
    const wasAsleep = now - this.#lookedAt > sleptMs
    this.#lookedAt = now
    this.#look()
    if (wasAsleep) this.#events.onResume()
  }

  #look(): void {
    const adapters = listAdapters()
    if (JSON.stringify(adapters) === JSON.stringify(this.#adapters)) return
    this.#adapters = adapters
    this.#events.onChange(adapters)
  }
}
