import { z } from 'zod'
import { ErrorData } from '../errors.ts'
import { JobKind } from './job-kinds.ts'

export { type JobInput, JobKind, type JobResult, jobKinds, ReadInput, ReadResult } from './job-kinds.ts'

/** States of a job; the last four are final. */
export const JobState = z.enum([
  'queued',
  'running',
  'waiting',
  'cancelling',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
])
export type JobState = z.infer<typeof JobState>

const finalStates: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled', 'interrupted'])

/** Whether a job in this state has ended. */
export function isFinal(state: JobState): boolean {
  return finalStates.has(state)
}

/**
 * A job as everyone sees it. `step` is a code worded under `steps.<step>`; `progress` is 0..1 and never goes back;
 * times are ISO 8601 in UTC.
 */
export const Job = z.object({
  id: z.string(),
  kind: JobKind,
  deviceId: z.string(),
  state: JobState,
  step: z.string(),
  progress: z.number().min(0).max(1),
  input: z.unknown(),
  result: z.unknown().nullable(),
  error: ErrorData.nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why the job still waits (a connection request that failed, say); null when nothing is to be said. */
  notice: ErrorData.nullable(),
  /** Until when the job waits for the box. */
  deadlineAt: z.string().nullable(),
})
export type Job = z.infer<typeof Job>
