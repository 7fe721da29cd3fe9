import { type ErrorData, toErrorData } from '#shared/errors.ts'
import { CollectInput } from '#shared/model/collect.ts'
import type { JobInput } from '#shared/model/job-kinds.ts'
import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { BackupResult } from '#shared/model/provision.ts'
import { RpcFault } from '../cwmp/script.ts'
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
    configFileId: string | null
  }) => string
  /** Moves a file that the box sent to the files that can be sent to boxes. */
  keepConfigFile: (received: {
    deviceId: string
    jobId: string
    fileName: string
  }) => Promise<NonNullable<BackupResult['configFile']>>
}

/**
 * Keeps every parameter of a box, which of them may be written, and its configuration file where that is wanted and
 * offered: without it the backup is one all the same. Doing so twice does no harm.
 */
export function backupWorkflow(
  { keepBackup, keepConfigFile }: BackupDeps,
  collect: Workflow<'collect'>,
): Workflow<'backup'> {
  return {
    kind: 'backup',
    restart: 'again',
    async run(context) {
      const { deviceId, jobId } = context
      const { paths, name } = context.input
      context.step('readingForBackup', 0)
      const { values, failed } = await read.run(share(context, { paths }, 0, 0.6))
      const writable: string[] = []
      for (const path of paths) {
        const listed = path === '' || path.endsWith('.')
        if (!listed) continue
        const found = await names.run(share(context, { path, nextLevel: false }, 0.6, 0.8))
        writable.push(...found.names.filter((one) => one.writable && !one.name.endsWith('.')).map((one) => one.name))
      }
      const { configFile, configError } = context.input.configFile
        ? await fetchConfigFile(context, collect, keepConfigFile)
        : noFile
      const configFileId = configFile?.firmwareId ?? null
      const snapshotId = keepBackup({ deviceId, jobId, name, values, failed, writable, configFileId })
      return {
        snapshotId,
        valueCount: values.length,
        writableCount: writable.length,
        failedCount: failed.length,
        configFile,
        configError,
      }
    },
  }
}

type ConfigFile = Pick<BackupResult, 'configFile' | 'configError'>
const noFile: ConfigFile = { configFile: null, configError: null }

async function fetchConfigFile(
  context: WorkflowContext<JobInput<'backup'>>,
  collect: Workflow<'collect'>,
  keepConfigFile: BackupDeps['keepConfigFile'],
): Promise<ConfigFile> {
  const input = CollectInput.parse({ kinds: ['configFile'] })
  let error: ErrorData | null = null
  try {
    const { files, items } = await collect.run(share(context, input, 0.8, 1))
    const { deviceId, jobId } = context
    const [file] = files
    if (file) return { ...noFile, configFile: await keepConfigFile({ deviceId, jobId, fileName: file.name }) }
    error = items.find((item) => item.error !== null)?.error ?? null
  } catch (thrown) {
    if (!(thrown instanceof RpcFault)) throw thrown
    error = toErrorData(thrown)
  }
  return { ...noFile, configError: error ?? { code: 'CONFIG_FILE_NOT_SENT', params: {}, remedy: 'useParameters' } }
}

/** The context of a part of a job: its own input, and its share of the progress. */
function share<I>(context: WorkflowContext<unknown>, input: I, from: number, to: number): WorkflowContext<I> {
  return {
    ...context,
    input,
    keep: () => {},
    show: () => {},
    step: (step, progress = 0) => context.step(step, from + (to - from) * progress),
  }
}
