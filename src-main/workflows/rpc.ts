import { AppError } from '#shared/errors.ts'
import type { AcsRequest } from '../cwmp/codec/messages.ts'
import type { Script } from '../cwmp/script.ts'
import type { Answer } from '../cwmp/session-machine.ts'
import type { Workflow } from '../jobs/workflow.ts'

/** Requests that change nothing: they may be sent again after a loss. */
function isReading({ name }: AcsRequest): boolean {
  return name.startsWith('Get')
}

function* exchange(request: AcsRequest): Generator<AcsRequest, Answer, Answer> {
  return yield request
}

/** Sends one request as it is given and hands back what the box answers, a fault included. Never sends a change twice. */
export const rpc: Workflow<'rpc'> = {
  kind: 'rpc',
  restart: 'resume',
  async run(context) {
    const request: AcsRequest = context.input.request
    if (context.recall() !== null && !isReading(request)) throw new AppError('JOB_INTERRUPTED')
    const answer = await context.inSession(
      async function* (): Script<Answer> {
        context.remember({ isSent: true })
        return yield* exchange(request)
      },
      { retries: isReading(request) ? 2 : 0 },
    )
    switch (answer.kind) {
      case 'response':
        return { response: answer.response, fault: null }
      case 'fault': {
        const { code, message, setParameterValuesFaults } = answer.fault
        return { response: null, fault: { code, message, parameterFaults: setParameterValuesFaults } }
      }
      case 'none':
        throw new AppError(answer.reason === 'unanswered' ? 'RPC_UNANSWERED' : 'UNEXPECTED_ANSWER', {
          method: request.name,
        })
    }
  },
}
