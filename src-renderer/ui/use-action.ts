import { useCallback, useState } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import { toShownError } from '../api.ts'

/** A deed behind a button: whether it is under way, and the error to show beside the button when it failed. */
export function useAction<A extends unknown[]>(deed: (...args: A) => Promise<void>) {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<ErrorData | null>(null)
  const run = useCallback(
    (...args: A): void => {
      setRunning(true)
      setError(null)
      deed(...args)
        .catch((thrown: unknown) => setError(toShownError(thrown)))
        .finally(() => setRunning(false))
    },
    [deed],
  )
  return { run, isRunning, error }
}
