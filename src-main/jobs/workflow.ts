import type { JobInput, JobKind, JobResult } from '#shared/model/job.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'

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

/** What a workflow has at hand. Every method throws the reason of `signal` once the job is cancelled. */
export interface WorkflowContext<I> {
  readonly jobId: string
  readonly deviceId: string
  readonly input: I
  readonly signal: AbortSignal
  /** Says what is going on: a code worded under `steps.<step>`, and how far (0..1, never back). */
  step(step: string, progress?: number): void
  /** Runs a script in a session of the box: the open one, or the next. Throws JOB_DEADLINE, SESSION_LOST, the script's errors. */
  inSession<T>(script: (facts: SessionFacts) => Script<T>, options?: SessionOptions): Promise<T>
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
