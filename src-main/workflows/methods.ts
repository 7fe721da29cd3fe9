import { ask } from '../cwmp/script.ts'
import type { Workflow } from '../jobs/workflow.ts'

/** Asks which methods a box offers (TR-069 A.3.1.1) and has them kept with the box. */
export function methodsWorkflow(keep: (deviceId: string, methods: string[]) => void): Workflow<'methods'> {
  return {
    kind: 'methods',
    restart: 'again',
    async run(context) {
      const { methods } = await context.inSession(
        async function* () {
          return yield* ask({ name: 'GetRPCMethods' })
        },
        { retries: 2 },
      )
      keep(context.deviceId, methods)
      return { methods }
    },
  }
}
