import type { BoxCore } from '../core.ts'
import { CpeFault } from '../faults.ts'
import { array } from '../soap/envelope.ts'
import { emptyResponse } from '../soap/messages.ts'
import { leaf, tag, type XmlElement } from '../soap/xml.ts'
import { numberArgument, textArgument } from './arguments.ts'

/** Reboot (TR-069 A.3.2.9): after the session, then 1 BOOT and M Reboot. */
export function reboot(core: BoxCore, args: XmlElement): string {
  core.afterwards.push({ kind: 'reboot', commandKey: textArgument(args, 'CommandKey', 32) })
  return emptyResponse('Reboot')
}

/** FactoryReset (A.4.1.6): after the session, then 0 BOOTSTRAP. */
export function factoryReset(core: BoxCore): string {
  core.afterwards.push({ kind: 'factoryReset' })
  return emptyResponse('FactoryReset')
}

/** ScheduleInform (A.4.1.2). */
export function scheduleInform(core: BoxCore, args: XmlElement): string {
  const seconds = numberArgument(args, 'DelaySeconds')
  if (seconds <= 0) {
    throw new CpeFault(9003, 'DelaySeconds must be greater than 0')
  }
  core.afterwards.push({ kind: 'scheduleInform', seconds, commandKey: textArgument(args, 'CommandKey', 32) })
  return emptyResponse('ScheduleInform')
}

/** GetOptions (A.4.1.4, deprecated): this maker sells none. */
export function getOptions(_core: BoxCore, args: XmlElement): string {
  const name = textArgument(args, 'OptionName', 64)
  const option = [
    leaf('OptionName', name === '' ? 'Base' : name),
    leaf('VoucherSN', 0),
    leaf('State', 3),
    leaf('Mode', 2),
    leaf('StartDate', '0001-01-01T00:00:00Z'),
    leaf('IsTransferable', 0),
  ]
  return tag(
    'cwmp:GetOptionsResponse',
    array('OptionList', 'cwmp:OptionStruct', [tag('OptionStruct', option.join(''))]),
  )
}

/** SetVouchers (A.4.1.3, deprecated): taken and forgotten. */
export const setVouchers = (): string => emptyResponse('SetVouchers')
