import { type Afterwards, type BoxCore, numberSetting, setting } from './core.ts'
import { afterFailure } from './events.ts'
import { createAcsLink } from './http/acs-link.ts'
import type { Cookies } from './http/cookies.ts'
import { informEvents } from './inform.ts'
import type { Jobs } from './jobs.ts'
import { drawWait, retryRange } from './retry.ts'
import { runSession } from './session.ts'

export interface SessionKeeperHost {
  readonly core: BoxCore
  readonly jobs: Jobs
  /** Carries out the transfers that may start inside a session. */
  readonly runTransfers: (signal: AbortSignal) => Promise<void>
  readonly losePower: () => never
  /** Does what the session left to be done. */
  readonly settle: (afterwards: readonly Afterwards[], signal: AbortSignal) => void
}

/** `sessionThenAnother`: something came up in mid-session that asks for a further one. */
type Phase = 'off' | 'idle' | 'session' | 'sessionThenAnother'

/** Opens sessions one at a time, remembers who asks meanwhile, and retries what failed (TR-069 3.2.1). */
export class SessionKeeper {
  readonly #host: SessionKeeperHost
  #signal: AbortSignal = AbortSignal.abort()
  #phase: Phase = 'off'
  #failedAttempts = 0
  #cancelRetry: () => void = () => undefined
  #lastCookies: Cookies = new Map()
  #lastId: number

  constructor(host: SessionKeeperHost) {
    this.#host = host
    this.#lastId = host.core.options.index * 1000
  }

  get isInSession(): boolean {
    return this.#phase === 'session' || this.#phase === 'sessionThenAnother'
  }

  /** Attempts that failed since the last success; the RetryCount of the next Inform. */
  get failedAttempts(): number {
    return this.#failedAttempts
  }

  /** The box has booted: sessions may be opened until the signal aborts. */
  start(signal: AbortSignal): void {
    this.#signal = signal
    this.#phase = 'idle'
    this.#failedAttempts = 0
  }

  /** Power off; what runs is ended by the signal. */
  stop(): void {
    this.#cancelRetry()
    this.#phase = 'off'
    this.#failedAttempts = 0
  }

  /** Opens a session, or remembers to; a new reason does not wait for the retry timer. */
  wake(): void {
    if (this.isInSession) {
      this.#phase = 'sessionThenAnother'
    } else if (this.#phase === 'idle') {
      this.#cancelRetry()
      this.#phase = 'session'
      this.#host.jobs.spawn(this.#session(this.#signal))
    }
  }

  async #session(signal: AbortSignal): Promise<void> {
    const { core } = this.#host
    const cookies: Cookies = core.quirks.staleCookie === true ? this.#lastCookies : new Map()
    const link = createAcsLink({
      url: setting(core, 'ManagementServer.URL'),
      localAddress: core.localAddress,
      credentials: {
        username: setting(core, 'ManagementServer.Username'),
        password: setting(core, 'ManagementServer.Password'),
      },
      quirks: core.quirks,
      cookies,
      signal,
    })
    const events = informEvents(core).map(({ code }) => code)
    core.emit({ kind: 'session', state: 'opened', events, retryCount: this.#failedAttempts })
    let failure: string | undefined
    try {
      await runSession({
        core,
        link,
        retryCount: this.#failedAttempts,
        runTransfers: () => this.#host.runTransfers(signal),
        losePower: this.#host.losePower,
        wait: async (ms) => void (await core.clock.sleep(ms / 1000 / core.clock.scale, signal)),
        nextId: () => this.#nextId(),
      })
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    } finally {
      link.close()
      this.#lastCookies = cookies
    }
    if (!signal.aborted) {
      this.#close(failure, signal)
    }
  }

  #close(failure: string | undefined, signal: AbortSignal): void {
    const { core, settle } = this.#host
    const isWantedAgain = this.#phase === 'sessionThenAnother'
    this.#phase = 'idle'
    if (failure === undefined) {
      this.#failedAttempts = 0
      core.emit({ kind: 'session', state: 'ended' })
    } else {
      this.#failedAttempts += 1
      core.events = afterFailure(core.events)
      const retryInSeconds = this.#scheduleRetry(signal)
      core.emit({ kind: 'session', state: 'failed', reason: failure, retryInSeconds })
    }
    const afterwards = core.afterwards
    core.afterwards = []
    settle(afterwards, signal)
    if (isWantedAgain && !this.isInSession) {
      this.wake()
    }
  }

  #scheduleRetry(signal: AbortSignal): number {
    const { core } = this.#host
    const minimum = numberSetting(core, 'ManagementServer.CWMPRetryMinimumWaitInterval') || 5
    const multiplier = numberSetting(core, 'ManagementServer.CWMPRetryIntervalMultiplier') || 2000
    const seconds = drawWait(retryRange(this.#failedAttempts, minimum, multiplier))
    this.#cancelRetry = core.clock.after(seconds, signal, () => this.wake())
    return seconds
  }

  #nextId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }
}
