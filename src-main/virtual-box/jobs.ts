/** Work that goes on by itself: it never rejects, and can be waited for. */
export class Jobs {
  readonly #running = new Set<Promise<void>>()
  readonly #onError: (message: string) => void

  constructor(onError: (message: string) => void) {
    this.#onError = onError
  }

  spawn(job: Promise<void>): void {
    const guarded = job
      .catch((error: unknown) => this.#onError(error instanceof Error ? error.message : String(error)))
      .finally(() => this.#running.delete(guarded))
    this.#running.add(guarded)
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running)
    }
  }
}
