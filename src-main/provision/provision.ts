import { AppError } from '#shared/errors.ts'
import type { CreatedInstance, ProvisionInput, ProvisionResult } from '#shared/model/provision.ts'
import type { Template, TemplateChange, TemplatePreview, TemplateProblem } from '#shared/model/template.ts'
import type { Script } from '../cwmp/script.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { reboot } from '../workflows/reboot.ts'
import { compare, type ProvisionDeps } from './compare.ts'
import { type AddedInstance, addInstances, type InstancesMemo, removeInstances } from './instances.ts'
import {
  allValues,
  type ChangesMemo,
  judgeAgain,
  summaryOf,
  untilNotLost,
  type Written,
  writeChanges,
} from './write-changes.ts'

interface Plan {
  changes: TemplateChange[]
  creations: TemplatePreview['creations']
  problems: TemplateProblem[]
  snapshotId: string | null
}

interface Memo {
  plan?: Plan
  instances?: InstancesMemo
  /** The plan with the instances that were added. */
  placed?: { added: AddedInstance[]; changes: TemplateChange[]; problems: TemplateProblem[] }
  changes?: ChangesMemo
  removals?: readonly string[]
  removed?: string[]
  reboot?: unknown
}

type Memory = ReturnType<typeof memoryOf>

/** More values than these in one request are too many for many boxes. */
const valuesAtOnce = 100

/**
 * Applies a template with proof: reads what it touches, compares, keeps what stood there, adds the instances that it may
 * add, writes, reads back, reboots where the box needs it and reads once more. After a crash it goes on where it was;
 * nothing is written that was not planned, and nothing is added twice.
 */
export function provisionWorkflow(deps: ProvisionDeps): Workflow<'provision'> {
  return {
    kind: 'provision',
    restart: 'resume',
    async run(context) {
      const template = deps.templateOf(context.input.template)
      const memory = memoryOf(context)
      const result = (written: Written, rebooted = false): ProvisionResult =>
        resultOf(template, memory.get(), written, rebooted)
      const written = await untilNotLost(context, async function* () {
        const plan = memory.get().plan ?? (yield* makePlan(deps, context, template))
        memory.add({ plan })
        context.show(result(nothingWritten))
        if (context.input.dryRun) return nothingWritten
        refuseProblems(plan.problems)
        return yield* writePlan(deps, context, template, memory, plan)
      })
      const { status } = written
      context.show(result(written))
      if (!mustReboot(context.input.reboot ?? template.reboot, status, written.values.length)) return result(written)
      await reboot.run({
        ...context,
        input: { proofSeconds: 600 },
        recall: () => memory.get().reboot ?? null,
        remember: (memo) => memory.add({ reboot: memo }),
      })
      const values = await untilNotLost(context, () => {
        context.step('readingAfterReboot', 0.9)
        return judgeAgain(context, written.values)
      })
      return result({ values, status }, true)
    },
  }
}

const nothingWritten: Written = { values: [], status: null }

/** Adds what is missing, then writes everything; what was added and refused is deleted again. */
async function* writePlan(
  deps: ProvisionDeps,
  context: WorkflowContext<ProvisionInput>,
  template: Template,
  memory: Memory,
  plan: Plan,
): Script<Written> {
  const added = yield* addInstances(context, plan.creations, {
    recall: () => memory.get().instances,
    remember: (instances) => memory.add({ instances }),
  })
  const placed = memory.get().placed ?? (yield* placePlan(deps, context, template, plan, added))
  memory.add({ placed })
  context.show(resultOf(template, memory.get(), nothingWritten, false))
  if (isBlocked(placed.problems)) {
    yield* takeBack(context, memory, added)
    refuseProblems(placed.problems)
  }
  const written = yield* writeChanges(context, {
    changes: placed.changes,
    size: valuesAtOnce,
    bisect: false,
    recall: () => memory.get().changes ?? null,
    remember: (changes) => memory.add({ changes }),
  })
  const refused = added.filter(({ path }) =>
    written.values.filter(({ name }) => name.startsWith(path)).every(({ status }) => status === 'failed'),
  )
  yield* takeBack(context, memory, refused)
  return written
}

async function* makePlan(
  deps: ProvisionDeps,
  context: WorkflowContext<ProvisionInput>,
  template: Template,
): Script<Plan> {
  const { input, deviceId, jobId } = context
  const { read, preview } = yield* compare(deps, context, template)
  const { changes, creations, problems } = preview
  const isNeeded =
    !input.dryRun &&
    input.backup !== 'none' &&
    !isBlocked(problems) &&
    (creations.length > 0 || changes.some(({ same }) => !same))
  if (isNeeded) context.step('keepingBackup', 0.2)
  const writable = changes.filter(({ same }) => !same).map(({ name }) => name)
  const kept = { deviceId, jobId, ...read, ...(input.backup === 'touched' ? { writable } : {}) }
  return { ...preview, snapshotId: isNeeded ? deps.keepBefore(kept) : null }
}

/** The plan once its instances are there: their parameters are read, and are written before all others. */
async function* placePlan(
  deps: ProvisionDeps,
  context: WorkflowContext<ProvisionInput>,
  template: Template,
  { changes, problems }: Plan,
  added: AddedInstance[],
): Script<NonNullable<Memo['placed']>> {
  if (added.length === 0) return { added, changes, problems }
  const paths = new Map(added.map(({ object, path }) => [object, path]))
  const { preview } = yield* compare(deps, context, template, paths)
  const isNew = ({ name }: TemplateChange): boolean => added.some(({ root }) => name.startsWith(root))
  const ordered = [...preview.changes.filter(isNew), ...preview.changes.filter((change) => !isNew(change))]
  return { added, changes: ordered, problems: preview.problems }
}

/** Deletes added instances again, and remembers which are gone. */
async function* takeBack(
  context: WorkflowContext<ProvisionInput>,
  memory: Memory,
  added: readonly AddedInstance[],
): Script<void> {
  if (added.length === 0) return
  const removed = yield* removeInstances(context, added, {
    recall: () => memory.get().removals,
    remember: (removals) => memory.add({ removals }),
  })
  memory.add({ removed })
}

function isBlocked(problems: readonly TemplateProblem[]): boolean {
  return problems.some(({ level }) => level === 'error')
}

function refuseProblems(problems: readonly TemplateProblem[]): void {
  const errors = problems.filter(({ level }) => level === 'error')
  const [first] = errors
  if (!first) return
  const { path, what, variable, base, model } = first.params
  throw new AppError('TEMPLATE_PROBLEMS', {
    count: errors.length,
    code: first.code,
    what: String(path ?? what ?? variable ?? base ?? model ?? ''),
  })
}

function mustReboot(choice: Template['reboot'], status: 0 | 1 | null, count: number): boolean {
  return choice === 'always' ? count > 0 : choice === 'ifNeeded' && status === 1
}

function resultOf(
  template: Template,
  { plan, placed, removed = [] }: Memo,
  written: Written,
  rebooted: boolean,
): ProvisionResult {
  const values = allValues(placed?.changes ?? plan?.changes ?? [], written.values)
  const created = (placed?.added ?? []).map(({ object, path, root }): CreatedInstance => {
    const isFilled = values.some(({ name, status }) => name.startsWith(path) && status !== 'planned')
    return { object, path, root, status: removed.includes(object) ? 'removed' : isFilled ? 'added' : 'left' }
  })
  return {
    templateId: template.id,
    values,
    problems: placed?.problems ?? plan?.problems ?? [],
    creations: placed ? [] : (plan?.creations ?? []),
    created,
    summary: summaryOf(values),
    snapshotId: plan?.snapshotId ?? null,
    status: written.status,
    rebooted,
  }
}

function memoryOf(context: WorkflowContext<unknown>): { get: () => Memo; add: (more: Memo) => void } {
  let memo = (context.recall() as Memo | null) ?? {}
  return {
    get: () => memo,
    add: (more) => {
      memo = { ...memo, ...more }
      context.remember(memo)
    },
  }
}
