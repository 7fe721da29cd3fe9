import { AppError } from '#shared/errors.ts'
import { anyOf, informAfter, informWith } from '../jobs/expect.ts'
import type { Workflow } from '../jobs/workflow.ts'
import { proofUntil, sendOnce } from './send-once.ts'

/** Asks a box to come again after a while (TR-069 A.4.1.2) and waits for it: 3 SCHEDULED, M ScheduleInform. */
export const scheduleInform: Workflow<'scheduleInform'> = {
  kind: 'scheduleInform',
  restart: 'resume',
  async run(context) {
    const { input, commandKey } = context
    const sent = await sendOnce(context, { name: 'ScheduleInform', delaySeconds: input.delaySeconds, commandKey })
    const seconds = input.delaySeconds + input.proofSeconds
    const proof = await context.waitFor(anyOf(informAfter('ScheduleInform', commandKey), informWith(3)), {
      since: sent.since,
      until: proofUntil(sent, seconds),
      step: 'waitingForScheduled',
    })
    if (!proof) throw new AppError('SCHEDULED_INFORM_NOT_SEEN', { seconds })
    return { events: proof.inform.events.map(({ code }) => code), informedAt: proof.at }
  },
}
