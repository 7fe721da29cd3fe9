import { z } from 'zod'

/** PerceivedSeverity of X.733 and of FaultMgmt; a cleared alarm keeps the severity it was raised with. */
export const AlarmSeverity = z.enum(['critical', 'major', 'minor', 'warning', 'indeterminate'])
export type AlarmSeverity = z.infer<typeof AlarmSeverity>

/**
 * Where an alarm is known from: the FaultMgmt tables, a vendor's alarm row or event, a batch of error codes of a player,
 * a watched parameter, or a limit of our own monitoring.
 */
export const AlarmSource = z.enum(['faultMgmt', 'vendorAlarm', 'vendorEvent', 'errorCode', 'valueChange', 'monitor'])
export type AlarmSource = z.infer<typeof AlarmSource>

/**
 * One trouble of a box, from when it was raised to when it was cleared. What the box told stays in its own words;
 * `type`, `probableCause` and `specificProblem` are empty where it told none. Times are ISO 8601 in UTC and ours: clocks
 * of boxes are seldom right.
 */
export const Alarm = z.object({
  id: z.string(),
  deviceId: z.string(),
  /** The same trouble of the same box, however often it is told. */
  key: z.string(),
  raisedAt: z.string(),
  /** When it was last told of. */
  changedAt: z.string(),
  /** null while it stands. What only happens, such as an error code, is cleared as it is raised. */
  clearedAt: z.string().nullable(),
  /** When somebody said "seen"; null where nobody did. */
  dismissedAt: z.string().nullable(),
  severity: AlarmSeverity,
  type: z.string(),
  probableCause: z.string(),
  specificProblem: z.string(),
  /** The parameter or object concerned. */
  parameter: z.string(),
  source: AlarmSource,
  text: z.string(),
  /** When the box says that it happened, as it wrote it. */
  boxTime: z.string(),
})
export type Alarm = z.infer<typeof Alarm>

export const AlarmQuery = z.strictObject({
  deviceId: z.string().optional(),
  /** Only those that stand and were not dismissed. */
  activeOnly: z.boolean().default(false),
  limit: z.number().int().min(1).max(10_000).default(500),
})

/** Reads the alarm tables of a box. */
export const ReadFaultsInput = z.strictObject({})
/** `tables`: which objects the box has. `alarms` are those that stand now. */
export const ReadFaultsResult = z.object({ tables: z.array(z.string()), alarms: z.array(Alarm) })

/**
 * Has a box tell of its alarms by itself. Without `paths` those that `subscriptionTable` names for its data model;
 * `switches` turns on the vendor's alarm reporting.
 */
export const SubscribeFaultsInput = z.strictObject({
  paths: z.array(z.string().min(1).max(256)).max(1000).default([]),
  /** 2: the box opens a session for a change; 1: it tells with its next Inform (spec 02 section 6). */
  notification: z.union([z.literal(1), z.literal(2)]).default(2),
  switches: z.boolean().default(true),
})

/**
 * `active` and `passive`: subscribed so; `refused`: the box takes no notification here (9009): poll it by monitoring;
 * `switchedOn`: a vendor's switch.
 */
export const Subscription = z.object({
  path: z.string(),
  status: z.enum(['active', 'passive', 'refused', 'switchedOn', 'failed']),
  code: z.number().int().optional(),
  message: z.string().optional(),
})
export type Subscription = z.infer<typeof Subscription>
export const SubscribeFaultsResult = z.object({ subscriptions: z.array(Subscription) })

/** An alarm in one line, in the words of the box; a bare number says nothing without its text. */
export function problemOf({ specificProblem, probableCause, text, type, parameter }: Alarm): string {
  const problem = [probableCause, specificProblem].filter((part) => part !== '').join(' · ')
  if (problem === '') return text || type || parameter || '–'
  return /^\d+$/.test(problem) && text !== '' ? `${problem} ${text}` : problem
}
