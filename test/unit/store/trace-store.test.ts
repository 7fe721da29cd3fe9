import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../../src-main/log/log.ts'
import { openStores } from '../../../src-main/store/index.ts'
import { tempFolder, tempStores } from './folders.ts'
import { aMessage, aSession, informBody } from './samples.ts'

const rowsOf = (stores: ReturnType<typeof tempStores>) =>
  stores.db.prepare('SELECT count(*) FROM messages').pluck().get() as number

describe('writing behind', () => {
  it('gives ids at once and shows messages before they are written', () => {
    const stores = tempStores()
    const added = [1, 2, 3].map(() => stores.traces.add(aMessage()))
    expect(added.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(rowsOf(stores)).toBe(0)
    expect(stores.traces.list('s1')).toEqual(added)
    expect(stores.traces.get(2)).toEqual(added[1])
    stores.traces.flush()
    expect(rowsOf(stores)).toBe(3)
    expect(stores.traces.list('s1')).toEqual(added)
    expect(stores.traces.get(2)).toEqual(added[1])
    expect(stores.traces.get(4)).toBeNull()
  })

  it('writes after a moment, at 200 messages, and at the end', async () => {
    const dataDir = tempFolder()
    const stores = tempStores(dataDir)
    stores.traces.add(aMessage())
    await sleep(100)
    expect(rowsOf(stores)).toBe(1)
    for (let n = 0; n < 200; n++) stores.traces.add(aMessage())
    expect(rowsOf(stores)).toBe(201)
    stores.traces.add(aMessage())
    stores.close()
    expect(tempStores(dataDir).traces.list('s1')).toHaveLength(202)
  })

  it('takes a late message after the end without harm', async () => {
    const stores = tempStores()
    stores.close()
    for (let n = 0; n < 250; n++) expect(stores.traces.add(aMessage()).id).toBe(n + 1)
    await sleep(50)
  })

  it('never gives an id twice, not even after everything was pruned', () => {
    const dataDir = tempFolder()
    const stores = openStores(dataDir, null, silentLog)
    for (let n = 0; n < 5; n++) stores.traces.add(aMessage())
    expect(stores.traces.prune({ keepSessions: 0, keepBytes: 0 })).toEqual({ removed: 5 })
    stores.close()
    expect(tempStores(dataDir).traces.add(aMessage()).id).toBe(6)
  })
})

describe('bodies', () => {
  const bodies: [string, string][] = [
    ['nothing', ''],
    ['short', '<a/>'],
    ['just at the limit', 'x'.repeat(1024)],
    ['just above', 'x'.repeat(1025)],
    ['Chinese', '机顶盒'.repeat(400)],
    ['a zero byte and line ends', `a\u0000b\r\n\t${'c'.repeat(2000)}`],
    ['large', informBody(5000)],
  ]
  it.each(bodies)('come back as they went in: %s', (_, body) => {
    const { traces } = tempStores()
    const { id } = traces.add(aMessage({ body }))
    traces.flush()
    expect(traces.get(id)?.body).toBe(body)
  })

  it('are compressed above 1 KiB', () => {
    const { traces, db } = tempStores()
    traces.add(aMessage({ body: informBody(100) }))
    traces.flush()
    expect(db.prepare('SELECT length(body) FROM messages').pluck().get()).toBeLessThan(informBody(100).length / 5)
    expect(traces.sizeBytes()).toBeLessThan(informBody(100).length / 4)
  })

  it('are cut in lists only, never inside a character', () => {
    const { traces } = tempStores()
    const { id } = traces.add(aMessage({ body: `${'x'.repeat(9)}😀tail` }))
    traces.add(aMessage({ body: 'x'.repeat(70_000) }))
    const [first, second] = traces.list('s1', { bodyLimit: 10 })
    expect(first).toMatchObject({ body: 'x'.repeat(9), bodyTruncated: true })
    expect(second?.body).toHaveLength(10)
    expect(traces.list('s1')[1]?.body).toHaveLength(65_536)
    expect(traces.list('s1')[0]).toMatchObject({ bodyTruncated: false })
    expect(traces.get(id)).toMatchObject({ body: `${'x'.repeat(9)}😀tail`, bodyTruncated: false })
  })

  it('that are damaged leave the rest of the message', () => {
    const { traces, db } = tempStores()
    traces.add(aMessage({ body: informBody(), fault: { code: 9003, message: 'bad' } }))
    traces.flush()
    db.exec("UPDATE messages SET body = x'ffffffff'")
    expect(traces.list('s1')).toMatchObject([{ body: '', fault: { code: 9003 } }])
  })
})

describe('pruning', () => {
  /** Sessions a (oldest) to e, ten messages each; b is open. */
  function fiveSessions() {
    const stores = tempStores()
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      stores.sessions.insert(aSession({ id, outcome: id === 'b' ? 'open' : 'completed' }))
      for (let n = 0; n < 10; n++) stores.traces.add(aMessage({ sessionId: id, body: 'x'.repeat(700) }))
    }
    const left = () => ['a', 'b', 'c', 'd', 'e'].filter((id) => stores.traces.list(id).length > 0).join('')
    return { ...stores, left }
  }

  it('keeps what is within the limits', () => {
    const { traces, left } = fiveSessions()
    expect(traces.prune({ keepSessions: 5, keepBytes: 60_000 })).toEqual({ removed: 0 })
    expect(left()).toBe('abcde')
  })

  it('takes the oldest sessions above the number, never an open one', () => {
    const { traces, sessions, left } = fiveSessions()
    expect(traces.prune({ keepSessions: 2, keepBytes: 1e9 })).toEqual({ removed: 20 })
    expect(left()).toBe('bde')
    expect(sessions.list()).toHaveLength(5)
  })

  it('takes the oldest sessions above the size', () => {
    const { traces, left } = fiveSessions()
    expect(traces.prune({ keepSessions: 100, keepBytes: 25_000 })).toEqual({ removed: 20 })
    expect(left()).toBe('bde')
    expect(traces.sizeBytes()).toBe(30_000)
  })

  it('gives the space back to the disk, a part at a time', () => {
    const stores = tempStores()
    const noise = Array.from({ length: 2000 }, () => Math.random().toString(36)).join('')
    for (let session = 0; session < 250; session++)
      for (let n = 0; n < 2; n++) stores.traces.add(aMessage({ sessionId: `s${session}`, body: noise }))
    stores.traces.flush()
    const pages = () => stores.db.pragma('page_count', { simple: true }) as number
    const before = pages()
    const removed: number[] = []
    do removed.push(stores.traces.prune({ keepSessions: 10, keepBytes: 1e9 }).removed)
    while (removed.at(-1) !== 0)
    expect(removed).toEqual([200, 200, 80, 0])
    expect(pages()).toBeLessThan(before / 2)
    expect(stores.traces.list('s249')).toHaveLength(2)
  })
})
