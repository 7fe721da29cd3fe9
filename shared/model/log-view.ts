import { z } from 'zod'
import { severities } from './syslog.ts'

export const LogSeverity = z.enum(severities)
export const LogEncoding = z.enum(['utf-8', 'gb18030', 'latin1'])

/** A file that can be opened: one of a collect job, or a live log. */
export const LogSource = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['collected', 'live']),
  jobId: z.string().nullable(),
  deviceId: z.string().nullable(),
  sizeBytes: z.number().int(),
  modifiedAt: z.string(),
})
export type LogSource = z.infer<typeof LogSource>

/** An open log. Times are the log's own, as milliseconds since the epoch; null where its lines bear none. */
export const OpenLog = z.object({
  id: z.string(),
  path: z.string(),
  name: z.string(),
  sizeBytes: z.number().int(),
  encoding: LogEncoding,
  /** So far. */
  lineCount: z.number().int(),
  isIndexed: z.boolean(),
  firstAt: z.number().nullable(),
  lastAt: z.number().nullable(),
})
export type OpenLog = z.infer<typeof OpenLog>

/** `number` from 0. `isCut`: the line goes on beyond what is shown. */
export const LogLine = z.object({
  number: z.number().int(),
  text: z.string(),
  at: z.number().nullable(),
  severity: LogSeverity.nullable(),
  isCut: z.boolean(),
})
export type LogLine = z.infer<typeof LogLine>

export const LogLinesInput = z.strictObject({
  id: z.string(),
  from: z.number().int().min(0),
  count: z.number().int().min(1).max(5000),
})

/** Every word must stand in the line, in either case; `severity` and worse. */
export const LogFilterInput = z.strictObject({
  id: z.string(),
  text: z.string().max(500).default(''),
  severity: LogSeverity.optional(),
  from: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(500),
})
/** A part of what fits: go on at `nextLine` until `isDone`. */
export const LogFilterResult = z.object({
  lines: z.array(LogLine),
  nextLine: z.number().int(),
  isDone: z.boolean(),
})
export type LogFilterResult = z.infer<typeof LogFilterResult>

/** Where live syslog is received. */
export const LiveLog = z.object({
  address: z.string(),
  port: z.number().int(),
  path: z.string(),
  startedAt: z.string(),
  /** Messages that came too fast, or did not fit into the file. */
  dropped: z.number().int(),
})
export type LiveLog = z.infer<typeof LiveLog>
