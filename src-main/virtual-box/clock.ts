/**
 * Time as the box lives it. Durations in the standard's units are multiplied by `scale`, so that a test plays an hour
 * in a second; the date is the real one.
 */
export interface Clock {
  readonly scale: number
  /** Seconds of box time since `since`. */
  readonly secondsSince: (since: Date) => number
  /** Runs `action` after so many seconds of box time; returns a canceller. Cancelled when the signal aborts. */
  readonly after: (seconds: number, signal: AbortSignal, action: () => void) => () => void
  /** Waits so many seconds of box time; false when the signal aborted first. */
  readonly sleep: (seconds: number, signal: AbortSignal) => Promise<boolean>
}

const LONGEST_TIMER_MS = 2_147_483_647

export function createClock(scale: number): Clock {
  const clock: Clock = {
    scale,
    secondsSince: (since) => (Date.now() - since.getTime()) / 1000 / scale,
    after: (seconds, signal, action) => {
      const cancel = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', cancel)
      }
      const timer = setTimeout(
        () => {
          cancel()
          action()
        },
        Math.min(seconds * 1000 * scale, LONGEST_TIMER_MS),
      )
      timer.unref()
      if (signal.aborted) {
        cancel()
      } else {
        signal.addEventListener('abort', cancel, { once: true })
      }
      return cancel
    },
    sleep: (seconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve(false)
          return
        }
        const onAbort = () => resolve(false)
        signal.addEventListener('abort', onAbort, { once: true })
        clock.after(seconds, signal, () => {
          signal.removeEventListener('abort', onAbort)
          resolve(true)
        })
      }),
  }
  return clock
}
