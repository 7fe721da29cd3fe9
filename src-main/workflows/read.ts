import { rootOf } from '#shared/cwmp/paths.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { type PathValues, walk } from './read-paths.ts'
import { TreeRead } from './tree-read.ts'

/**
 * Reads names, branches or the whole tree. A bad path is named and spoils nothing; a lost session is taken up by the next
 * one where it broke; a cancelled read keeps what it has. Reading twice does no harm, so a restart begins anew.
 */
export const read: Workflow<'read'> = {
  kind: 'read',
  restart: 'again',
  async run(context) {
    let tree: TreeRead | null = null
    context.keep(() => tree?.result() ?? null)
    return await readInSessions(context, context.input.paths, {
      onStarted: (started) => {
        tree = started
      },
      onProgress: (progress) => context.step('reading', progress),
    })
  },
}

/** Reads paths in as many sessions as it takes; what it learned of the model is kept. */
export async function readInSessions(
  context: Pick<WorkflowContext<unknown>, 'inSession' | 'signal' | 'quirks' | 'learn'>,
  paths: string[],
  { onStarted, onProgress }: { onStarted?: (tree: TreeRead) => void; onProgress: (progress: number) => void },
): Promise<PathValues> {
  let tree: TreeRead | null = null
  const begin = (root: string): TreeRead => {
    const started = new TreeRead(paths, context.quirks, root)
    onStarted?.(started)
    return started
  }
  for (;;) {
    try {
      await context.inSession(async function* ({ inform }) {
        tree ??= begin(rootIn(inform.parameters))
        yield* walk(tree, onProgress)
      })
      break
    } catch (error) {
      const reading = tree as TreeRead | null
      if (!isLoss(error) || context.signal.aborted || !reading?.lost()) throw error
    }
  }
  const done = tree as TreeRead | null
  const { batchSize, rootNames } = done?.learned() ?? {}
  if (batchSize !== undefined) context.learn('batchSize', batchSize)
  if (rootNames !== undefined) context.learn('rootNames', rootNames)
  return done?.result() ?? { values: [], failed: [] }
}

/** The root object that an Inform's parameters show, with its dot; empty where there are none. */
export function rootIn(parameters: readonly { name: string }[]): string {
  const root = rootOf(parameters[0]?.name ?? '')
  return root === '' ? '' : `${root}.`
}
