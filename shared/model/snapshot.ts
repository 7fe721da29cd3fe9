import { z } from 'zod'
import { ParameterFailure, ParameterValue } from './parameter.ts'

/**
 * What it was taken for: `read` is what somebody wanted to keep, a `backup` is to be restored, `before` is what stood in
 * the box before a job changed it.
 */
export const SnapshotKind = z.enum(['read', 'backup', 'before'])
export type SnapshotKind = z.infer<typeof SnapshotKind>

/** A kept set of values of one box at one time. */
export const Snapshot = z.object({
  id: z.string(),
  deviceId: z.string(),
  jobId: z.string().nullable(),
  kind: SnapshotKind,
  name: z.string(),
  takenAt: z.string(),
  valueCount: z.number().int(),
  /** The box's configuration file in the library, where the backup has one. */
  configFileId: z.string().nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>

/** Which snapshots; all of them where nothing is said. Newest first; 200 where no limit is given. */
export const SnapshotQuery = z.strictObject({
  deviceId: z.string().optional(),
  kinds: z.array(SnapshotKind).optional(),
  limit: z.number().int().min(1).max(10_000).optional(),
})
export type SnapshotQuery = z.infer<typeof SnapshotQuery>

export const SnapshotDetail = Snapshot.extend({
  values: z.array(ParameterValue),
  failed: z.array(ParameterFailure),
  /** Which of its values may be written, where that is known. */
  writable: z.array(z.string()).optional(),
})
export type SnapshotDetail = z.infer<typeof SnapshotDetail>
