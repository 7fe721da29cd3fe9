import { z } from 'zod'

/** A deviation of the box that was understood all the same; worded under `warnings.<code>`. */
export const Warning = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Warning = z.infer<typeof Warning>

/** How a session ended; `open` while it runs. */
export const SessionOutcome = z.enum(['open', 'completed', 'replaced', 'timeout', 'failed', 'refused', 'stopped'])
export type SessionOutcome = z.infer<typeof SessionOutcome>

/** One CWMP session. Times are ISO 8601 in UTC. */
export const Session = z.object({
  id: z.string(),
  deviceId: z.string().nullable(),
  address: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: SessionOutcome,
  /** Why it ended so: a code worded under `sessionReasons.<reason>`, empty where the outcome says all. */
  reason: z.string(),
  events: z.array(z.string()),
  cwmpVersion: z.string(),
  messageCount: z.number().int(),
  warnings: z.array(Warning),
})
export type Session = z.infer<typeof Session>

/**
 * One HTTP message of a session. `body` is the decoded text with secrets masked, at most 64 KiB of it in lists and none in events;
 * `method` is the RPC's name, `empty`, `http` (401, 503, …) or `malformed`.
 */
export const TraceMessage = z.object({
  id: z.number().int(),
  sessionId: z.string(),
  at: z.string(),
  /** Seen from the ACS: `in` is box to ACS. */
  direction: z.enum(['in', 'out']),
  method: z.string(),
  cwmpId: z.string().nullable(),
  /** Short facts for the one-line summary, worded under `trace.summary.<method>`. */
  summary: z.record(z.string(), z.union([z.string(), z.number()])),
  httpStatus: z.number().int().nullable(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  sizeBytes: z.number().int(),
  body: z.string(),
  bodyTruncated: z.boolean(),
  fault: z.object({ code: z.number().int(), message: z.string() }).nullable(),
  warnings: z.array(Warning),
})
export type TraceMessage = z.infer<typeof TraceMessage>
