import { z } from 'zod'
import { ListenerName } from './network.ts'

/** The questions of "can a box reach me?", in the order of the page. Worded under `selfCheck.checks.<id>`. */
export const CheckId = z.enum([
  'adapter',
  'address',
  ...ListenerName.options.map((name) => `${name}Port` as const),
  ...ListenerName.options.map((name) => `${name}Probe` as const),
  'firewall',
  'localNetwork',
  'sameNetwork',
  'vpn',
  'metered',
  'clock',
  'lastInform',
])
export type CheckId = z.infer<typeof CheckId>

export const CheckState = z.enum(['ok', 'warning', 'failed', 'unknown'])
export type CheckState = z.infer<typeof CheckState>

/**
 * One answer. `code` picks the text (`selfCheck.findings.<code>`) and the advice (`selfCheck.advice.<code>`, empty where
 * there is nothing to do); `command` is the exact line that helps, to be run by the technician and never by the app.
 */
export const Check = z.object({
  id: CheckId,
  state: CheckState,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  command: z.string().nullable(),
})
export type Check = z.infer<typeof Check>

/** How far a box got, from nothing but its presence on the wire to an Inform that was understood. */
export const RadarStage = z.enum(['seen', 'tcp', 'tls', 'http', 'authenticated', 'understood'])
export type RadarStage = z.infer<typeof RadarStage>

/** Why it got no further; worded with its fix under `radar.problems.<code>`. */
export const RadarProblem = z.enum([
  'notTrying',
  'closedSilently',
  'httpsUrl',
  'notHttp',
  'notCwmp',
  'loginMissing',
  'wrongPassword',
  'unknownUser',
  'malformed',
  'tooManySessions',
])
export type RadarProblem = z.infer<typeof RadarProblem>

/** One address on the radar. Times are ISO 8601 in UTC. */
export const RadarEntry = z.object({
  address: z.string(),
  /** The furthest stage of the last tries. */
  stage: RadarStage,
  problem: RadarProblem.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** When each stage was last reached. */
  reachedAt: z.partialRecord(RadarStage, z.string()),
  lastAt: z.string(),
  /** Connections and datagrams noted. */
  count: z.number().int(),
  deviceId: z.string().nullable(),
  /** The row of the neighbour list with this address. */
  neighbourKey: z.string().nullable(),
})
export type RadarEntry = z.infer<typeof RadarEntry>
