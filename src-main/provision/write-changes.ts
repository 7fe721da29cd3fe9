import { meansSame } from '#shared/cwmp/same-value.ts'
import type { ProvisionedValue, ProvisionSummary } from '#shared/model/provision.ts'
import type { TemplateChange } from '#shared/model/template.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import type { Script } from '../cwmp/script.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import { readPaths } from '../workflows/read-paths.ts'
import { type WriteMemo, writeValues } from '../workflows/write-values.ts'

/** What is done of a list of writes, remembered over losses and restarts. */
export interface ChangesMemo {
  /** Writes that are through. */
  done: WrittenValue[]
  status: 0 | 1 | null
  /** The one under way. */
  write: WriteMemo | null
}

export interface Written {
  values: WrittenValue[]
  status: 0 | 1 | null
}

export interface ChangesOrder {
  changes: readonly TemplateChange[]
  /** Most values in one request. */
  size: number
  /** Whether to find bad values by writing the good ones. */
  bisect: boolean
  recall: () => ChangesMemo | null
  remember: (memo: ChangesMemo) => void
}

/** Writes values with proof, in as many requests as their number needs; after a loss it goes on where it was. */
export async function* writeChanges(context: WorkflowContext<unknown>, order: ChangesOrder): Script<Written> {
  let memo: ChangesMemo = order.recall() ?? { done: [], status: null, write: null }
  const remember = (next: ChangesMemo): void => {
    memo = next
    order.remember(next)
  }
  const wanted = order.changes.filter(({ same }) => !same)
  while (memo.done.length < wanted.length) {
    const values = wanted.slice(memo.done.length, memo.done.length + order.size)
    const result = yield* writeValues(context, {
      values: values.map(({ name, value, type }) => ({ name, value, type })),
      bisect: order.bisect,
      parameterKey: keyOf(context.commandKey, memo.done.length),
      recall: () => memo.write,
      remember: (write) => remember({ ...memo, write }),
    })
    const status = memo.status === 1 || result.status === 1 ? 1 : (result.status ?? memo.status)
    remember({ done: [...memo.done, ...result.values], status, write: null })
  }
  return { values: memo.done, status: memo.status }
}

/** A key of its own for each request: it tells afterwards which of them took effect (TR-069 A.3.2.1). */
function keyOf(commandKey: string, done: number): string {
  return done === 0 ? commandKey : `${commandKey.slice(0, 26)}-${done}`
}

/** Runs a script until no loss of the session cuts it off; gives up after a few. */
export async function untilNotLost<T>(context: WorkflowContext<unknown>, script: () => Script<T>): Promise<T> {
  const maxLosses = 5
  for (let losses = 0; ; losses += 1) {
    try {
      return await context.inSession(script)
    } catch (error) {
      if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
    }
  }
}

/** Reads values once more: what a reboot has applied is verified now. */
export async function* judgeAgain(
  context: WorkflowContext<unknown>,
  values: readonly WrittenValue[],
): Script<WrittenValue[]> {
  const open = values.filter(({ status }) => status === 'different').map(({ name }) => name)
  const now = new Map((yield* readPaths(open, context.quirks)).values.map((value) => [value.name, value]))
  return values.map((value) => {
    const readBack = now.get(value.name)?.value
    if (value.status !== 'different' || readBack === undefined) return value
    const { pending: _pending, ...rest } = value
    const isThere = meansSame(readBack, value.value, value.type)
    return { ...rest, readBack, status: isThere ? 'verified' : 'different' }
  })
}

/** All values of an order, in its order: those that stood in the box already beside those that were written. */
export function allValues(changes: readonly TemplateChange[], written: readonly WrittenValue[]): ProvisionedValue[] {
  const byName = new Map(written.map((value) => [value.name, value]))
  return changes.map(
    ({ name, value, type, old, same }) =>
      byName.get(name) ?? { name, value, type, old, status: same ? 'unchanged' : 'planned' },
  )
}

/** How many values came to which end. */
export function summaryOf(values: readonly ProvisionedValue[]): ProvisionSummary {
  const count = (wanted: ProvisionedValue['status']): number => values.filter(({ status }) => status === wanted).length
  return {
    verified: count('verified'),
    different: count('different'),
    failed: count('failed'),
    unchanged: count('unchanged'),
  }
}
