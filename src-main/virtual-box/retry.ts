/** TR-069 3.2.1.1: the range from which the wait before the next session is drawn, in seconds. */
export interface RetryRange {
  readonly min: number
  readonly max: number
}

/**
 * Range for the wait after the `attempt`-th failure in a row (from 1): m(k/1000)^(n-1) .. m(k/1000)^n, fixed from the
 * tenth on. `minimum` is CWMPRetryMinimumWaitInterval (s), `multiplier` CWMPRetryIntervalMultiplier (1/1000).
 */
export function retryRange(attempt: number, minimum = 5, multiplier = 2000): RetryRange {
  const n = Math.min(Math.max(attempt, 1), 10)
  const k = multiplier / 1000
  return { min: minimum * k ** (n - 1), max: minimum * k ** n }
}

/** Draws a wait from the range. */
export const drawWait = ({ min, max }: RetryRange): number => min + Math.random() * (max - min)
