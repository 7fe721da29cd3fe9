import { type CallName, type CallOutput, type CallParams, calls } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'

/** One handler per call of the contract; the type makes sure that none is missing. */
export type Handlers = {
  [C in CallName]: (params: CallParams<C>) => CallOutput<C> | Promise<CallOutput<C>>
}

/** Whether a name is a call of the contract. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

/** Validates the input and runs the handler. Throws BAD_REQUEST with the field and what is wrong with it. */
export async function dispatch(handlers: Handlers, name: CallName, input: unknown): Promise<unknown> {
  const parsed = calls[name].input.safeParse(input ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError('BAD_REQUEST', { field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
  }
  const handler = handlers[name] as (params: unknown) => unknown
  return await handler(parsed.data)
}
