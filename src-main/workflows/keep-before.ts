import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'

/** What stands in a box that a job is about to change. */
export interface ValuesBefore {
  deviceId: string
  jobId: string
  values: ParameterValue[]
  failed: ParameterFailure[]
  /** Those that the job may change: bringing back what was undoes that job, and nothing else. */
  writable?: string[]
}

/** Keeps it; gives the snapshot's id. */
export type KeepBefore = (before: ValuesBefore) => string
