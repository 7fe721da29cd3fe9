import type { TemplatePreview } from '#shared/model/template.ts'
import type { Script } from '../cwmp/script.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import { addInstance, type InstanceMemo, removeInstance } from '../workflows/objects.ts'

/** What is remembered of added instances: for each object one memo per level that had to be added. */
export type InstancesMemo = Readonly<Record<string, readonly InstanceMemo[]>>

/** An added instance; `root` is the outermost one that was added for it, and takes it along when it is deleted. */
export interface AddedInstance {
  object: string
  path: string
  root: string
}

interface MemoAccess<M> {
  recall: () => M | undefined
  remember: (memo: M) => void
}

/** Adds what a template found missing, each instance once in the life of the job. */
export async function* addInstances(
  context: Pick<WorkflowContext<unknown>, 'step' | 'commandKey'>,
  creations: TemplatePreview['creations'],
  { recall, remember }: MemoAccess<InstancesMemo>,
): Script<AddedInstance[]> {
  const added: AddedInstance[] = []
  for (const { object, table } of creations) {
    let path = ''
    let root = ''
    for (const [level, part] of `${table}{i}.`.split('{i}.').slice(0, -1).entries()) {
      const of = (): readonly InstanceMemo[] => recall()?.[object] ?? []
      const memory = {
        recall: () => of()[level] ?? null,
        remember: (memo: InstanceMemo) => remember({ ...recall(), [object]: [...of().slice(0, level), memo] }),
      }
      const { instance } = yield* addInstance(context, path + part, memory, level > 0)
      path = `${path}${part}${instance}.`
      if (level === 0) root = path
    }
    added.push({ object, path, root })
  }
  return added
}

/** Deletes added instances again, the last one first. Gives those that are gone. */
export async function* removeInstances(
  context: Pick<WorkflowContext<unknown>, 'step' | 'commandKey'>,
  added: readonly AddedInstance[],
  { recall, remember }: MemoAccess<readonly string[]>,
): Script<string[]> {
  const gone: string[] = []
  for (const { object, root } of added.toReversed()) {
    const tried = recall() ?? []
    const { verified } = yield* removeInstance(
      {
        step: context.step,
        commandKey: context.commandKey,
        recall: () => (tried.includes(root) ? {} : null),
        remember: () => remember([...tried, root]),
      },
      root,
    )
    if (verified) gone.push(object)
  }
  return gone
}
