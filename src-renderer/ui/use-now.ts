import { useSyncExternalStore } from 'react'

const tickMs = 1000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const one of listeners) one()
  }, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** The time in milliseconds, once a second: one clock for the whole window, so that all ages tick together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
