import { z } from 'zod'
import { ErrorData } from '../errors.ts'
import { ParameterFailure, ParameterValue } from './parameter.ts'

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

/** Paths to read; an empty string is the whole tree, a path ending in a dot a branch (TR-069 A.3.2.2). */
export const ReadInput = z.object({ paths: z.array(z.string().max(256)).min(1).max(10_000) })
export type ReadInput = z.infer<typeof ReadInput>

export const ReadResult = z.object({ values: z.array(ParameterValue), failed: z.array(ParameterFailure) })
export type ReadResult = z.infer<typeof ReadResult>

/** One table of job kinds: what each takes and gives. A workflow is registered under the same name. */
export const jobKinds = {
  read: { input: ReadInput, result: ReadResult },
} as const

export type JobKind = keyof typeof jobKinds
export const JobKind = z.enum(Object.keys(jobKinds) as [JobKind, ...JobKind[]])
export type JobInput<K extends JobKind> = z.infer<(typeof jobKinds)[K]['input']>
export type JobResult<K extends JobKind> = z.infer<(typeof jobKinds)[K]['result']>

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
