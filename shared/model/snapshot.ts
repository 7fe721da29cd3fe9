import { z } from 'zod'
import { ParameterFailure, ParameterValue } from './parameter.ts'

/** A kept set of values of one box at one time. */
export const Snapshot = z.object({
  id: z.string(),
  deviceId: z.string(),
  jobId: z.string().nullable(),
  /** A `backup` was taken to be restored; a `read` is what somebody wanted to keep. */
  kind: z.enum(['read', 'backup']),
  name: z.string(),
  takenAt: z.string(),
  valueCount: z.number().int(),
})
export type Snapshot = z.infer<typeof Snapshot>

export const SnapshotDetail = Snapshot.extend({
  values: z.array(ParameterValue),
  failed: z.array(ParameterFailure),
  /** Of a backup: which of its values may be written. */
  writable: z.array(z.string()).optional(),
})
export type SnapshotDetail = z.infer<typeof SnapshotDetail>
