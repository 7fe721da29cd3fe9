import type { Adapter } from '#shared/model/network.ts'
import { listAdapters } from './adapters.ts'

const pollMs = 2_000

/** Notices adapters that come, go or change their address. No system tells this to Node, so it looks. */
export class AdapterWatch {
  readonly #onChange: (adapters: Adapter[]) => void
  #adapters: Adapter[] = listAdapters()
  #timer: NodeJS.Timeout | null = null

  constructor(onChange: (adapters: Adapter[]) => void) {
    this.#onChange = onChange
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), pollMs)
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

  #look(): void {
    const adapters = listAdapters()
    if (JSON.stringify(adapters) === JSON.stringify(this.#adapters)) return
    this.#adapters = adapters
    this.#onChange(adapters)
  }
}
