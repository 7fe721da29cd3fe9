import type { ErrorData } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { CallOutcome, ConnectionRequestVerdict } from '#shared/model/reach.ts'

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
  device: Pick<Device, 'lastInformAt'>
  now: number
}

/** Any Inform after the call is the box that came; without one the error of the call is what there is to say. */
export function callState({ startedAt, outcome, device: { lastInformAt }, now }: CallFacts): CallState {
  const informedAt = lastInformAt === null ? 0 : Date.parse(lastInformAt)
  if (informedAt >= startedAt) return { kind: 'came', afterMs: informedAt - startedAt }
  if (!outcome) return { kind: 'calling' }
  const leftMs = startedAt + owedMs - now
  if (outcome.isTaken && leftMs > 0) return { kind: 'waiting', leftMs: Math.ceil(leftMs / 1000) * 1000 }
  return { kind: 'failed', error: outcome.error }
}

/** Whether a try reached the box, as far as it can be known. */
export function isTaken({ kind }: ConnectionRequestVerdict): boolean {
  return kind === 'accepted' || kind === 'sent'
}
