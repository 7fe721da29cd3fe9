import type { KeptZeroTouchRule, VariableValues } from '../model/provision.ts'
import { compareVersions, type DeviceFacts, isMeant } from './conditions.ts'

/** What is to be done with a box by itself. */
export type ZeroTouchStep =
  | { kind: 'firmware'; firmwareId: string }
  | { kind: 'provision'; template: string; values: VariableValues }

/** How an earlier try of a rule ended for the box, as its jobs tell; the latest of each kind since the rule was changed. */
export interface ZeroTouchPast {
  firmware: 'none' | 'succeeded' | 'failed'
  provision: 'none' | 'succeeded' | 'failed'
}

/** The rule for a box: the first enabled one that means it, and lists it where it has a list; undefined where none does. */
export function ruleFor(rules: readonly KeptZeroTouchRule[], device: DeviceFacts): KeptZeroTouchRule | undefined {
  return rules.find(
    (rule) =>
      rule.enabled && isMeant(rule.condition, device) && (rule.rows.length === 0 || rowFor(rule, device) !== undefined),
  )
}

/**
 * The next step for a box that has just started: first the firmware, unless the box runs that version already, then the
 * parameters. A bootstrapped box (factory new, or reset) is provisioned again; one that was done is left alone; after a
 * failure a person must look.
 */
export function nextStep(
  rule: KeptZeroTouchRule,
  device: DeviceFacts,
  past: ZeroTouchPast,
  isBootstrap: boolean,
): ZeroTouchStep | null {
  const { firmware } = rule
  if (firmware && compareVersions(device.softwareVersion, firmware.version) !== 0)
    return past.firmware === 'none' ? { kind: 'firmware', firmwareId: firmware.firmwareId } : null
  if (past.provision === 'failed' || (past.provision === 'succeeded' && !isBootstrap)) return null
  const own = rowFor(rule, device)?.values ?? {}
  return { kind: 'provision', template: rule.template, values: { ...rule.values, ...own } }
}

function rowFor(
  { rows }: KeptZeroTouchRule,
  { serialNumber }: DeviceFacts,
): KeptZeroTouchRule['rows'][number] | undefined {
  const wanted = serialNumber.trim().toLowerCase()
  return rows.find((row) => row.serialNumber.trim().toLowerCase() === wanted)
}
