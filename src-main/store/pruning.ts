import type { Stores } from './index.ts'

const intervalMs = 60_000

/** Keeps the trace inside its limits, a bounded part at a time. */
export class Pruning {
  readonly #stores: Stores
  #timer: NodeJS.Timeout | null = null

  constructor(stores: Stores) {
    this.#stores = stores
  }

  start(): void {
    this.#timer = setInterval(() => this.#prune(), intervalMs)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  #prune(): void {
    const { keepSessions, keepMegabytes } = this.#stores.settings.get().trace
    this.#stores.traces.prune({ keepSessions, keepBytes: keepMegabytes * 1024 * 1024 })
  }
}
