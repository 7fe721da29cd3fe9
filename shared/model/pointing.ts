import { z } from 'zod'
import { ErrorData } from '../errors.ts'
import { WrittenValue } from './written-value.ts'

/**
 * Makers with hand steps of their own, and operators whose gateways all have the operator's menus; worded under
 * `pointing.hand.<id>`. `generic` is for all others.
 */
export const handStepMakers = [
  'huawei',
  'zte',
  'fiberhome',
  'skyworth',
  'hisense',
  'tplink',
  'avm',
  'sagemcom',
  'mikrotik',
  'telecom',
  'unicom',
  'mobile',
  'generic',
] as const
export type HandStepMaker = (typeof handStepMakers)[number]

/** Whose steps to show for a neighbour's maker. */
export function handStepsFor(vendorId: string | null): HandStepMaker {
  return handStepMakers.find((id) => id === vendorId) ?? 'generic'
}

/**
 * A way to make a box contact this laptop, from mild to strong; what each changes and how it is undone is worded under
 * `pointing.methods.<id>`.
 */
export const PointingMethod = z.object({
  id: z.enum(['hand', 'tr064', 'dhcp']),
  isAvailable: z.boolean(),
  /** Why not; worded under `pointing.reasons.<code>`. */
  reason: z.enum(['noTr064', 'noAdapter', 'foreignDhcp']).nullable(),
  handSteps: z.enum(handStepMakers).nullable(),
})
export type PointingMethod = z.infer<typeof PointingMethod>

/** The ACS settings that a box tells by TR-064; empty or null where it does not. The password cannot be read. */
export const Tr064Info = z.object({
  url: z.string(),
  username: z.string(),
  periodicInformEnable: z.boolean().nullable(),
  periodicInformInterval: z.number().int().nullable(),
  /** Actions that the box offers. */
  actions: z.array(z.string()),
})
export type Tr064Info = z.infer<typeof Tr064Info>

export const Tr064Result = z.object({ before: Tr064Info, after: Tr064Info, isVerified: z.boolean() })
export type Tr064Result = z.infer<typeof Tr064Result>

/** One address that the opt-in DHCP server gave. */
export const DhcpLease = z.object({
  mac: z.string(),
  address: z.string(),
  hostName: z.string(),
  vendorClass: z.string(),
  asksForAcs: z.boolean(),
  /** ISO 8601, UTC. */
  until: z.string(),
})
export type DhcpLease = z.infer<typeof DhcpLease>

/** The opt-in DHCP server; it never starts by itself, and stops as soon as another one speaks on its wire. */
export const DhcpStatus = z.object({
  state: z.enum(['stopped', 'probing', 'running', 'failed']),
  adapter: z.string(),
  pool: z.object({ first: z.string(), last: z.string() }).nullable(),
  acsUrl: z.string(),
  leases: z.array(DhcpLease),
  error: ErrorData.nullable(),
})
export type DhcpStatus = z.infer<typeof DhcpStatus>

/**
 * What stood in a box before it was changed for this laptop: parameters of ManagementServer by their last name. A password
 * can never be read, so none is here.
 */
export const OperatorSettings = z.object({
  id: z.string(),
  /** null while the box was seen by TR-064 only. */
  deviceId: z.string().nullable(),
  serialNumber: z.string(),
  values: z.record(z.string(), z.string()),
  source: z.enum(['cwmp', 'tr064']),
  takenAt: z.string(),
  handedOverAt: z.string().nullable(),
})
export type OperatorSettings = z.infer<typeof OperatorSettings>

/** A box that still contacts this laptop and was not handed over. */
export const PendingHandOver = z.object({
  deviceId: z.string(),
  serialNumber: z.string(),
  modelName: z.string(),
  lastInformAt: z.string(),
  /** The remembered URL of the operator; empty where it has to be entered. */
  operatorUrl: z.string(),
})
export type PendingHandOver = z.infer<typeof PendingHandOver>

const url = z
  .string()
  .max(256)
  .regex(/^https?:\/\/\S+$/i, 'a URL begins with http:// or https://')

/** What is left out comes from what was remembered; the password is left as it is unless it is given. */
export const HandOverInput = z.strictObject({
  url: url.optional(),
  username: z.string().max(256).optional(),
  password: z.string().max(256).optional(),
  periodicInformInterval: z.number().int().min(1).max(4_294_967_295).optional(),
  /** How long to watch that the box does not come back. */
  watchSeconds: z.number().int().min(1).max(600).default(30),
})

/** `called`: it took a connection request and did not come here; `silent`: nothing came while it was watched. */
export const HandOverResult = z.object({
  url: z.string(),
  values: z.array(WrittenValue),
  proof: z.enum(['called', 'silent']),
  /** Whether the operator's password was written; where it was not, the box keeps the one it has. */
  isPasswordWritten: z.boolean(),
})

/** `keep` leaves the box's connection-request credentials as they are: those that are kept here must then be right. */
export const EnableHeartbeatInput = z.strictObject({
  periodSeconds: z.number().int().min(1).max(86_400).default(30),
  /** Where the box finds the laptop; its address on the box's own connection by default. */
  serverAddress: z.string().max(256).optional(),
  credentials: z.enum(['generate', 'keep']).default('generate'),
})

export const EnableHeartbeatResult = z.object({
  values: z.array(WrittenValue),
  heartbeat: z.object({
    address: z.string(),
    port: z.number().int(),
    natSeen: z.boolean().nullable(),
    afterSeconds: z.number(),
  }),
  /** The Inform with `6 CONNECTION REQUEST` that proved it. */
  informed: z.object({ events: z.array(z.string()), at: z.string(), afterSeconds: z.number() }),
})
