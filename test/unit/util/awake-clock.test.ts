import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AwakeClock } from '../../../src-main/util/awake-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const fired = () => {
  const deeds: number[] = []
  return { deeds, deed: () => void deeds.push(Date.now()) }
}

it('calls at the time, and not once it is cancelled', async () => {
  const clock = new AwakeClock()
  const at = Date.now() + 60_000
  const { deeds, deed } = fired()
  clock.callAt(at, deed)
  clock.callAt(at, deed)()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(deeds).toEqual([at])
})

it.each(['runs on in sleep', 'stands still in sleep'])(
  'does not count the time asleep where the timer %s',
  async (how) => {
    const clock = new AwakeClock()
    const at = Date.now() + 60_000
    const hour = 3_600_000
    const { deeds, deed } = fired()
    clock.callAt(at, deed)
    // A system that stops timers leaves them with the time that they had.
    vi.setSystemTime(Date.now() + hour)
    clock.slept(hour)
    clock.callAt(at, deed)
    if (how === 'runs on in sleep') await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(deeds.filter((one) => one < at + hour)).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(deeds).toContain(at + hour)
  },
)

it('waits longer than one timer can', async () => {
  const at = Date.now() + 3 * 2 ** 31
  const { deeds, deed } = fired()
  new AwakeClock().callAt(at, deed)
  await vi.advanceTimersByTimeAsync(3 * 2 ** 31 - 1)
  expect(deeds).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(deeds).toEqual([at])
})

it('measures silence without the time asleep', () => {
  const clock = new AwakeClock()
  const before = clock.now()
  vi.setSystemTime(Date.now() + 3_600_000)
  clock.slept(3_595_000)
  expect(clock.now() - before).toBe(5000)
})
