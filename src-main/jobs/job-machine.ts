import type { JobState } from '#shared/model/job.ts'

/** What can happen to a job. */
export type JobEvent = 'run' | 'wait' | 'cancel' | 'succeed' | 'fail' | 'stop' | 'requeue' | 'interrupt'

/**
 * The life of a job as a table. `stop` is the end that a cancelled job reaches; `requeue` and `interrupt` happen to jobs
 * found unfinished at start-up. A job that succeeds while it is being cancelled has succeeded: that is the truth.
 */
const table: Record<JobState, Partial<Record<JobEvent, JobState>>> = {
  queued: { run: 'running', cancel: 'cancelled', fail: 'failed', requeue: 'queued', interrupt: 'interrupted' },
  running: {
    run: 'running',
    wait: 'waiting',
    cancel: 'cancelling',
    succeed: 'succeeded',
    fail: 'failed',
    requeue: 'queued',
    interrupt: 'interrupted',
  },
  waiting: {
    run: 'running',
    wait: 'waiting',
    cancel: 'cancelling',
    succeed: 'succeeded',
    fail: 'failed',
    requeue: 'queued',
    interrupt: 'interrupted',
  },
  cancelling: {
    run: 'cancelling',
    wait: 'cancelling',
    cancel: 'cancelling',
    succeed: 'succeeded',
    fail: 'failed',
    stop: 'cancelled',
    requeue: 'cancelled',
    interrupt: 'cancelled',
  },
  succeeded: {},
  failed: {},
  cancelled: {},
  interrupted: {},
}

/** The next state, or undefined where the event means nothing in this state. */
export function nextState(state: JobState, event: JobEvent): JobState | undefined {
  return table[state][event]
}
