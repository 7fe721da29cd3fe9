import { create } from 'zustand'
import type { ErrorData } from '#shared/errors.ts'
import type { Check, CheckState } from '#shared/model/self-check.ts'
import { call, toShownError } from '../../api.ts'

interface CheckStore {
  checks: readonly Check[] | null
  at: string | null
  isRunning: boolean
  error: ErrorData | null
}

/** The last self-check, kept while the window is open: the status bar shows what it found. */
export const useCheckStore = create<CheckStore>()(() => ({ checks: null, at: null, isRunning: false, error: null }))

/** Runs the self-check; a second wish while it runs is the same one. */
export async function runSelfCheck(): Promise<void> {
  if (useCheckStore.getState().isRunning) return
  useCheckStore.setState({ isRunning: true, error: null })
  try {
    const checks = await call('selfCheck.run', {})
    useCheckStore.setState({ checks, at: new Date().toISOString() })
  } catch (error) {
    useCheckStore.setState({ error: toShownError(error) })
  }
  useCheckStore.setState({ isRunning: false })
}

/** How many answers are in each state. */
export function countStates(checks: readonly Check[]): Record<CheckState, number> {
  const counts = { ok: 0, warning: 0, failed: 0, unknown: 0 }
  for (const { state } of checks) counts[state] += 1
  return counts
}
