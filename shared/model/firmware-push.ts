import { z } from 'zod'
import { ErrorData } from '../errors.ts'
import { CompatibilityReason } from './firmware.ts'
import { ServedProtocol, TransferFinding } from './transfer.ts'

/** File types of Download (spec/02 2.5); vendors add their own: `X <VENDOR> <text>`. */
export const downloadFileTypes = [
  '1 Firmware Upgrade Image',
  '2 Web Content',
  '3 Vendor Configuration File',
  '4 Tone File',
  '5 Ringer File',
  '6 Stored Firmware Image',
] as const

/** A configuration file of the box's maker, as Upload gives it. */
export const configFileType = downloadFileTypes[2]

/** Whether a file of this type is an image with a version of its own, put to use at once or stored for later. */
export function carriesVersion(fileType: string): boolean {
  return changesVersion(fileType) || fileType.startsWith('6 ')
}

/** Whether a file of this type is to change the version that the box reports; of all others only the report is proof. */
export function changesVersion(fileType: string): boolean {
  return fileType.startsWith('1 ') || /^X .*firmware/i.test(fileType)
}

/** One file for one box (TR-069 A.3.2.8). */
export const FirmwareInput = z.strictObject({
  firmwareId: z.string().min(1),
  transport: ServedProtocol.default('http'),
  /** That of the file's metadata where it is left out. */
  fileType: z.exactOptional(z.string().trim().min(1).max(64)),
  /** Seconds between the box's answer and its first request. */
  delaySeconds: z.number().int().min(0).max(604_800).default(0),
  targetFileName: z.string().trim().max(256).default(''),
  /** One-time login for the file; FTP always has one, TFTP never. */
  auth: z.enum(['none', 'basic', 'digest']).default('none'),
  /** Pushes a file that the check has blocked; the reason is kept with the result. */
  override: z.exactOptional(z.strictObject({ reason: z.string().trim().min(3).max(500) })),
  /** Seconds without a sign of life (a byte, a report, a boot) after which the box is called and its version decides. */
  verifyTimeoutSeconds: z.number().int().min(5).max(86_400).default(900),
  /** Seconds for a box that contradicts itself: refuses and fetches all the same, boots and reports nothing. */
  graceSeconds: z.number().int().min(0).max(3600).default(20),
  batchId: z.exactOptional(z.string()),
  /** The zero-touch rule that started it. */
  ruleId: z.exactOptional(z.string()),
})
export type FirmwareInput = z.infer<typeof FirmwareInput>

/**
 * What became of a push. `proven`: the box reports the new version (or, for other files, success for what it fetched);
 * `appliedLater`: it reports success and has not restarted yet; `notApplied`: it restarted, or reports success, and the
 * version is the old one; `failed`: it reports a fault, or did not take the file; `unknown`: nothing proves either.
 */
export const PushVerdict = z.enum(['proven', 'appliedLater', 'notApplied', 'failed', 'unknown'])
export type PushVerdict = z.infer<typeof PushVerdict>

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** One thing that happened, worded under `firmware.timeline.<step>`; `at` is ISO 8601 in UTC. */
export const TimelineEntry = z.object({ at: z.string(), step: z.string(), params: Params })
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** Why it ended so, by what the box said and our server saw; worded under `firmware.explanations.<code>`. */
export const Explanation = z.object({ code: z.string(), params: Params })
export type Explanation = z.infer<typeof Explanation>

export const FirmwareResult = z.object({
  /** Versions before and after; empty where the box did not say. */
  from: z.string(),
  to: z.string(),
  /** The version that the file brings, as the technician entered it; empty where unknown. */
  expected: z.string(),
  verified: z.boolean(),
  verdict: PushVerdict,
  fileName: z.string(),
  fileType: z.string(),
  sha256: z.string(),
  timeline: z.array(TimelineEntry),
  transfer: z.object({
    protocol: ServedProtocol,
    /** Bytes of the file that the box holds: ranges of resumed and parallel requests are united. */
    bytes: z.number().int(),
    sizeBytes: z.number().int(),
    requests: z.number().int(),
    finding: TransferFinding,
  }),
  /** The fault that the box gave, in answer to Download or in TransferComplete. */
  fault: z.object({ code: z.number().int(), message: z.string(), by: z.enum(['answer', 'report']) }).nullable(),
  explanation: Explanation.nullable(),
  /** What the check had to say, and why it was pushed all the same. */
  reasons: z.array(CompatibilityReason),
  override: z.object({ reason: z.string() }).nullable(),
})
export type FirmwareResult = z.infer<typeof FirmwareResult>

/** How far one push is, beyond its job; bytes as in the result. */
export const PushProgress = z.object({
  jobId: z.string(),
  bytes: z.number().int(),
  sizeBytes: z.number().int(),
  requests: z.number().int(),
  /** ISO 8601 in UTC; null before the first byte. */
  firstByteAt: z.string().nullable(),
  lastByteAt: z.string().nullable(),
})
export type PushProgress = z.infer<typeof PushProgress>

/** One row of a batch: a box and its latest job. */
export const BatchRow = z.object({
  deviceId: z.string(),
  jobId: z.string(),
  attempts: z.number().int(),
  /** JobState of that job. */
  state: z.string(),
  verdict: PushVerdict.nullable(),
  from: z.string(),
  to: z.string(),
  bytes: z.number().int(),
  fault: z.number().int().nullable(),
  explanation: Explanation.nullable(),
  overrideReason: z.string(),
  error: ErrorData.nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>

/** One file for several boxes, in their order. Each box has a job of its own; a retry is another round of jobs. */
export const FirmwareBatch = z.object({
  id: z.string(),
  firmwareId: z.string(),
  /** Kept here too: the file may be removed later. */
  fileName: z.string(),
  input: FirmwareInput,
  /** No further box is begun once so many of a round have failed; 0 never stops. */
  stopAfterFailures: z.number().int(),
  rounds: z.array(z.array(z.string())),
  createdAt: z.string(),
})
export type FirmwareBatch = z.infer<typeof FirmwareBatch>

export const FirmwareBatchDetail = FirmwareBatch.extend({ rows: z.array(BatchRow) })
export type FirmwareBatchDetail = z.infer<typeof FirmwareBatchDetail>

/** What the technician sees of a push, in order. */
export const pushPhases = ['preparing', 'waiting', 'transferring', 'installing', 'verifying'] as const
export type PushPhase = (typeof pushPhases)[number]

/** Every step of the job, its phase, and how far the job is when it begins (0..1). */
export const pushSteps = {
  checkingFile: { phase: 'preparing', from: 0.01 },
  waitingForSlot: { phase: 'preparing', from: 0.02 },
  waitingForBox: { phase: 'waiting', from: 0.03 },
  calledBox: { phase: 'waiting', from: 0.03 },
  waitingForInform: { phase: 'waiting', from: 0.03 },
  inSession: { phase: 'waiting', from: 0.05 },
  readingVersion: { phase: 'waiting', from: 0.06 },
  sendingDownload: { phase: 'waiting', from: 0.08 },
  waitingForFetch: { phase: 'transferring', from: 0.1 },
  recalling: { phase: 'transferring', from: 0.1 },
  transferring: { phase: 'transferring', from: 0.1 },
  installing: { phase: 'installing', from: 0.65 },
  waitingForRestart: { phase: 'installing', from: 0.8 },
  verifying: { phase: 'verifying', from: 0.9 },
} as const satisfies Record<string, { phase: PushPhase; from: number }>

export type PushStep = keyof typeof pushSteps

/** How far a job is while the box fetches; bytes in, 0..1 out. */
export function transferShare(bytes: number, sizeBytes: number): number {
  const { from } = pushSteps.transferring
  return from + (pushSteps.installing.from - from) * Math.min(1, sizeBytes > 0 ? bytes / sizeBytes : 0)
}

/** The phase that a job's step belongs to. */
export function phaseOf(step: string): PushPhase {
  return Object.hasOwn(pushSteps, step) ? pushSteps[step as PushStep].phase : 'preparing'
}

/**
 * What Cancel means in a phase: `stop` undoes everything; `recall` has a box forget what it was told and has not begun;
 * `withdraw` takes the file away from a box that fetches it; `impossible` while the box writes its flash; `skip` ends the
 * proof, not the update.
 */
export type CancelMeaning = 'stop' | 'recall' | 'withdraw' | 'impossible' | 'skip'

const cancelMeanings: Record<PushPhase, CancelMeaning> = {
  preparing: 'stop',
  waiting: 'stop',
  transferring: 'withdraw',
  installing: 'impossible',
  verifying: 'skip',
}

/** Steps in which Cancel means something else than in the rest of their phase. */
const cancelMeaningsOfSteps: Partial<Record<PushStep, CancelMeaning>> = {
  sendingDownload: 'recall',
  waitingForFetch: 'recall',
  recalling: 'recall',
  // It has reported its success: nothing is left to break off.
  waitingForRestart: 'skip',
}

export function cancelMeaningOf(step: string): CancelMeaning {
  return cancelMeaningsOfSteps[step as PushStep] ?? cancelMeanings[phaseOf(step)]
}
