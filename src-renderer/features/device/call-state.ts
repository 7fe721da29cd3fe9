import type { ErrorData } from '#shared/errors.ts'
import type { CallOutcome } from '#shared/model/reach.ts'

/** A box owes its Inform within 30 s of a connection request (TR-069 3.2.2). */
const owedMs = 30_000

/** How a call of a box stands. */
export type CallState =
  | { kind: 'calling' }
  | { kind: 'waiting'; leftMs: number }
  | { kind: 'came'; afterMs: number }
  | { kind: 'failed'; error: ErrorData }

export interface CallFacts {
  startedAt: number
  /** null while the tries are under way. */
  outcome: CallOutcome | null
  /** The first Inform after the call; null while there was none. */
  cameAt: number | null
  now: number
}

/** Any Inform after the call is the box that came; without one the error of the call is what there is to say. */
export function callState({ startedAt, outcome, cameAt, now }: CallFacts): CallState {
  if (cameAt !== null) return { kind: 'came', afterMs: cameAt - startedAt }
  if (!outcome) return { kind: 'calling' }
  const leftMs = startedAt + owedMs - now
  if (outcome.isTaken && leftMs > 0) return { kind: 'waiting', leftMs: Math.ceil(leftMs / 1000) * 1000 }
  return { kind: 'failed', error: outcome.error }
}
