import { z } from 'zod'
import { ErrorData } from '../errors.ts'

/** What evidence is made of; worded under `collect.items.<kind>`. */
export const EvidenceKind = z.enum([
  'parameters',
  'alarms',
  'deviceLog',
  'configFile',
  'logFile',
  'debugInfo',
  'startupInfo',
  'packetCapture',
  'syslog',
  'realTimeLog',
  'diagnostics',
  'trace',
])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** Without anything: all that the box can give. */
export const CollectInput = z.strictObject({
  kinds: z.array(EvidenceKind).min(1).default(EvidenceKind.options),
  /** Paths to read instead of the whole tree. */
  paths: z.array(z.string().max(256)).max(1000).default([]),
  /** How long the box streams its log, and captures packets. */
  streamSeconds: z.number().int().min(1).max(3600).default(15),
  /** How long one file may take to come. */
  fileSeconds: z.number().int().min(5).max(3600).default(120),
  /** Of one item. */
  maxBytes: z
    .number()
    .int()
    .min(1024)
    .max(4 * 1024 ** 3)
    .default(256 * 1024 ** 2),
})
export type CollectInput = z.infer<typeof CollectInput>

/** A file of the evidence, below the job's own folder. */
export const EvidenceFile = z.object({
  name: z.string(),
  kind: EvidenceKind,
  sizeBytes: z.number().int(),
  sha256: z.string(),
  receivedAt: z.string(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/**
 * One line of the list. `missing`: the box has no such thing; `empty`: it has, and nothing came of it. `detail` is what
 * the box calls it (its log file's name, say), `count` how many values, lines or messages.
 */
export const EvidenceItem = z.object({
  id: z.string(),
  kind: EvidenceKind,
  detail: z.string(),
  status: z.enum(['waiting', 'asked', 'receiving', 'done', 'empty', 'missing', 'failed']),
  bytes: z.number().int(),
  count: z.number().int().nullable(),
  protocol: z.string().nullable(),
  error: ErrorData.nullable(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** Also there, as far as it got, while the job runs. `snapshotId` is where the parameters are kept. */
export const CollectResult = z.object({
  items: z.array(EvidenceItem),
  files: z.array(EvidenceFile),
  snapshotId: z.string().nullable(),
  startedAt: z.string(),
})
export type CollectResult = z.infer<typeof CollectResult>

/** What is masked before evidence leaves the PC; all of it unless said otherwise. */
export const MaskChoice = z.strictObject({
  passwords: z.boolean().default(true),
  /** PPPoE users, IPTV user ids, logins. */
  accounts: z.boolean().default(true),
  /** Wi-Fi and private keys, tokens. */
  keys: z.boolean().default(true),
})
export type MaskChoice = z.infer<typeof MaskChoice>
export const MaskKind = z.enum(['passwords', 'accounts', 'keys'])
export type MaskKind = z.infer<typeof MaskKind>

/** One place where something is masked, as it will read. */
export const MaskSample = z.object({ file: z.string(), line: z.number().int(), kind: MaskKind, text: z.string() })
export type MaskSample = z.infer<typeof MaskSample>

/**
 * What an export would hold. `isOpaque`: a file that is no text, in which nothing can be masked: leave it out where it
 * must not leave the PC as it is.
 */
export const CollectPreview = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      sizeBytes: z.number().int(),
      isOpaque: z.boolean(),
      masked: z.record(MaskKind, z.number().int()),
    }),
  ),
  samples: z.array(MaskSample),
})
export type CollectPreview = z.infer<typeof CollectPreview>

export const CollectPreviewInput = z.strictObject({ jobId: z.string(), mask: MaskChoice.prefault({}) })
export const CollectExportInput = z.strictObject({
  jobId: z.string(),
  /** Where the zip file goes; an existing one is replaced. */
  path: z.string().min(1).max(4096),
  mask: MaskChoice.prefault({}),
  /** Names of files that stay out. */
  leaveOut: z.array(z.string()).default([]),
})
export const CollectExport = z.object({
  path: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  entries: z.array(z.object({ name: z.string(), sizeBytes: z.number().int(), sha256: z.string() })),
})
export type CollectExport = z.infer<typeof CollectExport>
