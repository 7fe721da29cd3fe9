import { z } from 'zod'
import { MaskChoice } from './collect.ts'

/** What a report says of the visit; fields that are left empty are not shown. */
export const ReportVisit = z.strictObject({
  customer: z.string().max(200).default(''),
  site: z.string().max(500).default(''),
  /** Number of the work order. */
  order: z.string().max(100).default(''),
  technician: z.string().max(200).default(''),
  remark: z.string().max(4000).default(''),
})
export type ReportVisit = z.infer<typeof ReportVisit>

/** One job, or all that was done with a box; times are ISO 8601, inclusive. */
export const ReportSubject = z.union([
  z.strictObject({ jobId: z.string() }),
  z.strictObject({ deviceId: z.string(), from: z.iso.datetime().optional(), to: z.iso.datetime().optional() }),
])
export type ReportSubject = z.infer<typeof ReportSubject>

export const ReportFormat = z.enum(['pdf', 'html', 'csv'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** What is needed to make a report as text. */
export const ReportInput = z.strictObject({
  subject: ReportSubject,
  format: ReportFormat,
  language: z.enum(['en', 'zh-CN']).default('en'),
  visit: ReportVisit.prefault({}),
  mask: MaskChoice.prefault({}),
  path: z.string().min(1).max(4096),
})
export type ReportInput = z.infer<typeof ReportInput>

export const ReportSaved = z.object({ path: z.string(), sizeBytes: z.number().int(), jobs: z.number().int() })
export type ReportSaved = z.infer<typeof ReportSaved>
