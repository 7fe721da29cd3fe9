import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { names } from '../workflows/names.ts'
import { read } from '../workflows/read.ts'

/** What a backup needs of the app beyond its box. */
export interface BackupDeps {
  keepBackup: (backup: {
    deviceId: string
    jobId: string
    name: string
    values: ParameterValue[]
    failed: ParameterFailure[]
    writable: string[]
  }) => string
}

/** Keeps every parameter of a box, and which of them may be written. Reading twice does no harm. */
export function backupWorkflow({ keepBackup }: BackupDeps): Workflow<'backup'> {
  return {
    kind: 'backup',
    restart: 'again',
    async run(context) {
      const { paths, name } = context.input
      context.step('readingForBackup', 0)
      const { values, failed } = await read.run(share(context, { paths }, 0, 0.7))
      const writable: string[] = []
      for (const path of paths) {
        const listed = path === '' || path.endsWith('.')
        if (!listed) continue
        const found = await names.run(share(context, { path, nextLevel: false }, 0.7, 1))
        writable.push(...found.names.filter((one) => one.writable && !one.name.endsWith('.')).map((one) => one.name))
      }
      const { deviceId, jobId } = context
      const snapshotId = keepBackup({ deviceId, jobId, name, values, failed, writable })
      return {
        snapshotId,
        valueCount: values.length,
        writableCount: writable.length,
        failedCount: failed.length,
      }
    },
  }
}

/** The context of a part of a job: its own input, and its share of the progress. */
function share<I>(context: WorkflowContext<unknown>, input: I, from: number, to: number): WorkflowContext<I> {
  return {
    ...context,
    input,
    keep: () => {},
    step: (step, progress = 0) => context.step(step, from + (to - from) * progress),
  }
}
