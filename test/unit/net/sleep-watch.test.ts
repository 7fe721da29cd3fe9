import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SleepWatch } from '../../../src-main/net/sleep-watch.ts'

let slept: number[]
let watch: SleepWatch

beforeEach(() => {
  vi.useFakeTimers()
  slept = []
  watch = new SleepWatch((ms) => slept.push(Math.round(ms / 1000)))
  watch.start()
})
afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

const sleep = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000)

it('is told by the system, also of a short sleep, and counts from the last moment awake', async () => {
  watch.suspended()
  await vi.advanceTimersByTimeAsync(4_000)
  sleep(5)
  watch.resumed()
  expect(slept).toEqual([5])
})

it('finds out by itself where nobody tells, once', async () => {
  await vi.advanceTimersByTimeAsync(10_000)
  sleep(3600)
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(slept).toEqual([3602])
})

it('counts a sleep once where it is noticed first and told afterwards', async () => {
  watch.suspended()
  sleep(600)
  await vi.advanceTimersByTimeAsync(2_000)
  watch.resumed()
  expect(slept).toEqual([602])
})

it('takes a busy app for awake', async () => {
  sleep(20)
  await vi.advanceTimersByTimeAsync(4_000)
  watch.resumed()
  expect(slept).toEqual([])
})
