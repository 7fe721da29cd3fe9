import { AppError } from '#shared/errors.ts'
import type { JobResult } from '#shared/model/job-kinds.ts'
import type { RestoreInput, SkippedValue } from '#shared/model/provision.ts'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import type { TemplateChange } from '#shared/model/template.ts'
import { planRestore, type RestoreOrder, type RestorePlan } from '#shared/parameters/restore.ts'
import type { Script } from '../cwmp/script.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import type { KeepBefore } from '../workflows/keep-before.ts'
import { writableBelow } from '../workflows/names.ts'
import { readPaths } from '../workflows/read-paths.ts'
import { allValues, type ChangesMemo, summaryOf, untilNotLost, writeChanges } from './write-changes.ts'

/** What a restore needs of the app beyond its box. */
export interface RestoreDeps {
  /** Throws NOT_FOUND. */
  snapshotOf: (id: string) => SnapshotDetail
  keepBefore: KeepBefore
}

interface Plan {
  changes: TemplateChange[]
  skipped: SkippedValue[]
  snapshotId: string | null
}

interface Memo {
  plan?: Plan
  changes?: ChangesMemo
}

/** Small requests: one value that this box does not like must not keep a hundred others out. */
const valuesAtOnce = 25

/**
 * Writes a backup back to its box, or to one that replaces it, with proof. What is a box's own, commands, and the ACS URL
 * are left out unless they were chosen; what was left out is told.
 */
export function restoreWorkflow(deps: RestoreDeps): Workflow<'restore'> {
  return {
    kind: 'restore',
    restart: 'resume',
    async run(context) {
      let memo = (context.recall() as Memo | null) ?? {}
      const add = (more: Memo): void => {
        memo = { ...memo, ...more }
        context.remember(memo)
      }
      const snapshot = deps.snapshotOf(context.input.snapshotId)
      const written = await untilNotLost(context, async function* () {
        const plan = memo.plan ?? (yield* makePlan(deps, context, snapshot))
        add({ plan })
        context.keep(() => resultOf(plan, [], null))
        if (context.input.dryRun) return { values: [], status: null }
        if (plan.changes.every(({ same }) => same)) throw new AppError('NOTHING_TO_RESTORE', {})
        return yield* writeChanges(context, {
          changes: plan.changes,
          size: valuesAtOnce,
          bisect: true,
          recall: () => memo.changes ?? null,
          remember: (changes) => add({ changes }),
        })
      })
      return resultOf(memo.plan as Plan, written.values, written.status)
    },
  }
}

async function* makePlan(
  deps: RestoreDeps,
  context: WorkflowContext<RestoreInput>,
  snapshot: SnapshotDetail,
): Script<Plan> {
  const { input, deviceId, jobId } = context
  const chosen = input.paths && new Set(input.paths)
  const kept = snapshot.values.filter(({ name }) => chosen?.has(name) ?? true)
  const writable = snapshot.writable && new Set(snapshot.writable)
  const wanted = kept.filter(({ name }) => writable?.has(name) ?? true)
  context.step('comparing', 0.1)
  const read = yield* readPaths(
    wanted.map(({ name }) => name),
    context.quirks,
  )
  const order: RestoreOrder = {
    kept: wanted,
    now: new Map(read.values.map((value) => [value.name, value])),
    writable: null,
    isOtherBox: snapshot.deviceId !== deviceId,
    ...(chosen ? { chosen } : {}),
  }
  const found = planRestore(order)
  const names = namesToWrite(found)
  // Backups know what may be written; of other snapshots the box is asked.
  const plan = writable || names.length === 0 ? found : planRestore({ ...order, writable: yield* writableBelow(names) })
  const changed = namesToWrite(plan)
  if (!input.backup || input.dryRun || changed.length === 0) return { ...plan, snapshotId: null }
  context.step('keepingBackup', 0.3)
  return { ...plan, snapshotId: deps.keepBefore({ deviceId, jobId, ...read, writable: changed }) }
}

function namesToWrite({ changes }: RestorePlan): string[] {
  return changes.filter(({ same }) => !same).map(({ name }) => name)
}

function resultOf(
  { changes, skipped, snapshotId }: Plan,
  written: Parameters<typeof allValues>[1],
  status: 0 | 1 | null,
): JobResult<'restore'> {
  const values = allValues(changes, written)
  return { values, skipped, summary: summaryOf(values), snapshotId, status }
}
