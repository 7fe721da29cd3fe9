import { expect, it } from 'vitest'
import { limited } from '../../../src-main/util/limited.ts'

it('lets so many run at a time, in order, and survives failures', async () => {
  const finish: (() => void)[] = []
  const started: number[] = []
  const work = limited(2, async (n: number) => {
    started.push(n)
    await new Promise<void>((resolve) => finish.push(resolve))
    if (n === 1) throw new Error('one')
    return n
  })
  const results = Promise.allSettled([work(0), work(1), work(2), work(3)])
  expect(started).toEqual([0, 1])
  for (let i = 0; i < 4; i += 1) {
    finish[i]?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(started.length).toBe(Math.min(4, i + 3))
  }
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
