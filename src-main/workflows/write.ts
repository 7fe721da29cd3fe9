import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { WriteResult } from '#shared/model/job-kinds.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow } from '../jobs/workflow.ts'
import type { KeepBefore } from './keep-before.ts'
import { isAnyWritten, type WriteRow } from './write-rows.ts'
import { type WriteMemo, writeValues } from './write-values.ts'

const maxLosses = 3

interface Memo extends WriteMemo {
  snapshotId: string | null
}

/**
 * Writes parameters with proof (TR-069 A.3.2.1), and keeps what stood there. Fails with the box's fault where nothing was
 * written; the result says of each value what became of it, also then.
 */
export function writeWorkflow(keepBefore: KeepBefore): Workflow<'write'> {
  return {
    kind: 'write',
    restart: 'resume',
    async run(context) {
      const { deviceId, jobId } = context
      const { values, bisect, parameterKey = context.commandKey } = context.input
      const recall = () => context.recall() as Memo | null
      const remember = ({ rows, isSent }: WriteMemo): void => {
        const known = recall()
        const snapshotId = known ? known.snapshotId : keep(rows)
        context.remember({ rows, isSent, snapshotId } satisfies Memo)
      }
      const keep = (rows: WriteRow[]): string | null => {
        const before = rows.flatMap(({ name, old, type, ownType }) =>
          old === null ? [] : [{ name, value: old, type: ownType ?? type }],
        )
        if (before.length === 0) return null
        return keepBefore({ deviceId, jobId, values: before, failed: [], writable: before.map(({ name }) => name) })
      }
      for (let losses = 0; ; losses += 1) {
        try {
          const written = await context.inSession(() =>
            writeValues(context, { values, bisect, parameterKey, recall, remember }),
          )
          return orThrow({ ...written, snapshotId: recall()?.snapshotId ?? null }, context.keep)
        } catch (error) {
          if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
        }
      }
    },
  }
}

function orThrow(result: WriteResult, keep: (partial: () => unknown) => void): WriteResult {
  if (isAnyWritten(result)) return result
  keep(() => result)
  const guilty = result.values.find(({ heldBack }) => !heldBack) ?? result.values[0]
  const isMany = result.values.length > 1
  const code: ErrorCode = `CWMP_${isMany ? 9003 : (guilty?.code ?? 9003)}`
  throw new AppError(code, { method: 'SetParameterValues', name: guilty?.name ?? '', message: guilty?.message ?? '' })
}
