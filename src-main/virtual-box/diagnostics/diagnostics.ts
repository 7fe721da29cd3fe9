import type { BoxCore } from '../core.ts'

/** Runs what a DiagnosticsState of Requested asks for, once the session is over. */
export class Diagnostics {
  readonly #core: BoxCore
  readonly #inform: (events: readonly string[]) => void

  constructor(core: BoxCore, inform: (events: readonly string[]) => void) {
    this.#core = core
    this.#inform = inform
  }

  afterWrite(paths: readonly string[], signal: AbortSignal): Promise<void> {
    void [this.#core, this.#inform, paths, signal]
    return Promise.resolve()
  }
}
