/** So many at one time, first come first served; the limit may change while they run. */
export class Slots {
  readonly #limit: () => number
  readonly #holders = new Set<string>()
  readonly #waiting: { holder: string; enter: () => void }[] = []

  constructor(limit: () => number) {
    this.#limit = limit
  }

  /** Resolves when there is room. Rejects with the signal's reason. */
  acquire(holder: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(signal.reason)
      }
      const waiter = {
        holder,
        enter: (): void => {
          signal.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.push(waiter)
      this.admit()
    })
  }

  /** Takes a slot at once, over the limit if need be: for what is under way already. */
  take(holder: string): void {
    this.#holders.add(holder)
  }

  /** Gives the holder's slot back, if it has one. */
  release(holder: string): void {
    if (this.#holders.delete(holder)) this.admit()
  }

  /** Lets in who fits; to be called when the limit has grown. */
  admit(): void {
    while (this.#holders.size < this.#limit()) {
      const next = this.#waiting.shift()
      if (!next) return
      this.take(next.holder)
      next.enter()
    }
  }
}
