import { z } from 'zod'
import { ParameterValue } from './parameter.ts'

/** Parameter paths are at most 256 characters (TR-069 A.3.2.2), keys 32 (A.3.2.1, A.3.2.8). */
export const ParameterPath = z.string().max(256)
const objectPath = ParameterPath.regex(/\.$/, 'an object path ends with a dot')
const key = z.string().max(32).default('')
const url = z.string().min(1).max(256)
const credential = z.string().max(256).default('')
const fileType = z.string().min(1).max(64)
const seconds = z.number().int().min(0).max(4_294_967_295)

const SetAttribute = z.strictObject({
  name: ParameterPath,
  notification: z.exactOptional(z.number().int().min(0).max(6)),
  accessList: z.exactOptional(z.array(z.string())),
})

const TimeWindow = z.strictObject({
  startSeconds: seconds,
  endSeconds: seconds,
  mode: z.string().max(64),
  userMessage: z.string().max(256).default(''),
  maxRetries: z.number().int().min(-1).default(-1),
})

const uuid = z.string().max(36)
const DuOperation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('install'),
    url: z.string().min(1).max(1024),
    uuid: z.exactOptional(uuid),
    username: z.exactOptional(z.string().max(256)),
    password: z.exactOptional(z.string().max(256)),
    executionEnvRef: z.exactOptional(z.string().max(256)),
  }),
  z.strictObject({
    kind: z.literal('update'),
    uuid: z.exactOptional(uuid),
    version: z.exactOptional(z.string().max(32)),
    url: z.exactOptional(z.string().max(1024)),
    username: z.exactOptional(z.string().max(256)),
    password: z.exactOptional(z.string().max(256)),
  }),
  z.strictObject({
    kind: z.literal('uninstall'),
    uuid,
    version: z.exactOptional(z.string().max(32)),
    executionEnvRef: z.exactOptional(z.string().max(256)),
  }),
])

/** Any request of the ACS as JSON (TR-069 A.3.2, A.4.1), for labs; arguments that may be empty may be left out. */
export const RpcRequest = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('GetRPCMethods') }),
  z.strictObject({ name: z.literal('GetParameterNames'), path: ParameterPath, nextLevel: z.boolean().default(true) }),
  z.strictObject({ name: z.literal('GetParameterValues'), names: z.array(ParameterPath).min(1) }),
  z.strictObject({
    name: z.literal('SetParameterValues'),
    parameters: z.array(ParameterValue).min(1),
    parameterKey: key,
  }),
  z.strictObject({ name: z.literal('GetParameterAttributes'), names: z.array(ParameterPath).min(1) }),
  z.strictObject({ name: z.literal('SetParameterAttributes'), attributes: z.array(SetAttribute).min(1) }),
  z.strictObject({ name: z.literal('AddObject'), objectName: objectPath, parameterKey: key }),
  z.strictObject({ name: z.literal('DeleteObject'), objectName: objectPath, parameterKey: key }),
  z.strictObject({
    name: z.literal('Download'),
    commandKey: key,
    fileType,
    url,
    username: credential,
    password: credential,
    fileSize: z.number().int().min(0).default(0),
    targetFileName: z.string().max(256).default(''),
    delaySeconds: seconds.default(0),
    successUrl: z.string().max(256).default(''),
    failureUrl: z.string().max(256).default(''),
  }),
  z.strictObject({
    name: z.literal('ScheduleDownload'),
    commandKey: key,
    fileType,
    url,
    username: credential,
    password: credential,
    fileSize: z.number().int().min(0).default(0),
    targetFileName: z.string().max(256).default(''),
    windows: z.array(TimeWindow).min(1).max(2),
  }),
  z.strictObject({
    name: z.literal('Upload'),
    commandKey: key,
    fileType,
    url,
    username: credential,
    password: credential,
    delaySeconds: seconds.default(0),
  }),
  z.strictObject({ name: z.literal('Reboot'), commandKey: key }),
  z.strictObject({ name: z.literal('FactoryReset') }),
  z.strictObject({ name: z.literal('ScheduleInform'), delaySeconds: seconds.min(1), commandKey: key }),
  z.strictObject({ name: z.literal('GetQueuedTransfers') }),
  z.strictObject({ name: z.literal('GetAllQueuedTransfers') }),
  z.strictObject({ name: z.literal('CancelTransfer'), commandKey: z.string().max(32) }),
  z.strictObject({ name: z.literal('ChangeDUState'), operations: z.array(DuOperation).min(1), commandKey: key }),
  z.strictObject({ name: z.literal('SetVouchers'), vouchersBase64: z.array(z.base64()).min(1) }),
  z.strictObject({ name: z.literal('GetOptions'), optionName: z.string().max(64).default('') }),
])
export type RpcRequest = z.infer<typeof RpcRequest>

export const RpcInput = z.strictObject({ request: RpcRequest })

/** What the box answered: one of the two is null. A fault is an answer too, so the job has succeeded. */
export const RpcResult = z.object({
  response: z.looseObject({ name: z.string() }).nullable(),
  fault: z
    .object({
      code: z.number().int(),
      message: z.string(),
      parameterFaults: z.array(z.object({ parameterName: z.string(), code: z.number().int(), message: z.string() })),
    })
    .nullable(),
})
