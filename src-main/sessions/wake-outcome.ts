import { type ErrorData, toErrorData } from '#shared/errors.ts'
import type { WakeVerdict } from '#shared/model/reach.ts'
import { mostTelling, wakeError } from '../reach/verdicts.ts'

/** What came of calling a box: `error` says why it did not take the call, or what to say if no Inform follows. */
export interface WakeOutcome {
  isTaken: boolean
  error: ErrorData
}

/**
 * Datagrams that nobody answered prove nothing: where the box also refused by HTTP, that refusal is what the technician
 * should see.
 */
export function wakeOutcome(verdict: WakeVerdict): WakeOutcome {
  if (verdict.kind !== 'asked') return { isTaken: false, error: toErrorData(wakeError(verdict)) }
  const isHeard = verdict.steps.some(
    ({ verdict: one }) => one.kind === 'accepted' || (one.kind === 'sent' && one.heard),
  )
  const refusals = verdict.steps.filter(({ means }) => means === 'http').map((step) => step.verdict)
  const cause = isHeard ? null : mostTelling(refusals)
  if (!cause) return { isTaken: true, error: toErrorData(wakeError(verdict)) }
  return { isTaken: false, error: toErrorData(wakeError({ kind: 'failed', steps: verdict.steps, cause })) }
}
