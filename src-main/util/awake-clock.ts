const longestTimerMs = 2 ** 31 - 1

/**
 * Deadlines that stand still while the laptop sleeps: no box could come then, so that time is nobody's fault. Systems
 * differ in whether timers run on in sleep; here each one looks at the clock again when it fires.
 */
export class AwakeClock {
  #sleptMs = 0

  /** To be told at once when the laptop wakes, how long it slept. */
  slept(ms: number): void {
    this.#sleptMs += ms
  }

  /** Milliseconds that stand still in sleep; of use only beside one another. */
  now(): number {
    return Date.now() - this.#sleptMs
  }

  /** Calls `deed` at a time (milliseconds since the epoch), later by what is slept until then. Returns what cancels it. */
  callAt(at: number, deed: () => void): () => void {
    const sleptBefore = this.#sleptMs
    let timer: NodeJS.Timeout
    const arm = (): void => {
      timer = setTimeout(look, Math.min(longestTimerMs, Math.max(0, leftMs())))
    }
    const leftMs = (): number => at + this.#sleptMs - sleptBefore - Date.now()
    // Timers may fire a millisecond early.
    const look = (): void => (leftMs() > 1 ? arm() : deed())
    arm()
    return () => clearTimeout(timer)
  }
}
