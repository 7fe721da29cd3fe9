import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { WriteResult } from '#shared/model/job-kinds.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow } from '../jobs/workflow.ts'
import { isAnyWritten } from './write-rows.ts'
import { type WriteMemo, writeValues } from './write-values.ts'

const maxLosses = 3

/**
 * Writes parameters with proof (TR-069 A.3.2.1). Fails with the box's fault where nothing was written; the result says of
 * each value what became of it, also then.
 */
export const write: Workflow<'write'> = {
  kind: 'write',
  restart: 'resume',
  async run(context) {
    const { values, bisect, parameterKey = context.commandKey } = context.input
    for (let losses = 0; ; losses += 1) {
      try {
        const result = await context.inSession(() =>
          writeValues(context, {
            values,
            bisect,
            parameterKey,
            recall: () => context.recall() as WriteMemo | null,
            remember: context.remember,
          }),
        )
        return orThrow(result, () => context.keep(() => result))
      } catch (error) {
        if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
      }
    }
  },
}

function orThrow(result: WriteResult, keep: () => void): WriteResult {
  if (isAnyWritten(result)) return result
  keep()
  const guilty = result.values.find(({ heldBack }) => !heldBack) ?? result.values[0]
  const isMany = result.values.length > 1
  const code: ErrorCode = `CWMP_${isMany ? 9003 : (guilty?.code ?? 9003)}`
  throw new AppError(code, { method: 'SetParameterValues', name: guilty?.name ?? '', message: guilty?.message ?? '' })
}
