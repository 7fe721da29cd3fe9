import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError, toErrorData } from '#shared/errors.ts'
import type { SessionFacts, SessionWork } from '../../../src-main/cwmp/work.ts'
import { WorkQueue } from '../../../src-main/cwmp/work.ts'
import { JobInSession } from '../../../src-main/jobs/job-in-session.ts'
import type { WakeOutcome } from '../../../src-main/sessions/wake-outcome.ts'
import { AwakeClock } from '../../../src-main/util/awake-clock.ts'

/** A box that can be called; what comes of calls is up to the test. */
class Line {
  readonly queue = new WorkQueue()
  readonly calls: number[] = []
  answer: WakeOutcome = { isTaken: true, error: toErrorData(new AppError('CONNECTION_REQUEST_NO_INFORM')) }
  isOpen = false
  readonly ends = new Set<() => void>()

  addWork = (work: SessionWork): void => this.queue.add(work)
  isInSession = (): boolean => this.isOpen
  onSessionEnd = (_id: string, listener: () => void): (() => void) => {
    this.ends.add(listener)
    return () => this.ends.delete(listener)
  }
  wake = (): Promise<WakeOutcome> => {
    this.calls.push(Date.now())
    return Promise.resolve(this.answer)
  }

  /** The box opens a session and takes the work; the script is run to its end. */
  async serve(end: (work: SessionWork) => void = (work) => work.resolve('done')): Promise<void> {
    const facts = { deviceId: 'box', sessionId: 's' } as SessionFacts
    const work = this.queue.take(facts)
    if (!work) throw new Error('no work')
    work.start(facts)
    end(work)
    await vi.advanceTimersByTimeAsync(0)
  }
}

let line: Line
let told: string[]
let abort: AbortController
let clock: AwakeClock
const make = (deadlineMs = 3_600_000): JobInSession => {
  const deadlineAt = Date.now() + deadlineMs
  return new JobInSession({
    deviceId: 'box',
    signal: abort.signal,
    deadlineAt: () => deadlineAt,
    sessions: line,
    clock,
    update: (event, { step, notice }) => told.push(`${event} ${step} ${notice?.code ?? '-'}`),
  })
}
// biome-ignore lint/correctness/useYield: a script that asks nothing
const script = async function* (): AsyncGenerator<never, string, never> {
  return await Promise.resolve('done')
}

beforeEach(() => {
  vi.useFakeTimers()
  line = new Line()
  told = []
  clock = new AwakeClock()
  abort = new AbortController()
})
afterEach(() => vi.useRealTimers())

describe('a job that waits for its box', () => {
  it('calls at once, then after growing pauses', async () => {
    line.answer = { isTaken: false, error: toErrorData(new AppError('CONNECTION_REQUEST_REFUSED')) }
    const start = Date.now()
    const run = make().run(script)
    await vi.advanceTimersByTimeAsync(700_000)
    expect(line.calls.map((at) => (at - start) / 1000)).toEqual([0, 10, 40, 100, 400, 700])
    expect(told.slice(0, 2)).toEqual(['wait waitingForBox -', 'wait waitingForInform CONNECTION_REQUEST_REFUSED'])
    await line.serve()
    expect(await run).toBe('done')
    expect(told.at(-1)).toBe('run inSession -')
  })

  it('says when an accepted call brought no Inform within 30 s, and takes it back when the box comes', async () => {
    const run = make().run(script)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(told).toEqual(['wait waitingForBox -', 'wait calledBox -'])
    await vi.advanceTimersByTimeAsync(1)
    expect(told.at(2)).toBe('wait waitingForInform CONNECTION_REQUEST_NO_INFORM')
    await line.serve()
    expect(told.at(-1)).toBe('run inSession -')
    await run
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(line.calls.length).toBeLessThanOrEqual(2)
  })

  it('does not call a box that is in a session, but does when that has ended without taking the work', async () => {
    line.isOpen = true
    const run = make().run(script)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(line.calls).toEqual([])
    line.isOpen = false
    for (const end of [...line.ends]) end()
    await vi.advanceTimersByTimeAsync(0)
    expect(line.calls).toHaveLength(1)
    await line.serve()
    await run
  })

  it('calls again at once when it is told that something changed, and then takes its time anew', async () => {
    line.answer = { isTaken: false, error: toErrorData(new AppError('CONNECTION_REQUEST_BASIC_ONLY')) }
    const start = Date.now()
    const job = make()
    const run = job.run(script)
    await vi.advanceTimersByTimeAsync(150_000)
    job.callAgain()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(line.calls.map((at) => (at - start) / 1000)).toEqual([0, 10, 40, 100, 150, 160])
    await line.serve()
    await run
  })

  it('does not count the time asleep', async () => {
    const run = make(90_000).run(script)
    const failure = expect(run).rejects.toMatchObject({ code: 'JOB_DEADLINE' })
    vi.setSystemTime(Date.now() + 3_600_000)
    clock.slept(3_600_000)
    await vi.advanceTimersByTimeAsync(89_000)
    expect(await Promise.race([run.catch(() => 'ended'), Promise.resolve('waiting')])).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    await failure
  })

  it('ends at its deadline', async () => {
    const run = make(90_000).run(script)
    const failure = expect(run).rejects.toMatchObject({ code: 'JOB_DEADLINE' })
    await vi.advanceTimersByTimeAsync(90_000)
    await failure
  })

  it('ends at once when it is cancelled, and leaves no work behind', async () => {
    const run = make().run(script)
    const failure = expect(run).rejects.toMatchObject({ code: 'JOB_CANCELLED' })
    abort.abort(new AppError('JOB_CANCELLED'))
    await failure
    expect(line.queue.take({ deviceId: 'box' } as SessionFacts)).toBeUndefined()
  })

  it.each([
    ['SESSION_LOST', 2, 'done'],
    ['SESSION_TIMEOUT', 1, 'done'],
    ['SESSION_LOST', 0, 'SESSION_LOST'],
    ['RPC_UNANSWERED', 2, 'RPC_UNANSWERED'],
  ] as const)('%s with %i retries gives %s', async (code, retries, expected) => {
    const run = make().run(script, { retries })
    const outcome = run.catch((error: AppError) => error.code)
    await vi.advanceTimersByTimeAsync(0)
    await line.serve((work) => work.reject(new AppError(code)))
    if (expected === 'done') await line.serve()
    expect(await outcome).toBe(expected)
  })

  it('knows whether its script is in a session', async () => {
    const job = make()
    const run = job.run(script)
    expect(job.isInside).toBe(false)
    await line.serve((work) => {
      expect(job.isInside).toBe(true)
      work.resolve('done')
    })
    await run
    expect([job.isInside, job.sessionId]).toEqual([false, 's'])
  })

  it('lets go of everything that listened for its end once it is done', async () => {
    let signal: AbortSignal | undefined
    const done = make().run(script)
    await line.serve((work) => {
      signal = work.signal
      work.resolve('done')
    })
    await done
    // A composite signal that is never aborted is kept for ever, and its listeners with it.
    expect(signal?.aborted).toBe(true)
    expect(abort.signal.aborted).toBe(false)
  })
})
