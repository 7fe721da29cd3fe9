import { z } from 'zod'
import { JobKind, JobState } from './job.ts'

/** What to look for; `text` matches device, serial, note, kind, path and error code. */
export const HistoryQuery = z.strictObject({
  text: z.string().max(500).optional(),
  deviceId: z.string().optional(),
  kind: JobKind.optional(),
  state: JobState.optional(),
  /** ISO 8601, inclusive. */
  from: z.string().optional(),
  to: z.string().optional(),
  limit: z.number().int().min(1).max(10_000).optional(),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** One line of the history: a job, a snapshot, or a session. */
export const HistoryEntry = z.object({
  type: z.enum(['job', 'snapshot', 'session']),
  id: z.string(),
  deviceId: z.string().nullable(),
  deviceLabel: z.string(),
  at: z.string(),
  /** Job kind, snapshot name or the session's events. */
  title: z.string(),
  /** Job state or session outcome; empty for a snapshot. */
  state: z.string(),
  durationMs: z.number().int().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
