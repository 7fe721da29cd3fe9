import { describe, expect, it } from 'vitest'
import type { JobKind } from '#shared/model/job.ts'
import { answers, OddBox, oddId, type Reaction, storing } from './odd-box.ts'
import { Bench, type FinishedJob } from './support.ts'

const store = (values: Record<string, [value: string, type: string]>) =>
  new Map(Object.entries(values).map(([name, [value, type]]) => [name, { value, type }]))

/** A box that has met the app, and sessions of it until the job has ended. */
async function meet(react: ConstructorParameters<typeof OddBox>[1]) {
  const bench = await Bench.open()
  const box = new OddBox(bench.app.endpoints().acsUrl, react)
  await box.session([['0 BOOTSTRAP']])
  async function serve<K extends JobKind>(
    kind: K,
    input: object,
    sessions: Parameters<OddBox['session']>[0][] = [[['2 PERIODIC']]],
  ) {
    const id = await bench.start(kind, oddId, input)
    for (const events of sessions) await box.session(events)
    return (await bench.ended<K>(id)) as FinishedJob<K>
  }
  return { bench, box, serve }
}
const periodic: [string][] = [['2 PERIODIC']]
const count = (box: OddBox, method: string): number => box.asked.filter((one) => one === method).length

describe('a write whose answer is lost', () => {
  it('is found out by reading, and not sent again when it took effect', async () => {
    const values = store({ 'Device.A': ['1', 'string'] })
    let isFirst = true
    const { box, serve } = await meet(
      storing(values, (wanted) => {
        if (!isFirst) return undefined
        isFirst = false
        for (const [name, value] of wanted) values.set(name, { value, type: 'string' })
        return 'hangUp'
      }),
    )
    const job = await serve('write', { values: [{ name: 'Device.A', value: '2' }] }, [periodic, periodic])
    expect(job).toMatchObject({
      state: 'succeeded',
      result: { status: null, values: [{ status: 'verified', old: '1' }] },
    })
    expect(count(box, 'SetParameterValues')).toBe(1)
  })

  it('is sent again when nothing was changed by it', async () => {
    const values = store({ 'Device.A': ['1', 'string'] })
    let losses = 1
    const react = storing(values)
    const { box, serve } = await meet((asked) =>
      asked.method === 'SetParameterValues' && losses-- > 0 ? 'hangUp' : react(asked),
    )
    const job = await serve('write', { values: [{ name: 'Device.A', value: '2' }] }, [periodic, periodic])
    expect(job).toMatchObject({ state: 'succeeded', result: { status: 0, values: [{ status: 'verified', old: '1' }] } })
    expect(count(box, 'SetParameterValues')).toBe(2)
  })
})

describe('a write that a box refuses', () => {
  it('is tried once in the other form, which is remembered for the model', async () => {
    const values = store({ 'Device.On': ['0', 'boolean'] })
    const wordsOnly = (wanted: [string, string][]): Reaction | undefined =>
      wanted.some(([, value]) => !/^(true|false)$/.test(value)) ? answers.fault(9003, ['Device.On', 9007]) : undefined
    const { bench, box, serve } = await meet(storing(values, wordsOnly))
    const first = await serve('write', { values: [{ name: 'Device.On', value: '1' }] })
    expect(first.result.values).toMatchObject([{ status: 'verified', value: 'true', type: 'boolean' }])
    expect(count(box, 'SetParameterValues')).toBe(2)
    expect(await bench.call('quirks.list')).toMatchObject([
      { model: '0A0B0C-ODD', name: 'booleanForm', value: 'word', source: 'learned', sessionId: expect.any(String) },
    ])
    const second = await serve('write', { values: [{ name: 'Device.On', value: '0' }] })
    expect(second.result.values).toMatchObject([{ status: 'verified', value: 'false' }])
    expect(count(box, 'SetParameterValues')).toBe(3)
  })

  const bad = (wanted: [string, string][]): Reaction | undefined =>
    wanted.some(([name]) => name === 'Device.C') ? answers.fault(9001) : undefined
  const four = store({
    'Device.A': ['1', 'string'],
    'Device.B': ['1', 'string'],
    'Device.C': ['1', 'string'],
    'Device.D': ['1', 'string'],
  })
  const order = [...four.keys()].map((name) => ({ name, value: '2' }))

  it('names none of the values: all of them failed', async () => {
    const { box, serve } = await meet(storing(new Map(four), bad))
    const job = await serve('write', { values: order })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'CWMP_9003' } })
    expect(job.result.values.map(({ status, code }) => [status, code])).toEqual(order.map(() => ['failed', 9001]))
    expect(count(box, 'SetParameterValues')).toBe(1)
  })

  it('names none of the values: halves find the bad one, where that was agreed to', async () => {
    const { serve } = await meet(storing(new Map(four), bad))
    const job = await serve('write', { values: order, bisect: true })
    expect(job).toMatchObject({ state: 'succeeded', result: { status: 0 } })
    expect(job.result.values.map(({ name, status }) => [name, status])).toEqual([
      ['Device.A', 'verified'],
      ['Device.B', 'verified'],
      ['Device.C', 'failed'],
      ['Device.D', 'verified'],
    ])
  })

  it('is applied only after a reboot: the row says so', async () => {
    const values = store({ 'Device.A': ['1', 'string'] })
    const { serve } = await meet(storing(values, () => answers.status('SetParameterValues', 1)))
    const job = await serve('write', { values: [{ name: 'Device.A', value: '2' }] })
    expect(job.result).toMatchObject({ status: 1, values: [{ status: 'different', readBack: '1', pending: true }] })
  })
})

describe('a reboot', () => {
  it('whose answer is lost is proven by the boot, and not sent again', async () => {
    const { box, serve } = await meet(({ method }) => (method === 'Reboot' ? 'hangUp' : answers.fault(9000)))
    const job = await serve('reboot', {}, [periodic, periodic, [['1 BOOT']]])
    expect(job).toMatchObject({ state: 'succeeded', result: { events: ['1 BOOT'], softwareVersion: '1' } })
    expect(count(box, 'Reboot')).toBe(1)
  })

  it('that the box refuses is a failure with its fault', async () => {
    const { serve } = await meet(() => answers.fault(9001))
    expect(await serve('reboot', {})).toMatchObject({ state: 'failed', error: { code: 'CWMP_9001' } })
  })
})

describe('objects', () => {
  it('are added once, even if the answer is lost', async () => {
    const instances = [1, 2]
    let isFirst = true
    const { box, serve } = await meet(({ method, text }) => {
      switch (method) {
        case 'GetParameterNames':
          return answers.names(instances.map((i) => `${text('ParameterPath')}${i}.`))
        case 'AddObject':
          instances.push(7)
          if (isFirst) {
            isFirst = false
            return 'hangUp'
          }
          return answers.fault(9002)
        default:
          return answers.fault(9000)
      }
    })
    const job = await serve('addObject', { path: 'Device.T.' }, [periodic, periodic])
    expect(job).toMatchObject({ state: 'succeeded', result: { path: 'Device.T.7.', instanceNumber: 7, status: null } })
    expect(count(box, 'AddObject')).toBe(1)
  })

  it('that are gone after a lost answer were deleted', async () => {
    const instances = new Set([1, 2])
    let isFirst = true
    const { serve } = await meet(({ method, text }) => {
      if (method === 'GetParameterNames')
        return answers.names([...instances].map((i) => `${text('ParameterPath')}${i}.`))
      if (!instances.delete(2)) return answers.fault(9005)
      if (!isFirst) return answers.status('DeleteObject')
      isFirst = false
      return 'hangUp'
    })
    const job = await serve('deleteObject', { path: 'Device.T.2.' }, [periodic, periodic])
    expect(job).toMatchObject({ state: 'succeeded', result: { status: null, verified: true } })
  })
})

describe('a read', () => {
  it('goes on in the next session where the last one broke', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `Device.P${i}`)
    const react = storing(store(Object.fromEntries(names.map((name) => [name, ['v', 'string']]))))
    const asked: string[] = []
    let requests = 0
    const { serve } = await meet((one) => {
      requests += 1
      if (requests === 2) return 'hangUp'
      asked.push(...one.texts('string'))
      return react(one)
    })
    const job = await serve('read', { paths: names }, [periodic, periodic])
    expect(job.state).toBe('succeeded')
    expect(job.result.values).toHaveLength(200)
    expect(asked).toHaveLength(200)
  })
})

describe('several jobs for one box', () => {
  it('run one after the other, in one session if the box stays', async () => {
    const { bench, box } = await meet(storing(store({ 'Device.A': ['1', 'string'] })))
    const ids = [
      await bench.start('write', oddId, { values: [{ name: 'Device.A', value: '2' }] }),
      await bench.start('read', oddId, { paths: ['Device.A'] }),
      await bench.start('write', oddId, { values: [{ name: 'Device.A', value: '3' }] }),
    ]
    await box.session()
    const jobs = await Promise.all(ids.map((id) => bench.ended(id)))
    expect(jobs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(jobs[1]?.result).toMatchObject({ values: [{ value: '2' }] })
    expect(box.asked.join(' ')).toBe(
      'GetParameterValues SetParameterValues GetParameterValues GetParameterValues GetParameterValues SetParameterValues GetParameterValues',
    )
  })
})
