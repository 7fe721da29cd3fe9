import type { Workflow } from '../jobs/workflow.ts'
import { readPaths } from './read-paths.ts'

const batchSize = 64

/** Reads names and branches in one session; a bad path is named and spoils nothing. Reading twice does no harm. */
export const read: Workflow<'read'> = {
  kind: 'read',
  restart: 'again',
  run(context) {
    return context.inSession(
      () =>
        readPaths(context.input.paths, { batchSize }, ({ done, total }) => {
          context.signal.throwIfAborted()
          context.step('reading', done / total)
        }),
      { retries: 2 },
    )
  },
}
