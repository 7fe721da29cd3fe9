import { AppError } from '#shared/errors.ts'
import type { AcsRequest, ResponseTo } from './codec/messages.ts'
import type { Answer } from './session-machine.ts'

/**
 * What the ACS wants from a box in one session, top to bottom: an async generator that yields requests and is resumed
 * with what came of them. It returns its result; when the session is lost, the loss is thrown into it.
 */
export type Script<T> = AsyncGenerator<AcsRequest, T, Answer>

/** A CWMP fault of the box as an error, with the detail list of SetParameterValues (TR-069 A.3.2.1). */
export class RpcFault extends AppError {
  readonly faultCode: number
  readonly faultText: string
  readonly parameterFaults: { parameterName: string; code: number; message: string }[]

  constructor(method: string, fault: Extract<Answer, { kind: 'fault' }>['fault']) {
    super(`CWMP_${fault.code}`, { method, text: fault.message || fault.faultString })
    this.name = 'RpcFault'
    this.faultCode = fault.code
    this.faultText = fault.message || fault.faultString
    this.parameterFaults = fault.setParameterValuesFaults
  }
}

/**
 * One request and its answer: `const names = yield* ask({ name: 'GetParameterNames', … })`.
 * Throws RpcFault for a fault of the box, RPC_UNANSWERED when it would not answer, UNEXPECTED_ANSWER for nonsense.
 */
export function* ask<R extends AcsRequest>(request: R): Generator<AcsRequest, ResponseTo<R>, Answer> {
  const answer = yield request
  switch (answer.kind) {
    case 'response':
      return answer.response as ResponseTo<R>
    case 'fault':
      throw new RpcFault(request.name, answer.fault)
    case 'none':
      throw new AppError(answer.reason === 'unanswered' ? 'RPC_UNANSWERED' : 'UNEXPECTED_ANSWER', {
        method: request.name,
      })
  }
}
