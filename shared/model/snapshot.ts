import { z } from 'zod'
import { ParameterFailure, ParameterValue } from './parameter.ts'

/** A kept set of values of one box at one time. */
export const Snapshot = z.object({
  id: z.string(),
  deviceId: z.string(),
  jobId: z.string().nullable(),
  name: z.string(),
  takenAt: z.string(),
  valueCount: z.number().int(),
})
export type Snapshot = z.infer<typeof Snapshot>

export const SnapshotDetail = Snapshot.extend({
  values: z.array(ParameterValue),
  failed: z.array(ParameterFailure),
})
export type SnapshotDetail = z.infer<typeof SnapshotDetail>
