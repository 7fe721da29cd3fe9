import { z } from 'zod'
import { ReadFaultsInput, ReadFaultsResult, SubscribeFaultsInput, SubscribeFaultsResult } from './alarm.ts'
import { CollectInput, CollectResult } from './collect.ts'
import { DiagnoseInput, DiagnoseResult } from './diagnose.ts'
import { FirmwareInput, FirmwareResult } from './firmware-push.ts'
import { ParameterFailure, ParameterInfo, ParameterValue } from './parameter.ts'
import { EnableHeartbeatInput, EnableHeartbeatResult, HandOverInput, HandOverResult } from './pointing.ts'
import { BackupInput, BackupResult, ProvisionInput, ProvisionResult, RestoreInput, RestoreResult } from './provision.ts'
import { ParameterPath, RpcInput, RpcResult } from './rpc.ts'
import { WrittenValue } from './written-value.ts'

export { WrittenValue }

/** Paths to read; an empty string is the whole tree, a path ending in a dot a branch (TR-069 A.3.2.2). */
export const ReadInput = z.object({ paths: z.array(ParameterPath).min(1).max(10_000) })
export type ReadInput = z.infer<typeof ReadInput>

/** Also there, as far as it got, when the job was cancelled or failed. A failure of code 0 was left out without a fault. */
export const ReadResult = z.object({ values: z.array(ParameterValue), failed: z.array(ParameterFailure) })
export type ReadResult = z.infer<typeof ReadResult>

/** Names below a path with their Writable flags (TR-069 A.3.2.3); `nextLevel` lists the direct children only. */
export const NamesInput = z.strictObject({ path: ParameterPath.default(''), nextLevel: z.boolean().default(false) })
export const NamesResult = z.object({ names: z.array(ParameterInfo), failed: z.array(ParameterFailure) })

/** `type` overrules the one that the box itself uses; `bisect` agrees to find bad values by writing the good ones. */
export const WriteInput = z.strictObject({
  values: z
    .array(z.strictObject({ name: ParameterPath.min(1), value: z.string(), type: z.string().optional() }))
    .min(1)
    .max(10_000)
    .refine((values) => new Set(values.map(({ name }) => name)).size === values.length, 'a name stands twice'),
  bisect: z.boolean().default(false),
  parameterKey: z.string().max(32).optional(),
})
export type WriteInput = z.infer<typeof WriteInput>

/**
 * `status` is the box's: 0 applied, 1 applied after a reboot; null where nothing was accepted, or its answer was lost.
 * `snapshotId`: what stood in the box before.
 */
export const WriteResult = z.object({
  values: z.array(WrittenValue),
  status: z.union([z.literal(0), z.literal(1)]).nullable(),
  snapshotId: z.string().nullable().default(null),
})
export type WriteResult = z.infer<typeof WriteResult>

const objectPath = ParameterPath.regex(/\.$/, 'an object path ends with a dot')
const applyStatus = z.union([z.literal(0), z.literal(1)]).nullable()

/** Adds an instance to a table and sets values in it: their names are relative to the new instance. */
export const AddObjectInput = z.strictObject({
  path: objectPath,
  values: z
    .array(z.strictObject({ name: ParameterPath.min(1), value: z.string(), type: z.string().optional() }))
    .default([]),
})
export const AddObjectResult = z.object({
  path: z.string(),
  instanceNumber: z.number().int(),
  status: applyStatus,
  values: z.array(WrittenValue),
})

export const DeleteObjectInput = z.strictObject({ path: objectPath })
/** `verified`: the instance is no longer listed. */
export const DeleteObjectResult = z.object({ status: applyStatus, verified: z.boolean() })

/** Notification and access list (TR-069 A.3.2.4, A.3.2.5): `set` is written first, then all named ones are read. */
export const AttributesInput = z
  .strictObject({
    paths: z.array(ParameterPath.min(1)).max(10_000).default([]),
    set: z
      .array(
        z.strictObject({
          name: ParameterPath.min(1),
          notification: z.exactOptional(z.number().int().min(0).max(6)),
          accessList: z.exactOptional(z.array(z.string())),
        }),
      )
      .default([]),
  })
  .refine(({ paths, set }) => paths.length + set.length > 0, 'nothing is named')
export const AttributesResult = z.object({
  attributes: z.array(z.object({ name: z.string(), notification: z.number().int(), accessList: z.array(z.string()) })),
  failed: z.array(ParameterFailure),
})

const proofSeconds = z.number().int().min(5).max(86_400)

/** `proofSeconds`: how long the box may take until its Inform proves the reboot. */
export const RebootInput = z.strictObject({ proofSeconds: proofSeconds.default(600) })
export const RebootResult = z.object({
  events: z.array(z.string()),
  softwareVersion: z.string(),
  informedAt: z.string(),
})

export const FactoryResetInput = z.strictObject({ proofSeconds: proofSeconds.default(900) })
/** `acsUrl` and `username` are what the box knew before: to be entered again where it forgot them. */
export const FactoryResetResult = RebootResult.extend({ acsUrl: z.string(), username: z.string() })

/** Without `paths` the known switches of lights; each of `paths` is a boolean that switches a light of this box. */
export const IdentifyInput = z.strictObject({
  blinks: z.number().int().min(1).max(30).default(8),
  paths: z.array(ParameterPath.min(1)).max(20).default([]),
})
/** `lights` are the parameters that were switched over and back. */
export const IdentifyResult = z.object({ lights: z.array(z.string()), blinks: z.number().int() })

export const ScheduleInformInput = z.strictObject({
  delaySeconds: z.number().int().min(1).max(604_800),
  /** Seconds of grace beyond the delay. */
  proofSeconds: proofSeconds.default(120),
})
export const ScheduleInformResult = z.object({ events: z.array(z.string()), informedAt: z.string() })

/** `url` is that of a monitor of mode `bulk` (its host is replaced by the address the box sees); null takes it out again. */
export const BulkDataInput = z.strictObject({
  url: z.url().max(1024).nullable(),
  intervalSeconds: z.number().int().min(1).max(86_400).default(30),
  /** Parameters beside those of the usual metrics. */
  paths: z.array(ParameterPath.min(1)).max(60).default([]),
})
/** `profile`: the object in the box; null once it is gone. `references`: what it reports. */
export const BulkDataResult = z.object({
  profile: z.string().nullable(),
  encoding: z.enum(['JSON', 'CSV']).nullable(),
  intervalSeconds: z.number().int(),
  references: z.array(z.string()),
})

export const MethodsInput = z.strictObject({})
export const MethodsResult = z.object({ methods: z.array(z.string()) })

/** `stored`: those that `credentials.set` keeps for this box. */
const CredentialsChoice = z.enum(['generate', 'stored', 'keep'])

/**
 * Gives a box its own credentials: for connection requests (ConnectionRequestUsername and -Password) and, when asked,
 * for its login at this ACS (Username and Password). Kept in the secret store, never in the job.
 */
export const SetCredentialsInput = z.strictObject({
  connectionRequest: CredentialsChoice.default('generate'),
  acs: CredentialsChoice.default('keep'),
})
/** `tested`: whether a connection request with the new credentials brought the box; null where it was not tried. */
export const SetCredentialsResult = z.object({
  connectionRequest: z.object({ username: z.string(), tested: z.boolean().nullable() }).nullable(),
  acs: z.object({ username: z.string() }).nullable(),
})

/** One table of job kinds: what each takes and gives. A workflow is registered under the same name. */
export const jobKinds = {
  read: { input: ReadInput, result: ReadResult },
  names: { input: NamesInput, result: NamesResult },
  write: { input: WriteInput, result: WriteResult },
  addObject: { input: AddObjectInput, result: AddObjectResult },
  deleteObject: { input: DeleteObjectInput, result: DeleteObjectResult },
  attributes: { input: AttributesInput, result: AttributesResult },
  reboot: { input: RebootInput, result: RebootResult },
  factoryReset: { input: FactoryResetInput, result: FactoryResetResult },
  identify: { input: IdentifyInput, result: IdentifyResult },
  scheduleInform: { input: ScheduleInformInput, result: ScheduleInformResult },
  rpc: { input: RpcInput, result: RpcResult },
  methods: { input: MethodsInput, result: MethodsResult },
  setCredentials: { input: SetCredentialsInput, result: SetCredentialsResult },
  firmware: { input: FirmwareInput, result: FirmwareResult },
  diagnose: { input: DiagnoseInput, result: DiagnoseResult },
  readFaults: { input: ReadFaultsInput, result: ReadFaultsResult },
  subscribeFaults: { input: SubscribeFaultsInput, result: SubscribeFaultsResult },
  collect: { input: CollectInput, result: CollectResult },
  bulkData: { input: BulkDataInput, result: BulkDataResult },
  enableHeartbeat: { input: EnableHeartbeatInput, result: EnableHeartbeatResult },
  provision: { input: ProvisionInput, result: ProvisionResult },
  backup: { input: BackupInput, result: BackupResult },
  restore: { input: RestoreInput, result: RestoreResult },
  handOver: { input: HandOverInput, result: HandOverResult },
} as const

export type JobKind = keyof typeof jobKinds
export const JobKind = z.enum(Object.keys(jobKinds) as [JobKind, ...JobKind[]])
export type JobInput<K extends JobKind> = z.infer<(typeof jobKinds)[K]['input']>
export type JobResult<K extends JobKind> = z.infer<(typeof jobKinds)[K]['result']>
