import type { Stores } from './index.ts'

const intervalMs = 60_000
/** Between two parts of the work, for the app to go on. */
const restMs = 200

/** Keeps trace and sessions inside their limits, a bounded part at a time. */
export class Pruning {
  readonly #stores: Stores
  #timer: NodeJS.Timeout | null = null

  constructor(stores: Stores) {
    this.#stores = stores
  }

  start(): void {
    this.#pruneIn(intervalMs)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #pruneIn(delayMs: number): void {
    this.#timer = setTimeout(() => this.#prune(), delayMs)
    this.#timer.unref()
  }

  #prune(): void {
    const { keepSessions, keepMegabytes } = this.#stores.settings.get().trace
    const { removed } = this.#stores.traces.prune({ keepSessions, keepBytes: keepMegabytes * 1024 * 1024 })
    const hasMore = removed > 0 || this.#stores.sessions.prune(keepSessions) > 0
    this.#pruneIn(hasMore ? restMs : intervalMs)
  }
}
