const turnMs = 2_000
/** A turn that comes so much too late was slept through, where no system tells it (headless mode). */
const lateMs = 30_000

/** Notices that the laptop slept: the system tells the window app, and a turn that comes far too late tells anybody. */
export class SleepWatch {
  readonly #onWake: (sleptMs: number) => void
  #awakeAt = Date.now()
  #isAsleep = false
  #timer: NodeJS.Timeout | null = null

  constructor(onWake: (sleptMs: number) => void) {
    this.#onWake = onWake
  }

  start(): void {
    this.#awakeAt = Date.now()
    this.#timer = setInterval(() => this.#turn(), turnMs)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** The system is about to sleep. */
  suspended(): void {
    this.#turn()
    this.#isAsleep = true
  }

  /** The system woke; of no effect where a late turn has noticed it already. */
  resumed(): void {
    if (this.#isAsleep) this.#wake()
    else this.#turn()
  }

  #turn(): void {
    if (Date.now() - this.#awakeAt > lateMs) this.#wake()
    else this.#awakeAt = Date.now()
  }

  #wake(): void {
    const sleptMs = Date.now() - this.#awakeAt
    this.#isAsleep = false
    this.#awakeAt = Date.now()
    this.#onWake(sleptMs)
  }
}
