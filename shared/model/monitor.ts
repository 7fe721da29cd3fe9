import { z } from 'zod'
import { MetricLimits } from './diagnose.ts'

/**
 * How samples come: by short sessions that the app asks for, with the box's own periodic Informs, or as bulk data that the
 * box sends over HTTP (TR-069 Annex N).
 */
export const MonitorMode = z.enum(['sessions', 'inform', 'bulk'])
export type MonitorMode = z.infer<typeof MonitorMode>

export const MonitorInput = z.strictObject({
  deviceId: z.string(),
  mode: MonitorMode.default('sessions'),
  /** Of `sessions`. */
  intervalSeconds: z.number().int().min(1).max(86_400).default(30),
  /** Parameters beside those of the table. */
  paths: z.array(z.string().min(1).max(256)).max(200).default([]),
  /** By metric, in place of the usual ones; the alarm is a fault of source `monitor`. */
  limits: z.record(z.string(), MetricLimits).default({}),
})
export type MonitorInput = z.infer<typeof MonitorInput>

/** `state`: `waiting` for its first sample; `skipped`: a job has the box; `silent`: the last sample did not come. */
export const Monitor = MonitorInput.extend({
  state: z.enum(['waiting', 'sampling', 'running', 'skipped', 'silent']),
  startedAt: z.string(),
  lastSampleAt: z.string().nullable(),
  /** Where the box sends bulk data; empty in the other modes. */
  bulkUrl: z.string(),
})
export type Monitor = z.infer<typeof Monitor>

/** One line of a drawing: a metric of the table, or a parameter, in its unit. */
export const SeriesInfo = z.object({
  /** `<metric>` or `<metric> <instance>`, else the parameter's path. */
  name: z.string(),
  /** Worded under `monitor.metrics.<metric>`; empty for a bare parameter. */
  metric: z.string(),
  unit: z.string(),
})
export type SeriesInfo = z.infer<typeof SeriesInfo>

/** `points`: milliseconds since the epoch and the value; rising. */
export const Series = SeriesInfo.extend({ points: z.array(z.tuple([z.number(), z.number()])) })
export type Series = z.infer<typeof Series>

export const SeriesQuery = z.strictObject({
  deviceId: z.string(),
  names: z.array(z.string()).max(500).optional(),
  /** Milliseconds since the epoch. */
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  /** Of each line; above it neighbours are joined to their mean. */
  maxPoints: z.number().int().min(10).max(100_000).default(2000),
})
export type SeriesQuery = z.infer<typeof SeriesQuery>

/** `texts`: values that are words, such as a state. */
export const MonitorSample = z.object({
  deviceId: z.string(),
  at: z.number(),
  values: z.array(SeriesInfo.extend({ value: z.number() })),
  texts: z.record(z.string(), z.string()),
})
export type MonitorSample = z.infer<typeof MonitorSample>
