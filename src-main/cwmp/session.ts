import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import type { Warning } from '#shared/model/session.ts'
import { FALLBACK_NAMESPACE, negotiate } from './codec/index.ts'
import type {
  AcsEnvelope,
  AcsRequest,
  CpeEnvelope,
  CpeRequest,
  CwmpVersion,
  Decoded,
  Inform,
  MalformedBody,
} from './codec/messages.ts'
import type { Script } from './script.ts'
import {
  type Answer,
  type EndOutcome,
  initialState,
  type SessionEffect,
  type SessionInput,
  type SessionState,
  transition,
} from './session-machine.ts'
import type { SessionFacts, SessionWork } from './work.ts'

/** What the HTTP server has to send for one POST. */
export type Reply =
  | { kind: 'envelope'; envelope: AcsEnvelope }
  | { kind: 'empty' }
  | { kind: 'bad'; problem: MalformedBody | null }
  /** Another POST of the same session took this one's place. */
  | { kind: 'superseded' }

/** What a session tells its surroundings. */
export interface SessionListener {
  onInformed(session: CwmpSession, inform: Inform): void
  onCpeRequest(session: CwmpSession, request: Exclude<CpeRequest, Inform>): void
  onWarnings(session: CwmpSession, warnings: readonly Warning[]): void
  /** Called once, when our part is done or the session broke. Must not throw. */
  onEnded(session: CwmpSession, outcome: EndOutcome, reason: string): void
  takeWork(facts: SessionFacts): SessionWork | undefined
  deviceIdOf(inform: Inform, address: string): string
}

interface RunningScript {
  work: SessionWork
  script: Script<unknown>
  /** What came of its last request, until it takes it. */
  answer: Answer | null
  /** Cancelled: what it still asks is its tidying up. */
  isReturning: boolean
}

/** One CWMP session: carries out the effects of the pure machine and runs the scripts that wait for the box. */
export class CwmpSession {
  readonly id: string
  /** The cookie's value: unguessable. */
  readonly token = randomUUID().replaceAll('-', '')
  readonly remoteAddress: string
  readonly localAddress: string
  /** Known from the Inform on. */
  deviceId: string | null = null
  inform: Inform | null = null
  version: CwmpVersion = '1.0'
  sessionTimeoutSeconds = 0
  /** HTTP messages so far, both ways. */
  messageCount = 0
  /** Our part is done, or the session broke; stray posts are still answered. */
  reported = false

  readonly #listener: SessionListener
  #state: SessionState = initialState
  #namespace = FALLBACK_NAMESPACE
  #useVersion: CwmpVersion | undefined
  #settle: ((reply: Reply) => void) | null = null
  #running: RunningScript | null = null
  #requestCount = 0

  constructor(id: string, addresses: { remote: string; local: string }, listener: SessionListener) {
    this.id = id
    this.remoteAddress = addresses.remote
    this.localAddress = addresses.local
    this.#listener = listener
  }

  get phase(): SessionState['phase'] {
    return this.#state.phase
  }

  /** The request of ours that is unanswered; long answers get more time. */
  get outstanding(): AcsRequest | null {
    return this.#state.phase === 'awaitingAnswer' ? this.#state.request : null
  }

  /**
   * Takes one decoded POST; resolves with what to send back, which may be when a script has decided. `warnings` are
   * those of the HTTP layer.
   */
  post(decoded: Decoded, warnings: readonly Warning[] = []): Promise<Reply> {
    this.#settle?.({ kind: 'superseded' })
    this.messageCount += 2
    const reply = new Promise<Reply>((resolve) => {
      this.#settle = resolve
    })
    // A repeated empty POST while the scripts decide only takes the place of the first.
    if (!(this.#state.phase === 'acsTurn' && decoded.kind === 'empty')) this.#apply({ type: 'received', decoded })
    const ofBody = decoded.kind === 'envelope' ? decoded.envelope.warnings : decoded.warnings
    this.#warn([...warnings, ...ofBody.map(({ code, params }) => ({ code, params }))])
    return reply
  }

  /** Whether a POST waits for its reply. */
  get isDeciding(): boolean {
    return this.#settle !== null
  }

  /** Ends the session from outside: timeout, a newer Inform, or the server stopping. */
  end(outcome: EndOutcome, reason: string): void {
    this.#apply({ type: 'end', outcome, reason })
    this.#reply({ kind: 'empty' })
  }

  #apply(input: SessionInput): void {
    const { state, effects } = transition(this.#state, input)
    this.#state = state
    for (const effect of effects) this.#carryOut(effect)
    if (state.phase === 'closing') this.#report('completed', '')
  }

  #carryOut(effect: SessionEffect): void {
    switch (effect.type) {
      case 'informed':
        return this.#informed(effect.inform, effect.envelope)
      case 'cpeRequest':
        return this.#listener.onCpeRequest(this, effect.request)
      case 'warn':
        return this.#warn([{ code: effect.code, params: effect.params }])
      case 'reply':
        return this.#reply({ kind: 'envelope', envelope: this.#envelope(effect.id, effect.message) })
      case 'replyEmpty':
        return this.#reply({ kind: 'empty' })
      case 'replyBad':
        return this.#reply({ kind: 'bad', problem: effect.problem })
      case 'answer':
        if (this.#running) this.#running.answer = effect.answer
        return
      case 'ask':
        this.#decide().catch(() => this.end('failed', 'internal'))
        return
      case 'ended':
        return this.#ended(effect.outcome, effect.reason)
    }
  }

  #informed(inform: Inform, envelope: CpeEnvelope): void {
    this.inform = inform
    this.deviceId = this.#listener.deviceIdOf(inform, this.remoteAddress)
    const { version, namespace, useVersion } = negotiate(envelope)
    this.version = version
    this.#namespace = namespace
    this.#useVersion = useVersion
    this.sessionTimeoutSeconds = envelope.sessionTimeoutSeconds ?? 0
    this.#listener.onInformed(this, inform)
  }

  #warn(warnings: readonly Warning[]): void {
    if (warnings.length > 0) this.#listener.onWarnings(this, warnings)
  }

  #envelope(id: string | null, message: AcsEnvelope['message']): AcsEnvelope {
    const base = { id, namespace: this.#namespace, message }
    return message.name === 'InformResponse' && this.#useVersion ? { ...base, useVersion: this.#useVersion } : base
  }

  #reply(reply: Reply): void {
    const settle = this.#settle
    this.#settle = null
    settle?.(reply)
  }

  /** Asks the scripts what comes next; they may take their time. */
  async #decide(): Promise<void> {
    const request = await this.#nextRequest()
    this.#requestCount += 1
    this.#apply({ type: 'next', request, id: `${this.id}.${this.#requestCount}` })
  }

  async #nextRequest(): Promise<AcsRequest | null> {
    while (this.#state.phase === 'acsTurn') {
      this.#running ??= this.#takeWork()
      if (!this.#running) return null
      const request = await this.#step(this.#running)
      if (request) return request
      this.#running = null
      // What was settled may bring more work for this box: a further step of the job, or the next job.
      await setImmediate()
    }
    return null
  }

  #takeWork(): RunningScript | null {
    const { inform, deviceId } = this
    if (!inform || deviceId === null) return null
    const facts: SessionFacts = {
      sessionId: this.id,
      deviceId,
      inform,
      localAddress: this.localAddress,
      remoteAddress: this.remoteAddress,
    }
    const work = this.#listener.takeWork(facts)
    return work ? { work, script: work.start(facts), answer: null, isReturning: false } : null
  }

  /** One step of a script: its next request, or null when it has ended and its work is settled. */
  async #step(running: RunningScript): Promise<AcsRequest | null> {
    const { work, script } = running
    try {
      // A cancelled script may still put back what it changed: what it asks while it returns is asked.
      const isCancelled = work.signal.aborted && !running.isReturning
      running.isReturning ||= isCancelled
      const answer = running.answer
      running.answer = null
      // The first next() carries nothing; the generator ignores its argument.
      const step = isCancelled
        ? await script.return(undefined)
        : await script.next(answer ?? { kind: 'none', reason: 'unanswered' })
      if (!step.done) return step.value
      if (running.isReturning) work.reject(work.signal.reason)
      else work.resolve(step.value)
    } catch (error) {
      work.reject(error)
    }
    return null
  }

  #ended(outcome: EndOutcome, reason: string): void {
    const running = this.#running
    this.#running = null
    if (running) void loseScript(running.work, running.script, outcome, reason)
    this.#report(outcome, reason)
  }

  #report(outcome: EndOutcome, reason: string): void {
    if (this.reported) return
    this.reported = true
    this.#listener.onEnded(this, outcome, reason)
  }
}

/** Throws the loss into the script, which may still return a result (what it has so far). */
async function loseScript(
  work: SessionWork,
  script: Script<unknown>,
  outcome: EndOutcome,
  reason: string,
): Promise<void> {
  const loss = new AppError(outcome === 'timeout' ? 'SESSION_TIMEOUT' : 'SESSION_LOST', { reason: reason || outcome })
  try {
    const step = await script.throw(loss)
    if (step.done) work.resolve(step.value)
    else {
      await script.return(undefined)
      work.reject(loss)
    }
  } catch (error) {
    work.reject(error)
  }
}
