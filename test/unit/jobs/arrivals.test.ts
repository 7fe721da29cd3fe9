import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CpeRequest, EventStruct } from '../../../src-main/cwmp/codec/messages.ts'
import { Arrivals } from '../../../src-main/jobs/arrivals.ts'
import { anyOf, informAfter, informWith, transferCompleteOf } from '../../../src-main/jobs/expect.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { openStores, type Stores } from '../../../src-main/store/index.ts'
import { AwakeClock } from '../../../src-main/util/awake-clock.ts'
import { temporaryFolder } from '../../support/headless.ts'

const inform = (...events: [code: string, commandKey?: string][]): CpeRequest => ({
  name: 'Inform',
  deviceId: { manufacturer: '', oui: '', productClass: '', serialNumber: '1' },
  events: events.map(([code, commandKey = '']): EventStruct => ({ code, commandKey })),
  maxEnvelopes: 1,
  currentTime: '',
  retryCount: 0,
  parameters: [],
})
const complete = (commandKey: string): CpeRequest => ({
  name: 'TransferComplete',
  commandKey,
  fault: { code: 0, message: '' },
  startTime: '',
  completeTime: '',
})

let folder: string
let stores: Stores
let arrivals: Arrivals
let awaited: Set<string>
const open = (): void => {
  stores = openStores(folder, null, silentLog)
  arrivals = new Arrivals({ records: stores.arrivals, isAwaited: (id) => awaited.has(id), clock: new AwakeClock() })
}
beforeEach(() => {
  folder = temporaryFolder()
  awaited = new Set(['box'])
  open()
})
afterEach(() => stores.close())

const options = (since: number, until = Date.now() + 60_000) => ({ since, until, signal: new AbortController().signal })

describe('what a box says while a job waits', () => {
  it('is found when it came before the job asked, by its CommandKey', async () => {
    const since = arrivals.mark()
    arrivals.note('box', 's1', complete('other'))
    arrivals.note('box', 's1', complete('ours'))
    expect(await arrivals.waitFor('box', transferCompleteOf('ours'), options(since))).toMatchObject({
      commandKey: 'ours',
    })
    expect(await arrivals.waitFor('box', transferCompleteOf('ours'), options(arrivals.mark(), Date.now()))).toBeNull()
  })

  it('is found when it comes later, and wakes nobody else', async () => {
    const waiting = arrivals.waitFor('box', informWith(1), options(arrivals.mark()))
    const other = arrivals.waitFor('box', informWith(8), options(arrivals.mark(), Date.now() + 20))
    arrivals.note('box', 's1', inform(['2 PERIODIC']))
    arrivals.note('box', 's2', inform(['1 BOOT'], ['M Reboot', 'key']))
    expect(await waiting).toMatchObject({ sessionId: 's2' })
    expect(await other).toBeNull()
  })

  it('survives the end of the app, and numbers go on', async () => {
    const since = arrivals.mark()
    arrivals.note('box', 's1', complete('ours'))
    const last = arrivals.mark()
    stores.close()
    open()
    expect(arrivals.mark()).toBe(last)
    expect(await arrivals.waitFor('box', transferCompleteOf('ours'), options(since))).not.toBeNull()
    arrivals.forget('box')
    stores.close()
    open()
    expect(arrivals.mark()).toBe(last)
  })

  it('is not kept for boxes without a job, and is forgotten with the last one', () => {
    arrivals.note('stranger', 's1', complete('x'))
    expect(stores.arrivals.after('stranger', 0)).toEqual([])
    arrivals.note('box', 's1', complete('x'))
    arrivals.forget('box')
    expect(stores.arrivals.after('box', 0)).toEqual([])
  })

  it('ends with the signal', async () => {
    const abort = new AbortController()
    const waiting = arrivals.waitFor('box', informWith(1), { ...options(0), signal: abort.signal })
    const failure = expect(waiting).rejects.toThrow('stop')
    abort.abort(new Error('stop'))
    await failure
  })

  it('waits no longer than it is told', async () => {
    vi.useFakeTimers()
    const waiting = arrivals.waitFor('box', informWith(1), options(0, Date.now() + 5000))
    await vi.advanceTimersByTimeAsync(5000)
    expect(await waiting).toBeNull()
    vi.useRealTimers()
  })
})

describe('picks', () => {
  const arrival = (message: CpeRequest) => ({ seq: 1, at: '', sessionId: '', message })
  it.each([
    ['1 BOOT', '', true],
    ['1 Boot', '', true],
    ['M Reboot', 'key', true],
    ['M REBOOT', 'key', true],
    ['M Reboot', '', true],
    ['M Reboot', 'another', false],
    ['4 VALUE CHANGE', '', false],
  ])('a reboot is proven by %s with key "%s": %s', (code, key, expected) => {
    const pick = anyOf(informAfter('Reboot', 'key'), informWith(0, 1))
    expect(pick(arrival(inform([code, key]))) !== undefined).toBe(expected)
  })

  it.each([
    ['key', true],
    ['', true],
    ['another', false],
  ])('a transfer is proven by the key "%s": %s', (key, expected) => {
    expect(transferCompleteOf('key')(arrival(complete(key))) !== undefined).toBe(expected)
  })
})
