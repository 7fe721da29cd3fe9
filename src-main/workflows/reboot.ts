import { AppError } from '#shared/errors.ts'
import { type ArrivedInform, anyOf, informAfter, informValue, informWith } from '../jobs/expect.ts'
import type { Workflow } from '../jobs/workflow.ts'
import { proofUntil, sendOnce } from './send-once.ts'

/** Reboots a box once (TR-069 A.3.2.9); its Inform with M Reboot or 1 BOOT is the proof. */
export const reboot: Workflow<'reboot'> = {
  kind: 'reboot',
  restart: 'resume',
  async run(context) {
    const { commandKey } = context
    const sent = await sendOnce(context, { name: 'Reboot', commandKey })
    context.step('waitingForBoot', 0.6)
    const proof = await context.waitFor(anyOf(informAfter('Reboot', commandKey), informWith(0, 1)), {
      since: sent.since,
      until: proofUntil(sent, context.input.proofSeconds),
      step: 'waitingForBoot',
    })
    if (!proof) throw new AppError('BOOT_NOT_SEEN', { seconds: context.input.proofSeconds })
    return bootFacts(proof)
  },
}

/** What the Inform after a boot tells. */
export function bootFacts({ inform, at }: ArrivedInform): {
  events: string[]
  softwareVersion: string
  informedAt: string
} {
  return {
    events: inform.events.map(({ code }) => code),
    softwareVersion: informValue(inform, 'DeviceInfo.SoftwareVersion'),
    informedAt: at,
  }
}
