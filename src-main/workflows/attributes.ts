import type { JobResult } from '#shared/model/job-kinds.ts'
import type { ParameterFailure } from '#shared/model/parameter.ts'
import { ask, RpcFault, type Script } from '../cwmp/script.ts'
import type { Workflow } from '../jobs/workflow.ts'

type Attributes = JobResult<'attributes'>['attributes']

/**
 * Sets notification and access lists (TR-069 A.3.2.4), then reads what they are (A.3.2.5). Setting the same twice does no
 * harm, so a lost session is made good by the next.
 */
export const attributes: Workflow<'attributes'> = {
  kind: 'attributes',
  restart: 'again',
  run(context) {
    const { paths, set } = context.input
    return context.inSession(
      async function* () {
        if (set.length > 0) {
          context.step('writing', 0.2)
          yield* ask({ name: 'SetParameterAttributes', attributes: set })
        }
        context.step('reading', 0.5)
        return yield* readAttributes([...new Set([...set.map(({ name }) => name), ...paths])])
      },
      { retries: 2 },
    )
  },
}

const batchSize = 64

/** A bad name is cut out by halves, as when values are read. */
async function* readAttributes(names: string[]): Script<{ attributes: Attributes; failed: ParameterFailure[] }> {
  const found: Attributes = []
  const failed: ParameterFailure[] = []
  const work = [names]
  for (let batch = work.shift(); batch; batch = work.shift()) {
    if (batch.length > batchSize) {
      work.unshift(batch.slice(0, batchSize), batch.slice(batchSize))
      continue
    }
    try {
      const response = yield* ask({ name: 'GetParameterAttributes', names: batch })
      found.push(...response.attributes)
    } catch (error) {
      if (!(error instanceof RpcFault) || error.faultCode === 9000) throw error
      const [name = ''] = batch
      const middle = Math.ceil(batch.length / 2)
      if (batch.length > 1) work.unshift(batch.slice(0, middle), batch.slice(middle))
      else failed.push({ name, code: error.faultCode, message: error.faultText })
    }
  }
  return { attributes: found, failed }
}
