import { AppError } from '#shared/errors.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { informWith } from '../jobs/expect.ts'
import type { Workflow } from '../jobs/workflow.ts'
import { rootIn } from './read.ts'
import { readPaths } from './read-paths.ts'
import { bootFacts } from './reboot.ts'
import { proofUntil, sendOnce } from './send-once.ts'

interface KnownBefore {
  acsUrl: string
  username: string
}

/**
 * Resets a box once (TR-069 A.4.1.6); its Inform with 0 BOOTSTRAP is the proof. What the box may forget, the ACS URL above
 * all, is read before and shown while it is away.
 */
export const factoryReset: Workflow<'factoryReset'> = {
  kind: 'factoryReset',
  restart: 'resume',
  async run(context) {
    const { quirks, input } = context
    const readBefore = async function* ({ inform }: SessionFacts): Script<KnownBefore> {
      context.step('readingBefore', 0.1)
      const server = `${rootIn(inform.parameters)}ManagementServer.`
      const { values } = yield* readPaths([`${server}URL`, `${server}Username`], quirks)
      const value = (name: string): string => values.find((one) => one.name === server + name)?.value ?? ''
      return { acsUrl: value('URL'), username: value('Username') }
    }
    const sent = await sendOnce(context, { name: 'FactoryReset' }, readBefore)
    const { acsUrl = '', username = '' } = sent.before ?? {}
    context.notice(new AppError('ACS_URL_MAY_BE_LOST', { acsUrl, username }))
    const proof = await context.waitFor(informWith(0, 1), {
      since: sent.since,
      until: proofUntil(sent, input.proofSeconds),
      step: 'waitingForBootstrap',
    })
    if (!proof) throw new AppError('RESET_NOT_SEEN', { seconds: input.proofSeconds, acsUrl, username })
    return { ...bootFacts(proof), acsUrl, username }
  },
}
