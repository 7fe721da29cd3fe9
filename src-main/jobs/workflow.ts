import type { AppError } from '#shared/errors.ts'
import type { JobInput, JobKind, JobResult } from '#shared/model/job-kinds.ts'
import type { QuirkName, QuirkValue, QuirkValues } from '#shared/model/quirk.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import type { WakeOutcome } from '../sessions/wake-outcome.ts'
import type { Arrival } from './arrivals.ts'

export interface SessionOptions {
  /** Which sessions will do (one that reports a transfer, say); all of them by default. */
  accepts?: (facts: SessionFacts) => boolean
  /** Whether to wake the box by a connection request; true by default. */
  wake?: boolean
  /** How often to start over in a later session when the session is lost; only for scripts that may run twice. */
  retries?: number
  /** Milliseconds to wait for the session; the job's deadline by default. */
  waitMs?: number
}

export interface WaitOptions {
  /** Only what arrived after this mark; take it by `mark()` before the box is asked, and `remember` it. */
  since: number
  /** Until when, in milliseconds since the epoch: absolute, so that it means the same after a restart. */
  until: number
  /** What the job says meanwhile. */
  step: string
  /** Ends the wait early: it rejects with the signal's reason. */
  signal?: AbortSignal
}

/** What a workflow has at hand. Every method throws the reason of `signal` once the job is cancelled. */
export interface WorkflowContext<I> {
  readonly jobId: string
  readonly deviceId: string
  readonly input: I
  readonly signal: AbortSignal
  /** Fits CommandKey and ParameterKey (32 characters), and names this job. */
  readonly commandKey: string
  /** How the box's model likes to be treated, as known now. */
  readonly quirks: QuirkValues
  /** Keeps what the present session taught about the box's model. */
  learn<N extends QuirkName>(name: N, value: QuirkValue<N>): void
  /** Says what is going on: a code worded under `steps.<step>`, and how far (0..1, never back). */
  step(step: string, progress?: number): void
  /** Says what the technician should know while the job waits; null takes it back. */
  notice(notice: AppError | null): void
  /** What the job's result is if it does not succeed: as far as it got. */
  keep(partial: () => unknown): void
  /** Counts the time until the job's deadline anew: it waited for something else than its box. */
  restartDeadline(): void
  /** While a reason is set, Cancel is refused with it (a box that writes its flash); null allows it again. */
  hold(reason: AppError | null): void
  /** Shows the result as far as it got, while the job runs; also what it is if the job does not succeed. */
  show(partial: unknown): void
  /** Runs a script in a session of the box: the open one, or the next. Throws JOB_DEADLINE, SESSION_LOST, the script's errors. */
  inSession<T>(script: (facts: SessionFacts) => Script<T>, options?: SessionOptions): Promise<T>
  /**
   * After a cancel: one more script, which only takes back what the box was told. null where the box opened no session
   * within `waitMs`, or would not speak. `step` is what the job says meanwhile.
   */
  takeBack<T>(script: (facts: SessionFacts) => Script<T>, options: { step: string; waitMs: number }): Promise<T | null>
  /** Milliseconds that stand still while the laptop sleeps, to measure silence by. */
  now(): number
  /** Where the box's messages stand now, for `since`. */
  mark(): number
  /**
   * The first message of the box (an Inform, TransferComplete, …) after `since` for which `pick` gives a value; what
   * came while the app was down or the job was busy counts. null when none came until `until`.
   */
  waitFor<T>(pick: (arrival: Arrival) => T | undefined, options: WaitOptions): Promise<T | null>
  /** Calls the box once. The Inform, the only proof, is for the caller to wait for. */
  wake(): Promise<WakeOutcome>
  /** The workflow's durable memory: what was set is there after a crash. */
  recall(): unknown
  remember(memo: unknown): void
}

/** One guided job. `restart` says what becomes of it when the app died in the middle. */
export interface Workflow<K extends JobKind> {
  kind: K
  /** `again`: may run from the top; `resume`: looks at `recall()` first; `interrupt`: a person must decide. */
  restart: 'again' | 'resume' | 'interrupt'
  run(context: WorkflowContext<JobInput<K>>): Promise<JobResult<K>>
}

export type WorkflowTable = { [K in JobKind]: Workflow<K> }
