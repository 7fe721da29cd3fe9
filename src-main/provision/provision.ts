import { AppError } from '#shared/errors.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { ProvisionInput, ProvisionResult } from '#shared/model/provision.ts'
import type { Template, TemplateChange, TemplatePreview, TemplateProblem } from '#shared/model/template.ts'
import type { DeviceFacts } from '#shared/templates/conditions.ts'
import { branchesToRead, type ResolveInput } from '#shared/templates/resolve.ts'
import type { Script } from '../cwmp/script.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import type { KeepBefore } from '../workflows/keep-before.ts'
import { readPaths } from '../workflows/read-paths.ts'
import { reboot } from '../workflows/reboot.ts'
import { allValues, type ChangesMemo, judgeAgain, summaryOf, untilNotLost, writeChanges } from './write-changes.ts'

/** What provisioning needs of the app beyond its box. */
export interface ProvisionDeps {
  templateOf: (template: string | Template) => Template
  library: (id: string) => Template | undefined
  preview: (template: Template, rest: Omit<ResolveInput, 'template' | 'library'>) => TemplatePreview
  factsOf: (deviceId: string) => DeviceFacts
  ruleFor: ResolveInput['ruleFor']
  keepBefore: KeepBefore
}

interface Plan {
  changes: TemplateChange[]
  problems: TemplateProblem[]
  snapshotId: string | null
}

interface Memo {
  plan?: Plan
  changes?: ChangesMemo
  reboot?: unknown
}

/** More values than these in one request are too many for many boxes. */
const valuesAtOnce = 100

/**
 * Applies a template with proof: reads what it touches, compares, keeps what stood there, writes, reads back, reboots where
 * the box needs it and reads once more. After a crash it goes on where it was; nothing is written that was not planned.
 */
export function provisionWorkflow(deps: ProvisionDeps): Workflow<'provision'> {
  return {
    kind: 'provision',
    restart: 'resume',
    async run(context) {
      const template = deps.templateOf(context.input.template)
      const memory = memoryOf(context)
      const written = await untilNotLost(context, async function* () {
        const plan = memory.get().plan ?? (yield* makePlan(deps, context, template))
        memory.add({ plan })
        context.show(resultOf(template, plan, [], null, false))
        if (context.input.dryRun) return { values: [], status: null }
        refuseProblems(plan.problems)
        return yield* writeChanges(context, {
          changes: plan.changes,
          size: valuesAtOnce,
          bisect: false,
          recall: () => memory.get().changes ?? null,
          remember: (changes) => memory.add({ changes }),
        })
      })
      const plan = memory.get().plan as Plan
      const { status } = written
      context.show(resultOf(template, plan, written.values, status, false))
      if (!mustReboot(context.input.reboot ?? template.reboot, status, written.values.length))
        return resultOf(template, plan, written.values, status, false)
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
      return resultOf(template, plan, values, status, true)
    },
  }
}

async function* makePlan(
  deps: ProvisionDeps,
  context: WorkflowContext<ProvisionInput>,
  template: Template,
): Script<Plan> {
  const { input, deviceId, jobId } = context
  context.step('readingForTemplate', 0.05)
  const device = deps.factsOf(deviceId)
  let read = yield* readPaths(pathsFor(input, branchesToRead(template, deps.library, device, 'narrow')), context.quirks)
  let preview = resolve(deps, input, template, device, read.values)
  if (input.backup !== 'all' && preview.problems.some(({ code }) => code === 'notOnBox')) {
    read = yield* readPaths(branchesToRead(template, deps.library, device, 'wide'), context.quirks)
    preview = resolve(deps, input, template, device, read.values)
  }
  const isBlocked = preview.problems.some(({ level }) => level === 'error')
  const isNeeded = !input.dryRun && input.backup !== 'none' && !isBlocked && preview.changes.some(({ same }) => !same)
  if (isNeeded) context.step('keepingBackup', 0.2)
  const writable = preview.changes.filter(({ same }) => !same).map(({ name }) => name)
  const kept = { deviceId, jobId, ...read, ...(input.backup === 'touched' ? { writable } : {}) }
  return { ...preview, snapshotId: isNeeded ? deps.keepBefore(kept) : null }
}

function pathsFor({ backup }: ProvisionInput, branches: string[]): string[] {
  return backup === 'all' || branches.length === 0 ? [''] : branches
}

function resolve(
  deps: ProvisionDeps,
  input: ProvisionInput,
  template: Template,
  device: DeviceFacts,
  values: readonly ParameterValue[],
): TemplatePreview {
  const known = new Map(values.map(({ name, value, type }) => [name, { value, type }]))
  const { ruleFor } = deps
  return deps.preview(template, { variables: input.values, device, known, ...(ruleFor ? { ruleFor } : {}) })
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
  { changes, problems, snapshotId }: Plan,
  written: Parameters<typeof allValues>[1],
  status: 0 | 1 | null,
  rebooted: boolean,
): ProvisionResult {
  const values = allValues(changes, written)
  return { templateId: template.id, values, problems, summary: summaryOf(values), snapshotId, status, rebooted }
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
