import { meansSame } from '../cwmp/same-value.ts'
import { isSecret } from '../dictionary/secret.ts'
import type { ParameterValue } from '../model/parameter.ts'
import type { SkippedValue } from '../model/provision.ts'
import type { TemplateChange } from '../model/template.ts'

export interface RestoreOrder {
  /** The values of the backup. */
  kept: readonly ParameterValue[]
  /** What the box has now, by path. */
  now: ReadonlyMap<string, ParameterValue>
  /** What the box lets be written; null where it was not asked. */
  writable: ReadonlySet<string> | null
  /** Another box than the one that the backup is of. */
  isOtherBox: boolean
  /** Only these, and these even where a rule below would leave them out. */
  chosen?: ReadonlySet<string>
}

export interface RestorePlan {
  changes: TemplateChange[]
  skipped: SkippedValue[]
}

/** Writing these does something instead of setting something. */
const command =
  /(?:^|\.)(?:\w*DiagnosticsState|Reset|Renew|ForceSample|DelayReboot|ScheduleReboot|ResetPINCode|CancelMute|Start)$|\.(?:PacketCapture|DebugInfo|StartupInfo)\.(?:State|Action)$/

/** What is a box's own, and would make two boxes pretend to be one. */
const ownOfBox =
  /MACAddress$|\.Chaddr$|SerialNumber$|\.ManagementServer\.(?:Username|Password|ConnectionRequest\w+|UDP\w+|STUN(?:Username|Password)|ParameterKey)$/

/** Where the box reports to: written back by a restore it would leave this laptop. */
const acsUrl = /\.ManagementServer\.(?:URL|URLBackup|EnableCWMP)$/

/** What of a backup is to be written to a box, beside what it has now; and what is left out, and why. */
export function planRestore({ kept, now, writable, isOtherBox, chosen }: RestoreOrder): RestorePlan {
  const changes: TemplateChange[] = []
  const skipped: SkippedValue[] = []
  for (const { name, value, type } of kept) {
    if (chosen && !chosen.has(name)) continue
    const present = now.get(name)
    const old = present?.value ?? null
    const same = old !== null && meansSame(old, value, type)
    // A secret that reads empty now and then tells nothing: it may have changed meanwhile.
    const reason = same
      ? isConcealed(name, value) && (writable?.has(name) ?? true)
        ? ('concealed' as const)
        : null
      : reasonToSkip(name, value, present !== undefined, { writable, isOtherBox, isChosen: chosen !== undefined })
    if (reason === 'readOnly' && !chosen) continue
    if (reason) skipped.push({ name, reason })
    else if (!same || chosen) changes.push({ name, value, type, old, same })
  }
  return { changes, skipped }
}

function reasonToSkip(
  name: string,
  value: string,
  isPresent: boolean,
  { writable, isOtherBox, isChosen }: { writable: ReadonlySet<string> | null; isOtherBox: boolean; isChosen: boolean },
): SkippedValue['reason'] | null {
  if (writable !== null && !writable.has(name)) return isPresent ? 'readOnly' : 'notOnBox'
  if (!isPresent) return 'notOnBox'
  if (isConcealed(name, value)) return 'concealed'
  if (isChosen) return null
  if (command.test(name)) return 'command'
  if (acsUrl.test(name)) return 'acsUrl'
  return isOtherBox && ownOfBox.test(name) ? 'ownOfBox' : null
}

/** Boxes give secrets back as nothing, or as stars (TR-106, hidden parameters). */
function isConcealed(name: string, value: string): boolean {
  return isSecret(name) && /^\**$/.test(value)
}
