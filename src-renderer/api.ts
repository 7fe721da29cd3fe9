import type { CallInput, CallName, CallOutput } from '#shared/contract.ts'
import type { ErrorData } from '#shared/errors.ts'

/** A call that failed, with what the screen needs to explain it. */
export class ApiError extends Error {
  readonly data: ErrorData

  constructor(data: ErrorData) {
    super(data.code)
    this.name = 'ApiError'
    this.data = data
  }
}

/** Makes one call of the contract. Throws ApiError; anything else thrown is a mistake in the app. */
export async function call<C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> {
  const reply = await window.fieldacs.invoke(name, input)
  if (!reply.ok) throw new ApiError(reply.error)
  return reply.value as CallOutput<C>
}

/** Anything thrown, as an error that can be shown. */
export function toShownError(error: unknown): ErrorData {
  if (error instanceof ApiError) return error.data
  return {
    code: 'INTERNAL',
    params: { detail: error instanceof Error ? error.message : String(error) },
    remedy: 'reportBug',
  }
}
