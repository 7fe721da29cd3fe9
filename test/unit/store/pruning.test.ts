import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pruning } from '../../../src-main/store/pruning.ts'
import { tempStores } from './folders.ts'
import { aMessage, aSession } from './samples.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('prunes each minute, and goes on part by part while there is something to remove', () => {
  const stores = tempStores()
  stores.settings.set({ trace: { keepSessions: 10 } })
  for (let n = 0; n < 260; n++) stores.traces.add(aMessage({ sessionId: `s${n}` }))
  stores.sessions.insert(aSession({ id: 's0' }))
  const left = () =>
    new Set(Array.from({ length: 260 }, (_, n) => n).filter((n) => stores.traces.list(`s${n}`).length > 0))
  const pruning = new Pruning(stores)
  pruning.start()
  vi.advanceTimersByTime(59_000)
  expect(left().size).toBe(260)
  vi.advanceTimersByTime(1000)
  expect(left().size).toBe(160)
  vi.advanceTimersByTime(1000)
  expect(left()).toEqual(new Set([0, ...Array.from({ length: 10 }, (_, n) => 250 + n)]))
  pruning.stop()
  expect(vi.getTimerCount()).toBe(0)
})
