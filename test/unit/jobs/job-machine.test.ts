import { describe, expect, it } from 'vitest'
import { isFinal, JobState } from '#shared/model/job.ts'
import { type JobEvent, nextState } from '../../../src-main/jobs/job-machine.ts'

const events: JobEvent[] = ['run', 'wait', 'cancel', 'succeed', 'fail', 'stop', 'requeue', 'interrupt']

/** The whole life of a job: a row per state, a column per event, `-` where the event means nothing. */
const life = `
              run        wait       cancel     succeed   fail   stop      requeue   interrupt
  queued      running    -          cancelled  -         failed -         queued    interrupted
  running     running    waiting    cancelling succeeded failed -         queued    interrupted
  waiting     running    waiting    cancelling succeeded failed -         queued    interrupted
  cancelling  cancelling cancelling cancelling succeeded failed cancelled cancelled cancelled
  succeeded   -          -          -          -         -      -         -         -
  failed      -          -          -          -         -      -         -         -
  cancelled   -          -          -          -         -      -         -         -
  interrupted -          -          -          -         -      -         -         -`

describe('job machine', () => {
  const [head = '', ...rows] = life.trim().split('\n')
  const columns = head.trim().split(/\s+/)

  it('knows every event in every state', () => {
    expect(columns).toEqual(events)
    expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual(JobState.options)
  })

  it.each(rows.map((row) => row.trim().split(/\s+/)))('%s', (state = '', ...expected) => {
    const actual = events.map((event) => nextState(state as JobState, event) ?? '-')
    expect(actual).toEqual(expected)
  })

  it('leaves a final state by nothing', () => {
    for (const state of JobState.options.filter(isFinal))
      for (const event of events) expect(nextState(state, event)).toBeUndefined()
  })
})
