import { z } from 'zod'
import { ErrorData } from '../errors.ts'

const host = z.string().max(256)
const url = z.string().max(512)
const timeoutMs = z.number().int().min(100).max(60_000)
const testBytes = z
  .number()
  .int()
  .min(1024)
  .max(4 * 1024 ** 3)

/**
 * One test that a box can run by itself. An empty host is this PC as the box sees it, an empty URL the app's own file
 * server as the far end.
 */
export const DiagnosticTest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ping'),
    host: host.default(''),
    count: z.number().int().min(1).max(1000).default(10),
    timeoutMs: timeoutMs.default(2000),
    sizeBytes: z.number().int().min(1).max(65_535).default(64),
    dscp: z.number().int().min(0).max(63).default(0),
  }),
  z.strictObject({
    kind: z.literal('traceRoute'),
    host: host.default(''),
    tries: z.number().int().min(1).max(3).default(3),
    timeoutMs: timeoutMs.default(2000),
    maxHops: z.number().int().min(1).max(64).default(30),
    sizeBytes: z.number().int().min(1).max(65_535).default(64),
  }),
  z.strictObject({
    kind: z.literal('lookup'),
    name: host.min(1),
    /** Empty: the box's own DNS server. */
    server: host.default(''),
    count: z.number().int().min(1).max(100).default(3),
    timeoutMs: timeoutMs.default(2000),
  }),
  z.strictObject({
    kind: z.literal('download'),
    url: url.default(''),
    sizeBytes: testBytes.default(16 * 1024 ** 2),
  }),
  z.strictObject({
    kind: z.literal('upload'),
    url: url.default(''),
    sizeBytes: testBytes.default(8 * 1024 ** 2),
  }),
  /** The operator's TCP SYN test; its far end is the box's own. */
  z.strictObject({ kind: z.literal('tcpConnect') }),
  /** The speed test of the platform. */
  z.strictObject({
    kind: z.literal('bandwidth'),
    url: url.default(''),
    sizeBytes: testBytes.default(16 * 1024 ** 2),
  }),
  z.strictObject({ kind: z.literal('play'), url: url.min(1) }),
])
export type DiagnosticTest = z.infer<typeof DiagnosticTest>
export type DiagnosticKind = DiagnosticTest['kind']

/** `good` is still good, beyond `bad` is bad, between them a warning; which way is better is in `metricTable`. */
export const MetricLimits = z.object({ good: z.number(), bad: z.number() })
export type MetricLimits = z.infer<typeof MetricLimits>

export const Verdict = z.enum(['good', 'warning', 'bad', 'none'])
export type Verdict = z.infer<typeof Verdict>

const defaultTests: DiagnosticTest[] = [
  DiagnosticTest.parse({ kind: 'ping' }),
  DiagnosticTest.parse({ kind: 'traceRoute' }),
  DiagnosticTest.parse({ kind: 'download' }),
  DiagnosticTest.parse({ kind: 'upload' }),
]

/** `waitSeconds`: how long to wait for `8 DIAGNOSTICS COMPLETE` before the box is asked; by default what the test may take. */
export const DiagnoseInput = z.strictObject({
  tests: z.array(DiagnosticTest).min(1).max(50).default(defaultTests),
  waitSeconds: z.number().int().min(1).max(3600).optional(),
  /** By `<kind>.<metric>`, in place of the usual ones. */
  limits: z.record(z.string(), MetricLimits).default({}),
})
export type DiagnoseInput = z.infer<typeof DiagnoseInput>

/** One figure of a test, worded under `diagnose.metrics.<name>`; the unit is in its name. */
export const Metric = z.object({ name: z.string(), value: z.number(), verdict: Verdict })
export type Metric = z.infer<typeof Metric>

/**
 * One test as it stands. `state` is the box's DiagnosticsState, raw; `rows` are the hops of a trace or the answers of a
 * lookup; `object` is where the box keeps the test, empty where it has none.
 */
export const DiagnosticResult = z.object({
  test: DiagnosticTest,
  status: z.enum(['waiting', 'requested', 'done', 'failed', 'unsupported', 'timeout']),
  object: z.string(),
  state: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  metrics: z.array(Metric),
  rows: z.array(z.record(z.string(), z.string())),
  verdict: Verdict,
  error: ErrorData.nullable(),
})
export type DiagnosticResult = z.infer<typeof DiagnosticResult>

/** Also there while the job runs. `verdict` is the worst of the tests'. */
export const DiagnoseResult = z.object({ results: z.array(DiagnosticResult), verdict: Verdict })
export type DiagnoseResult = z.infer<typeof DiagnoseResult>
