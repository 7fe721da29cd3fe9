import { z } from 'zod'
import { ErrorData } from '../errors.ts'
import { ParameterPath } from './rpc.ts'
import { DeviceCondition, Template, TemplatePreview, TemplateProblem } from './template.ts'
import { WrittenValue } from './written-value.ts'

const Id = z.string().min(1).max(100)

/** The values of a template's variables by their names. */
export const VariableValues = z.record(z.string().max(64), z.string().max(32_768))
export type VariableValues = z.infer<typeof VariableValues>

/** Applies a template, kept (by its id) or given whole. `backup` keeps what stands in the box before. */
export const ProvisionInput = z.strictObject({
  template: z.union([Id, Template]),
  values: VariableValues.default({}),
  backup: z.enum(['touched', 'all', 'none']).default('touched'),
  /** Overrules the template's own choice. */
  reboot: z.enum(['never', 'ifNeeded', 'always']).optional(),
  /** Reads the box and shows what would be written, with every problem; writes nothing. */
  dryRun: z.boolean().default(false),
  /** The batch that the job belongs to, and the zero-touch rule that started it. */
  batchId: z.exactOptional(Id),
  ruleId: z.exactOptional(Id),
})
export type ProvisionInput = z.infer<typeof ProvisionInput>

/** As `WrittenValue`; `unchanged` values stood in the box already and were not written. */
export const ProvisionedValue = WrittenValue.extend({
  status: z.enum(['verified', 'different', 'failed', 'unchanged', 'planned']),
})
export type ProvisionedValue = z.infer<typeof ProvisionedValue>

/** How many values came to which end. */
export const ProvisionSummary = z.object({
  verified: z.number().int(),
  different: z.number().int(),
  failed: z.number().int(),
  unchanged: z.number().int(),
})
export type ProvisionSummary = z.infer<typeof ProvisionSummary>

/** An instance that was added for an object of the template: filled, deleted again since it was refused, or left. */
export const CreatedInstance = z.object({
  object: z.string(),
  path: z.string(),
  /** The outermost instance that was added for it: deleting this one takes back all. */
  root: z.string(),
  status: z.enum(['added', 'removed', 'left']),
})
export type CreatedInstance = z.infer<typeof CreatedInstance>

/** `snapshotId`: what stood in the box before; `status`: the box's word on the write (0, 1 after a reboot, null unknown). */
export const ProvisionResult = z.object({
  templateId: z.string(),
  values: z.array(ProvisionedValue),
  problems: z.array(TemplateProblem),
  /** Instances that the box lacks, as they are planned; once they are added, `created` has them. */
  creations: TemplatePreview.shape.creations.default([]),
  created: z.array(CreatedInstance).default([]),
  summary: ProvisionSummary,
  snapshotId: z.string().nullable(),
  status: z.union([z.literal(0), z.literal(1)]).nullable(),
  rebooted: z.boolean(),
})
export type ProvisionResult = z.infer<typeof ProvisionResult>

/**
 * Keeps every parameter of a box, or of some branches, with the list of those that may be written; with `configFile` also
 * the configuration file that the box itself makes (Upload, TR-069 A.4.1.5).
 */
export const BackupInput = z.strictObject({
  paths: z.array(ParameterPath).min(1).max(1000).default(['']),
  name: z.string().max(200).default(''),
  configFile: z.boolean().default(false),
})
export type BackupInput = z.infer<typeof BackupInput>

/** The file goes to a box again as any file of the library does; `configError` says why there is none. */
export const BackupResult = z.object({
  snapshotId: z.string(),
  valueCount: z.number().int(),
  writableCount: z.number().int(),
  failedCount: z.number().int(),
  configFile: z.object({ firmwareId: z.string(), fileName: z.string(), sizeBytes: z.number().int() }).nullable(),
  configError: ErrorData.nullable(),
})
export type BackupResult = z.infer<typeof BackupResult>

/**
 * Writes the values of a snapshot back, to its box or to one that replaces it. `dryRun` only shows the differences;
 * `paths` restores no more than those.
 */
export const RestoreInput = z.strictObject({
  snapshotId: Id,
  paths: z.array(ParameterPath.min(1)).max(10_000).optional(),
  dryRun: z.boolean().default(false),
  backup: z.boolean().default(true),
})
export type RestoreInput = z.infer<typeof RestoreInput>

/** Why a value of the snapshot was not restored; worded under `restore.reasons.<reason>`. */
export const SkippedValue = z.object({
  name: z.string(),
  reason: z.enum(['notOnBox', 'readOnly', 'concealed', 'ownOfBox', 'command', 'acsUrl']),
})
export type SkippedValue = z.infer<typeof SkippedValue>

export const RestoreResult = z.object({
  values: z.array(ProvisionedValue),
  skipped: z.array(SkippedValue),
  summary: ProvisionSummary,
  snapshotId: z.string().nullable(),
  status: z.union([z.literal(0), z.literal(1)]).nullable(),
})
export type RestoreResult = z.infer<typeof RestoreResult>

/** A box of a rule's list, with the values for it. */
export const ZeroTouchRow = z.strictObject({
  serialNumber: z.string().min(1).max(64),
  values: VariableValues.default({}),
})

/**
 * What to do by itself when a box starts: a template for boxes of a kind, or for listed serial numbers. With `firmware`
 * the box first gets that image, unless it runs the version already.
 */
export const ZeroTouchRule = z.strictObject({
  id: Id,
  name: z.string().max(200).default(''),
  enabled: z.boolean().default(true),
  condition: DeviceCondition.default({}),
  /** Empty: every box that the condition means. */
  rows: z.array(ZeroTouchRow).max(10_000).default([]),
  template: Id,
  /** For all boxes; a row's own values win. */
  values: VariableValues.default({}),
  firmware: z
    .strictObject({ firmwareId: Id, version: z.string().min(1).max(200) })
    .nullable()
    .default(null),
})
export type ZeroTouchRule = z.infer<typeof ZeroTouchRule>

/** A rule as it is kept. */
export const KeptZeroTouchRule = ZeroTouchRule.extend({ changedAt: z.string() })
export type KeptZeroTouchRule = z.infer<typeof KeptZeroTouchRule>
