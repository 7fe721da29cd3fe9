import { instancesIn, parentOf } from '#shared/cwmp/paths.ts'
import type { JobResult } from '#shared/model/job-kinds.ts'
import { ask, RpcFault, type Script } from '../cwmp/script.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { type WriteMemo, writeValues } from './write-values.ts'

/** What is remembered of an instance that is being added. */
export interface InstanceMemo {
  /** Instances that were there before ours was asked for. */
  before: number[]
  /** Ours, once it is known. */
  instance?: number
  status?: 0 | 1
}

interface AddMemo extends InstanceMemo {
  write?: WriteMemo
}

const maxLosses = 3

/**
 * Adds one instance (TR-069 A.3.2.6) and sets its values. Where the answer was lost, the table shows whether it was added:
 * no second one is made.
 */
export const addObject: Workflow<'addObject'> = {
  kind: 'addObject',
  restart: 'resume',
  run: (context) => untilNotLost(context, () => add(context, context.input)),
}

/** Deletes one instance (A.3.2.7) and looks whether it is gone; one that is gone already after a lost answer is a success. */
export const deleteObject: Workflow<'deleteObject'> = {
  kind: 'deleteObject',
  restart: 'resume',
  run: (context) => untilNotLost(context, () => removeInstance(context, context.input.path)),
}

async function untilNotLost<T>(context: WorkflowContext<unknown>, script: () => Script<T>): Promise<T> {
  for (let losses = 0; ; losses += 1) {
    try {
      return await context.inSession(script)
    } catch (error) {
      if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
    }
  }
}

type Context = Pick<WorkflowContext<unknown>, 'recall' | 'remember' | 'step' | 'learn' | 'quirks' | 'commandKey'>

async function* add(
  context: Context,
  { path, values }: { path: string; values: { name: string; value: string; type?: string | undefined }[] },
): Script<JobResult<'addObject'>> {
  let memo = context.recall() as AddMemo | null
  const remember = (next: AddMemo): void => {
    context.remember(next)
    memo = next
  }
  const added = yield* addInstance(context, path, { recall: () => memo, remember })
  const instanceNumber = added.instance
  const instance = `${path}${instanceNumber}.`
  const written =
    values.length === 0
      ? { values: [] }
      : yield* writeValues(context, {
          values: values.map((one) => ({ ...one, name: instance + one.name })),
          bisect: false,
          parameterKey: context.commandKey,
          recall: () => memo?.write ?? null,
          remember: (write) => void remember({ ...added, write }),
        })
  return { path: instance, instanceNumber, status: added.status ?? null, values: written.values }
}

/**
 * Adds an instance to a table, and never a second one: where an answer was lost the table tells whether it is there.
 * `takesExisting` is for tables that a box may fill by itself when their parent is added.
 */
export async function* addInstance(
  context: Pick<Context, 'step' | 'commandKey'>,
  table: string,
  { recall, remember }: { recall: () => InstanceMemo | null; remember: (memo: InstanceMemo) => void },
  takesExisting = false,
): Script<InstanceMemo & { instance: number }> {
  const memo = recall()
  if (memo?.instance !== undefined) return { ...memo, instance: memo.instance }
  context.step('listing', 0.1)
  const now = yield* instancesOf(table)
  const known = memo?.before ?? (takesExisting ? [] : now)
  const found = now.find((instance) => !known.includes(instance))
  if (found !== undefined) {
    const ours = { before: known, instance: found }
    remember(ours)
    return ours
  }
  remember({ before: now })
  context.step('adding', 0.3)
  const { instanceNumber, status } = yield* ask({
    name: 'AddObject',
    objectName: table,
    parameterKey: context.commandKey,
  })
  const added = { before: now, instance: instanceNumber, status }
  remember(added)
  return added
}

/** Deletes an instance; `recall` tells whether that was tried before. */
export async function* removeInstance(
  context: Pick<Context, 'recall' | 'remember' | 'step' | 'commandKey'>,
  path: string,
): Script<JobResult<'deleteObject'>> {
  const wasSent = context.recall() !== null
  context.remember({ isSent: true })
  context.step('deleting', 0.3)
  let status: 0 | 1 | null = null
  try {
    const response = yield* ask({ name: 'DeleteObject', objectName: path, parameterKey: context.commandKey })
    status = response.status
  } catch (error) {
    if (!wasSent || !(error instanceof RpcFault) || error.faultCode !== 9005) throw error
  }
  context.step('readingBack', 0.7)
  const table = parentOf(path)
  const instance = Number(path.slice(table.length, -1))
  try {
    const left = yield* instancesOf(table)
    return { status, verified: !left.includes(instance) }
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    return { status, verified: false }
  }
}

async function* instancesOf(table: string): Script<number[]> {
  const { parameters } = yield* ask({ name: 'GetParameterNames', path: table, nextLevel: true })
  return instancesIn(
    table,
    parameters.map(({ name }) => name),
  )
}
