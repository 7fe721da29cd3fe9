import { expect, it } from 'vitest'
import { tempStores } from './folders.ts'
import { aJob, aMessage, aSession } from './samples.ts'

const at = (minute: number, second = 0) => new Date(Date.UTC(2024, 4, 1, 9, minute, second)).toISOString()

/** Sessions of a box, one a minute from `first` on, each ten seconds long. */
function sessionsOf(stores: ReturnType<typeof tempStores>, deviceId: string, count: number, first = 0): void {
  for (let n = 0; n < count; n += 1) {
    const minute = first + n
    const times = { startedAt: at(minute), endedAt: at(minute, 10), outcome: 'completed' as const }
    stores.sessions.insert(aSession({ id: `${deviceId}${minute}`, deviceId, ...times }))
  }
}

const left = (stores: ReturnType<typeof tempStores>) =>
  stores.sessions
    .list({ limit: 10_000 })
    .map(({ id }) => id)
    .toReversed()

function pruneAll(stores: ReturnType<typeof tempStores>, keep: number): number[] {
  const removed: number[] = []
  do removed.push(stores.sessions.prune(keep))
  while (removed.at(-1) !== 0)
  return removed
}

it('keeps the newest sessions, and of the others those that messages, jobs or quirks tell of', () => {
  const stores = tempStores()
  sessionsOf(stores, 'a', 8)
  stores.sessions.insert(aSession({ id: 'open', deviceId: 'a', startedAt: at(1, 30) }))
  stores.sessions.insert(aSession({ id: 'broken', deviceId: null, startedAt: at(1, 40), outcome: 'failed' }))
  stores.traces.add(aMessage({ sessionId: 'a1' }))
  stores.traces.flush()
  stores.jobs.insertAll([
    aJob({ id: 'within', deviceId: 'a', createdAt: at(2, 5), endedAt: at(2, 7) }),
    aJob({ id: 'elsewhere', deviceId: 'b', createdAt: at(3, 5), endedAt: at(3, 7) }),
    aJob({ id: 'between', deviceId: 'a', createdAt: at(3, 20), endedAt: at(3, 40) }),
  ])
  stores.quirks.set({
    model: 'm',
    name: 'noTransferComplete',
    value: true,
    source: 'learned',
    since: at(4),
    sessionId: 'a4',
    softwareVersion: '',
  })
  expect(pruneAll(stores, 2)).toEqual([4, 0])
  expect(left(stores)).toEqual(['a1', 'open', 'a2', 'a4', 'a6', 'a7'])
})

it('keeps sessions in which a job runs that has not ended', () => {
  const stores = tempStores()
  sessionsOf(stores, 'a', 5)
  stores.jobs.insertAll([aJob({ id: 'waiting', deviceId: 'a', createdAt: at(2), endedAt: null })])
  expect(pruneAll(stores, 1)).toEqual([2, 0])
  expect(left(stores)).toEqual(['a2', 'a3', 'a4'])
})

it('goes on where it ended, past rows that stay, and begins again at the end', () => {
  const stores = tempStores()
  sessionsOf(stores, 'a', 400)
  sessionsOf(stores, 'b', 300, 400)
  stores.jobs.insertAll([aJob({ id: 'long', deviceId: 'a', createdAt: at(0), endedAt: at(400) })])
  expect(stores.sessions.prune(10)).toBe(0)
  expect(stores.sessions.prune(10)).toBe(200)
  expect(stores.sessions.prune(10)).toBe(90)
  expect(left(stores)).toHaveLength(410)
  stores.sessions.insert(aSession({ id: 'late', deviceId: 'c', startedAt: at(0), outcome: 'completed' }))
  expect([stores.sessions.prune(10), stores.sessions.prune(10)]).toEqual([0, 1])
})
