import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '#shared/contract.ts'
import type { ErrorData } from '#shared/errors.ts'
import { call, toShownError } from '../api.ts'

/** What came of a call that a component makes to show something. */
export type Fetched<T> = { status: 'loading' } | { status: 'failed'; error: ErrorData } | { status: 'ready'; value: T }

/**
 * Makes a call when the component opens and whenever the input or `revision` changes; the old value stays until the new one
 * is there. `refetch` does it by hand.
 */
export function useCall<C extends CallName>(
  name: C,
  input: CallInput<C>,
  revision: unknown = 0,
): Fetched<CallOutput<C>> & { refetch: () => void } {
  const [fetched, setFetched] = useState<Fetched<CallOutput<C>>>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const inputKey = JSON.stringify(input)
  const latest = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: revision and attempt are reasons to call again, not inputs
  useEffect(() => {
    latest.current += 1
    const mine = latest.current
    const show = (next: Fetched<CallOutput<C>>) => {
      if (mine === latest.current) setFetched(next)
    }
    call(name, JSON.parse(inputKey) as CallInput<C>).then(
      (value) => show({ status: 'ready', value }),
      (error: unknown) => show({ status: 'failed', error: toShownError(error) }),
    )
    return () => {
      latest.current += 1
    }
  }, [name, inputKey, revision, attempt])

  const refetch = useCallback(() => setAttempt((count) => count + 1), [])
  return { ...fetched, refetch }
}
