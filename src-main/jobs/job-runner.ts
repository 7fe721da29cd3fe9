import { randomUUID } from 'node:crypto'
import { AppError, toErrorData } from '#shared/errors.ts'
import { isFinal, type Job, type JobKind, jobKinds } from '#shared/model/job.ts'
import type { QuirkName, QuirkValue, QuirkValues } from '#shared/model/quirk.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import type { Log } from '../log/log.ts'
import type { AwakeClock } from '../util/awake-clock.ts'
import type { Arrivals } from './arrivals.ts'
import { JobInSession, type SessionAccess } from './job-in-session.ts'
import { type JobEvent, nextState } from './job-machine.ts'
import type { Workflow, WorkflowContext, WorkflowTable } from './workflow.ts'

/** Which jobs to list, newest first. */
export interface JobQuery {
  deviceId?: string | undefined
  kind?: JobKind | undefined
  limit?: number | undefined
}

/** The part of the store that jobs need; all calls are durable when they return. */
export interface JobRecords {
  /** All of them or none. */
  insertAll(jobs: Job[]): void
  update(id: string, patch: Partial<Job>): void
  get(id: string): Job | null
  list(query: JobQuery): Job[]
  unfinished(): Job[]
  getMemo(id: string): unknown
  setMemo(id: string, memo: unknown): void
}

/** What is known of the models of boxes, as jobs use it. */
export interface ModelQuirks {
  of(deviceId: string): QuirkValues
  learn<N extends QuirkName>(deviceId: string, name: N, value: QuirkValue<N>, sessionId: string | null): void
}

export interface JobRunnerDeps {
  records: JobRecords
  arrivals: Arrivals
  quirks: ModelQuirks
  workflows: WorkflowTable
  sessions: SessionAccess
  clock: AwakeClock
  deviceExists: (deviceId: string) => boolean
  deadlineSeconds: () => number
  onChange: (job: Job) => void
  log: Log
}

interface Active {
  job: Job
  abort: AbortController
  inSession: JobInSession
  /** What the result is if the job does not succeed. */
  partial: () => unknown
  /** Why it cannot be cancelled now; null where it can. */
  hold: AppError | null
  /** Aborted when the app stops: what a cancelled job still says to its box ends too. */
  parting: AbortController
}

/** Progress alone is written and told at most this often; every other change at once. */
const progressIntervalMs = 250

/** Runs jobs: one at a time per device, each step written before it is acted on, across crashes. */
export class JobRunner {
  readonly #deps: JobRunnerDeps
  readonly #queues = new Map<string, Job[]>()
  readonly #active = new Map<string, Active>()
  readonly #running = new Set<Promise<void>>()
  #stopped = false

  constructor(deps: JobRunnerDeps) {
    this.#deps = deps
  }

  /** Reads what a crash or a stop left unfinished; call it before boxes are served, so that nothing they say is missed. */
  recover(): void {
    for (const job of this.#deps.records.unfinished()) {
      const { restart } = this.#deps.workflows[job.kind]
      const event: JobEvent = job.state !== 'queued' && restart === 'interrupt' ? 'interrupt' : 'requeue'
      const error = event === 'interrupt' ? toErrorData(new AppError('JOB_INTERRUPTED')) : null
      const next = this.#change(job, event, { step: event === 'interrupt' ? job.step : 'queued', error, notice: null })
      if (next.state === 'queued') this.#queueOf(next.deviceId).push(next)
    }
  }

  /** Goes on with what `recover` found. */
  start(): void {
    for (const deviceId of [...this.#queues.keys()]) this.#runNext(deviceId)
  }

  /** Whether a job of this device has not ended. */
  hasUnfinished(deviceId: string): boolean {
    return this.#active.has(deviceId) || this.#queues.has(deviceId)
  }

  /** Jobs of a kind that have not ended, as they were written. */
  unfinished(kind: JobKind): Job[] {
    return this.#deps.records.unfinished().filter((job) => job.kind === kind)
  }

  /** Stops without ending any job: they go on at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const { abort, parting } of this.#active.values()) {
      abort.abort(new AppError('JOB_INTERRUPTED'))
      parting.abort(new AppError('JOB_INTERRUPTED'))
    }
    await Promise.allSettled(this.#running)
  }

  /** Writes one job per device and queues them. Throws DEVICE_NOT_FOUND or BAD_REQUEST before anything is written. */
  create(kind: JobKind, deviceIds: string[], input: unknown): Job[] {
    const parsed = jobKinds[kind].input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      throw new AppError('BAD_REQUEST', { field: `input.${issue?.path.join('.') ?? ''}`, detail: issue?.message ?? '' })
    }
    const missing = deviceIds.find((id) => !this.#deps.deviceExists(id))
    if (missing !== undefined) throw new AppError('DEVICE_NOT_FOUND', { id: missing })
    const created = [...new Set(deviceIds)].map((deviceId) => this.#newJob(kind, deviceId, parsed.data))
    this.#deps.records.insertAll(created)
    for (const job of created) {
      this.#deps.onChange(job)
      this.#queueOf(job.deviceId).push(job)
      this.#runNext(job.deviceId)
    }
    return created
  }

  /** Jobs that wait for their boxes call them at once: what stood in the way may be gone. */
  callAgain(): void {
    for (const { inSession } of this.#active.values()) inSession.callAgain()
  }

  /** The laptop slept: deadlines are later by as much. */
  slept(ms: number): void {
    for (const active of this.#active.values()) {
      const { state, deadlineAt } = active.job
      if (deadlineAt === null) continue
      const later = new Date(Date.parse(deadlineAt) + ms).toISOString()
      this.#update(active, state === 'waiting' ? 'wait' : 'run', { deadlineAt: later })
    }
  }

  get(id: string): Job {
    const job = this.#live(id) ?? this.#deps.records.get(id)
    if (!job) throw new AppError('JOB_NOT_FOUND', { id })
    return job
  }

  list(query: JobQuery): Job[] {
    return this.#deps.records.list(query).map((job) => this.#live(job.id) ?? job)
  }

  /**
   * Asks a job to end; what that means depends on its phase. Throws JOB_NOT_CANCELLABLE when it has ended, and the reason
   * of a workflow that cannot be stopped now.
   */
  cancel(id: string): Job {
    const job = this.get(id)
    if (isFinal(job.state)) throw new AppError('JOB_NOT_CANCELLABLE', { id, state: job.state })
    const active = this.#active.get(job.deviceId)
    if (active?.job.id === id && active.hold) throw active.hold
    const isInside = active?.job.id === id && active.inSession.isInside
    const changed = this.#change(job, 'cancel', isInside ? { step: 'endingAtAnswer' } : {})
    if (active?.job.id === id) {
      active.job = changed
      active.abort.abort(new AppError('JOB_CANCELLED'))
    } else {
      const rest = this.#queueOf(job.deviceId).filter((one) => one.id !== id)
      this.#queues.set(job.deviceId, rest)
      if (rest.length === 0) this.#runNext(job.deviceId)
    }
    return changed
  }

  #live(id: string): Job | undefined {
    for (const { job } of this.#active.values()) if (job.id === id) return job
    return undefined
  }

  #newJob(kind: JobKind, deviceId: string, input: unknown): Job {
    return {
      id: randomUUID(),
      kind,
      deviceId,
      state: 'queued',
      step: 'queued',
      progress: 0,
      input,
      result: null,
      error: null,
      createdAt: new Date().toISOString(),
      endedAt: null,
      notice: null,
      deadlineAt: null,
    }
  }

  #queueOf(deviceId: string): Job[] {
    const queue = this.#queues.get(deviceId) ?? []
    this.#queues.set(deviceId, queue)
    return queue
  }

  #runNext(deviceId: string): void {
    if (this.#stopped || this.#active.has(deviceId)) return
    const job = this.#queues.get(deviceId)?.shift()
    if (!job) {
      this.#queues.delete(deviceId)
      this.#deps.arrivals.forget(deviceId)
      return
    }
    const active = this.#activate(job)
    this.#active.set(deviceId, active)
    const run = this.#run(active).finally(() => {
      this.#running.delete(run)
      this.#active.delete(deviceId)
      this.#runNext(deviceId)
    })
    this.#running.add(run)
  }

  async #run(active: Active): Promise<void> {
    const workflow = this.#deps.workflows[active.job.kind] as Workflow<JobKind>
    try {
      const result = await workflow.run(this.#contextOf(active))
      active.job = this.#change(active.job, 'succeed', { step: 'done', progress: 1, result, notice: null })
    } catch (error) {
      if (this.#stopped && active.abort.signal.aborted) return
      const isCancelled = active.job.state === 'cancelling'
      if (!isCancelled && !(error instanceof AppError)) {
        this.#deps.log.error('job failed', {
          job: active.job.id,
          error: error instanceof Error ? (error.stack ?? '') : String(error),
        })
      }
      const cause = isCancelled ? new AppError('JOB_CANCELLED') : error
      active.job = this.#change(active.job, isCancelled ? 'stop' : 'fail', {
        error: toErrorData(cause),
        notice: null,
        result: active.partial(),
      })
    }
  }

  #activate(queued: Job): Active {
    const deadlineAt = queued.deadlineAt ?? this.#nextDeadline()
    const abort = new AbortController()
    const active: Active = {
      job: this.#change(queued, 'run', { step: 'starting', deadlineAt }),
      abort,
      partial: () => null,
      hold: null,
      parting: new AbortController(),
      inSession: new JobInSession({
        deviceId: queued.deviceId,
        signal: abort.signal,
        deadlineAt: () => Date.parse(active.job.deadlineAt ?? deadlineAt),
        sessions: this.#deps.sessions,
        clock: this.#deps.clock,
        update: (event, patch) => this.#update(active, event, patch),
      }),
    }
    return active
  }

  #nextDeadline(): string {
    return new Date(Date.now() + this.#deps.deadlineSeconds() * 1000).toISOString()
  }

  #contextOf(active: Active): WorkflowContext<never> {
    const { records, arrivals, quirks, sessions, clock } = this.#deps
    const { inSession, abort } = active
    const { id: jobId, deviceId, input } = active.job
    const { signal } = abort
    let toldAt = 0
    return {
      jobId,
      deviceId,
      input: input as never,
      signal,
      commandKey: jobId.replaceAll('-', ''),
      get quirks() {
        return quirks.of(deviceId)
      },
      learn: (name, value) => quirks.learn(deviceId, name, value, inSession.sessionId),
      step: (step, progress) => {
        signal.throwIfAborted()
        const forward = Math.max(active.job.progress, Math.min(1, progress ?? 0))
        const isNews = step !== active.job.step || Date.now() - toldAt >= progressIntervalMs
        if (!isNews) {
          active.job = { ...active.job, progress: forward }
          return
        }
        toldAt = Date.now()
        this.#update(active, 'run', { step, progress: forward })
      },
      notice: (notice) => this.#update(active, 'wait', { notice: notice && toErrorData(notice) }),
      keep: (partial) => {
        active.partial = partial
      },
      show: (partial) => {
        active.partial = () => partial
        this.#update(active, active.job.state === 'waiting' ? 'wait' : 'run', { result: partial })
      },
      restartDeadline: () => this.#update(active, 'run', { deadlineAt: this.#nextDeadline() }),
      hold: (reason) => {
        active.hold = reason
      },
      inSession: (script, options) => inSession.run(script, options),
      takeBack: (script, options) => this.#takeBack(active, script, options),
      now: () => clock.now(),
      mark: () => arrivals.mark(),
      waitFor: (pick, { since, until, step, signal: early }) => {
        this.#update(active, 'wait', { step })
        const either = early ? AbortSignal.any([signal, early]) : signal
        return arrivals.waitFor(deviceId, pick, { since, until, signal: either })
      },
      wake: () => sessions.wake(deviceId, signal),
      recall: () => records.getMemo(jobId),
      remember: (memo) => records.setMemo(jobId, memo),
    }
  }

  async #takeBack<T>(
    active: Active,
    script: (facts: SessionFacts) => Script<T>,
    { step, waitMs }: { step: string; waitMs: number },
  ): Promise<T | null> {
    const last = new JobInSession({
      deviceId: active.job.deviceId,
      signal: active.parting.signal,
      deadlineAt: () => Date.now() + waitMs,
      sessions: this.#deps.sessions,
      clock: this.#deps.clock,
      update: (event, patch) => this.#update(active, event, { ...patch, step }),
    })
    try {
      return await last.run(script, { waitMs })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return null
    }
  }

  #update(active: Active, event: JobEvent, patch: Partial<Job>): void {
    active.job = this.#change(active.job, event, patch)
  }

  /** Writes a change, then tells it. A change that the job's state does not allow leaves the job as it is. */
  #change(job: Job, event: JobEvent, patch: Partial<Job>): Job {
    const state = nextState(job.state, event)
    if (state === undefined) return job
    const ended: Partial<Job> = isFinal(state) ? { endedAt: new Date().toISOString() } : {}
    const changes = { ...patch, ...ended, state }
    const changed = { ...job, ...changes }
    this.#deps.records.update(job.id, { progress: changed.progress, ...changes })
    this.#deps.onChange(changed)
    return changed
  }
}
