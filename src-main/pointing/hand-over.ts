import { AppError } from '#shared/errors.ts'
import type { JobInput, JobResult, WriteInput, WrittenValue } from '#shared/model/job-kinds.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { pause } from '../util/pause.ts'
import { rootIn } from '../workflows/read.ts'
import { readPaths } from '../workflows/read-paths.ts'
import type { WriteMemo } from '../workflows/write-values.ts'
import type { OperatorValues } from './operator-values.ts'
import { withoutSecrets, writeUntilDone } from './write-until-done.ts'

export interface HandOverDeps {
  /** What is remembered of the box from before its first change; empty where nothing is. */
  remembered: (deviceId: string) => OperatorValues
  /** Whether a URL leads to this laptop. */
  isOwnUrl: (url: string) => boolean
  handedOver: (deviceId: string) => void
}

type Context = WorkflowContext<JobInput<'handOver'>>

interface Memo {
  write: WriteMemo | null
  /** Where the box's messages stood when the values had been written; null until then. */
  since: number | null
  values: WrittenValue[]
}

/** The session in which the URL was changed is still ending. */
const settleMs = 2_000

/**
 * Gives a box back to its operator: writes URL, user name, interval and the heartbeat settings as they were, reads them
 * back, and watches that the box does not come here again, called or not.
 */
export function handOverWorkflow(deps: HandOverDeps): Workflow<'handOver'> {
  return {
    kind: 'handOver',
    restart: 'resume',
    async run(context) {
      const target = targetOf(context, deps)
      let memo = (context.recall() as Memo | null) ?? { write: null, since: null, values: [] }
      const change = (patch: Partial<Memo>): void => {
        memo = { ...memo, ...patch }
        context.remember(memo)
      }
      if (memo.since === null) {
        const memory = { recall: () => memo.write, remember: (write: WriteMemo) => change({ write }) }
        const written = await writeUntilDone(context, (facts) => valuesFor(facts, target), memory)
        const values = withoutSecrets(written.values)
        context.keep(() => ({ url: target.URL, values }))
        refuseUnlessTaken(values)
        change({ values, since: context.mark() })
      }
      context.keep(() => ({ url: target.URL, values: memo.values }))
      const proof = await watch(context, deps, memo.since ?? context.mark())
      deps.handedOver(context.deviceId)
      const isPasswordWritten = context.input.password !== undefined
      return { url: target.URL ?? '', values: memo.values, proof, isPasswordWritten } satisfies JobResult<'handOver'>
    },
  }
}

/** What is written back: the remembered values, what was entered before them. */
function targetOf({ deviceId, input }: Context, deps: HandOverDeps): Record<string, string> {
  const { url, username, password, periodicInformInterval } = input
  const entered: [string, string | undefined][] = [
    ['Username', username],
    ['Password', password],
    ['PeriodicInformInterval', periodicInformInterval?.toString()],
    ['URL', url],
  ]
  const given = Object.fromEntries(entered.filter((one): one is [string, string] => one[1] !== undefined))
  const target: Record<string, string> = { ...deps.remembered(deviceId), ...given }
  if (!target.URL) throw new AppError('HAND_OVER_URL_UNKNOWN')
  if (deps.isOwnUrl(target.URL)) throw new AppError('HAND_OVER_OWN_URL', { url: target.URL })
  return target
}

function valuesFor({ inform }: SessionFacts, target: Record<string, string>): WriteInput['values'] {
  const server = `${rootIn(inform.parameters)}ManagementServer.`
  return Object.entries(target).map(([name, value]) => ({ name: server + name, value }))
}

/** Anything but the URL may fail and is told in the result. */
function refuseUnlessTaken(values: readonly WrittenValue[]): void {
  const url = values.find(({ name }) => name.endsWith('.URL'))
  if (url?.status === 'verified' || url?.pending) return
  throw new AppError('HAND_OVER_NOT_TAKEN', { url: url?.readBack ?? url?.old ?? '', text: url?.message ?? '' })
}

/** Whether the box stays away; throws where it came back. */
async function watch(context: Context, deps: HandOverDeps, since: number): Promise<'called' | 'silent'> {
  context.step('watchingHandOver', 0.8)
  await pause(settleMs, context.signal)
  context.signal.throwIfAborted()
  const { isTaken } = await context.wake()
  const until = Date.now() + context.input.watchSeconds * 1000
  const pick = ({ message }: { message: { name: string } }): true | undefined => message.name === 'Inform' || undefined
  const isBack = await context.waitFor(pick, { since, until, step: 'watchingHandOver' })
  if (isBack === null) return isTaken ? 'called' : 'silent'
  const url = await context
    .inSession((facts) => readUrl(context, facts), { wake: false, waitMs: 10_000 })
    .catch(() => '')
  throw url !== '' && !deps.isOwnUrl(url)
    ? new AppError('HAND_OVER_STILL_HERE', { url })
    : new AppError('HAND_OVER_NOT_TAKEN', { url, text: '' })
}

async function* readUrl(context: Context, { inform }: SessionFacts): Script<string> {
  const { values } = yield* readPaths([`${rootIn(inform.parameters)}ManagementServer.URL`], context.quirks)
  return values[0]?.value ?? ''
}
