import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { ProvisionInput } from '#shared/model/provision.ts'
import type { Template, TemplatePreview } from '#shared/model/template.ts'
import type { DeviceFacts } from '#shared/templates/conditions.ts'
import { branchesToRead, type ResolveInput } from '#shared/templates/resolve.ts'
import type { Script } from '../cwmp/script.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import type { KeepBefore } from '../workflows/keep-before.ts'
import { readPaths } from '../workflows/read-paths.ts'

/** What provisioning needs of the app beyond its box. */
export interface ProvisionDeps {
  templateOf: (template: string | Template) => Template
  library: (id: string) => Template | undefined
  preview: (template: Template, rest: Omit<ResolveInput, 'template' | 'library'>) => TemplatePreview
  factsOf: (deviceId: string) => DeviceFacts
  ruleFor: ResolveInput['ruleFor']
  keepBefore: KeepBefore
}

/** Reads what a template touches, and resolves it against that; `placed` are instances that were added for its objects. */
export async function* compare(
  deps: ProvisionDeps,
  context: WorkflowContext<ProvisionInput>,
  template: Template,
  placed: ReadonlyMap<string, string> = new Map(),
): Script<{ read: { values: ParameterValue[]; failed: ParameterFailure[] }; preview: TemplatePreview }> {
  const { input, deviceId } = context
  context.step('readingForTemplate', 0.05)
  const device = deps.factsOf(deviceId)
  const resolved = (values: readonly ParameterValue[]) => resolve(deps, input, template, device, values, placed)
  let read = yield* readPaths(pathsFor(input, branchesToRead(template, deps.library, device, 'narrow')), context.quirks)
  let preview = resolved(read.values)
  if (input.backup !== 'all' && preview.problems.some(({ code }) => code === 'notOnBox')) {
    read = yield* readPaths(branchesToRead(template, deps.library, device, 'wide'), context.quirks)
    preview = resolved(read.values)
  }
  return { read, preview }
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
  placed: ReadonlyMap<string, string>,
): TemplatePreview {
  const known = new Map(values.map(({ name, value, type }) => [name, { value, type }]))
  const { ruleFor } = deps
  return deps.preview(template, { variables: input.values, device, known, placed, ...(ruleFor ? { ruleFor } : {}) })
}
