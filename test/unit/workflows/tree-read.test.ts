import { describe, expect, it } from 'vitest'
import type { AcsRequest } from '../../../src-main/cwmp/codec/messages.ts'
import type { Answer } from '../../../src-main/cwmp/session-machine.ts'
import { type ReadManner, TreeRead } from '../../../src-main/workflows/tree-read.ts'

/** How a box of the test reacts, beyond having names. */
interface Nature {
  /** Most names in one read; more are 9004, or lose the session. */
  limit?: number
  overLimit?: 'fault' | 'silence' | 'loss'
  poison?: string[]
  /** Names and branches over which the session is lost. */
  deadly?: string[]
  /** Branches that cannot be read or listed at once. */
  heavy?: string[]
  noRoot?: boolean
  refuseAll?: number
}

type Reaction = Answer | 'lost'

const fault = (code: number): Answer => ({
  kind: 'fault',
  fault: {
    name: 'Fault',
    faultCode: 'Client',
    faultString: '',
    code,
    message: `f${code}`,
    setParameterValuesFaults: [],
  },
})

function react(names: string[], nature: Nature, request: AcsRequest): Reaction {
  if (request.name === 'GetParameterNames') {
    const { path, nextLevel } = request
    if (path === '' && nature.noRoot) return fault(9005)
    if (!nextLevel && nature.heavy?.includes(path)) return fault(9002)
    if (!nextLevel && nature.deadly?.includes(path)) return 'lost'
    const below = names.filter((name) => name.startsWith(path))
    const found = new Set(nextLevel ? [] : [path])
    for (const name of below) {
      const parts = name.slice(path.length).split('.')
      for (let i = 1; i <= parts.length; i += 1) {
        if (nextLevel && i > 1) break
        found.add(path + parts.slice(0, i).join('.') + (i < parts.length ? '.' : ''))
      }
    }
    const parameters = [...found].map((name) => ({ name, writable: false }))
    return { kind: 'response', response: { name: 'GetParameterNamesResponse', parameters } }
  }
  if (request.name !== 'GetParameterValues') throw new Error(request.name)
  if (nature.refuseAll !== undefined) return fault(nature.refuseAll)
  if (request.names.length > (nature.limit ?? Infinity)) {
    const reactions = { fault: fault(9004), silence: { kind: 'none', reason: 'unanswered' }, loss: 'lost' } as const
    return reactions[nature.overLimit ?? 'fault']
  }
  if (request.names.some((name) => nature.deadly?.includes(name))) return 'lost'
  if (request.names.some((name) => nature.poison?.includes(name) || nature.heavy?.includes(name))) return fault(9002)
  const wanted = request.names.flatMap((path) =>
    path === '' || path.endsWith('.') ? names.filter((name) => name.startsWith(path)) : path,
  )
  if (wanted.some((name) => !names.includes(name)) || wanted.length === 0) return fault(9005)
  const parameters = wanted.map((name) => ({ name, value: name, type: 'string' }))
  return { kind: 'response', response: { name: 'GetParameterValuesResponse', parameters } }
}

function play(names: string[], paths: string[], nature: Nature = {}, manner: Partial<ReadManner> = {}) {
  const read = new TreeRead(paths, { batchSize: 8, rootNames: 'unknown', ...manner }, 'Device.')
  const asked: string[] = []
  const progress: number[] = []
  let isGivenUp = false
  for (let request = read.next(); request && !isGivenUp; request = read.next()) {
    progress.push(read.progress)
    asked.push(
      request.name === 'GetParameterNames'
        ? `N ${request.path} ${request.nextLevel ? 1 : 0}`
        : `V ${request.name === 'GetParameterValues' ? request.names.length : ''}`,
    )
    const reaction = react(names, nature, request)
    if (reaction === 'lost') isGivenUp = !read.lost()
    else read.take(reaction)
    if (asked.length > 5000) throw new Error('endless')
  }
  return { read, asked, progress, isGivenUp, ...read.result() }
}

const tree = (branches: number, leaves: number): string[] => [
  'Device.Summary',
  ...Array.from({ length: branches }, (_, b) =>
    Array.from({ length: leaves }, (_, l) => `Device.B${b}.${l % 2 ? 'T.' : ''}P${l}`),
  ).flat(),
]

describe('reading a tree', () => {
  it.each<[string, string[], Nature, Partial<ReadManner>]>([
    ['by levels', [''], {}, {}],
    ['at once where that is known to work', [''], {}, { rootNames: 'whole' }],
    ['where the whole is too much after all', [''], { heavy: ['', 'Device.'] }, { rootNames: 'whole' }],
    ['where a branch is too much', [''], { heavy: ['Device.B1.', 'Device.B1.T.'] }, {}],
    ['where the empty path is refused', [''], { noRoot: true }, {}],
    ['with small requests only', [''], { limit: 3 }, {}],
    ['with one name at a time', [''], { limit: 1 }, {}],
    ['where too much is answered by silence', [''], { limit: 3, overLimit: 'silence' }, {}],
    ['where too much costs the session', [''], { limit: 3, overLimit: 'loss' }, {}],
    ['where a listing costs the session', [''], { deadly: ['Device.B1.'] }, {}],
    ['from its root object', ['Device.'], {}, {}],
    ['from branches', ['Device.B0.', 'Device.B1.', 'Device.B2.', 'Device.Summary'], {}, {}],
    [
      'from branches that must be listed',
      ['Device.B0.', 'Device.B1.', 'Device.B2.', 'Device.Summary'],
      { heavy: ['Device.B0.'] },
      {},
    ],
  ])('gets everything %s', (_title, paths, nature, manner) => {
    const names = tree(3, 20)
    const { values, failed, progress, read } = play(names, paths, nature, manner)
    expect(failed).toEqual([])
    expect(new Set(values.map(({ name }) => name))).toEqual(new Set(names))
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(read.progress).toBeCloseTo(1, 6)
  })

  it('asks the fewest questions when the model is known', () => {
    expect(play(tree(3, 20), [''], {}, { rootNames: 'whole', batchSize: 100 }).asked).toEqual(['N  0', 'V 61'])
  })

  it.each([
    [
      'unknown',
      ['Device.B0.P0', 'Device.No', 'Device.B0.P2', 'Device.Nor'],
      {},
      [
        ['Device.No', 9005],
        ['Device.Nor', 9005],
      ],
    ],
    [
      'poisonous',
      ['Device.B0.P0', 'Device.B0.P2', 'Device.B1.P0'],
      { poison: ['Device.B0.P2'] },
      [['Device.B0.P2', 9002]],
    ],
    ['deadly', ['Device.B0.P0', 'Device.B0.P2', 'Device.B1.P0'], { deadly: ['Device.B0.P2'] }, [['Device.B0.P2', 0]]],
    ['an unknown branch', ['Device.B0.P0', 'Device.Nix.'], {}, [['Device.Nix.', 9005]]],
  ])('a name that is %s spoils nothing else', (_title, paths, nature, expected) => {
    const { values, failed } = play(tree(2, 8), paths, nature)
    const bad = expected.map(([name]) => name)
    expect(failed.map(({ name, code }) => [name, code])).toEqual(expected)
    expect(values.map(({ name }) => name).toSorted()).toEqual(paths.filter((path) => !bad.includes(path)).toSorted())
  })

  it('learns the batch that a box can bear, and grows where it can bear more', () => {
    const names = tree(1, 400)
    const small = play(names, [''], { limit: 5 })
    expect(small.read.learned().batchSize).toBeLessThanOrEqual(5)
    expect(small.read.learned().batchSize).toBeGreaterThanOrEqual(3)
    const large = play(tree(1, 2000), [''], {})
    expect(large.read.learned().batchSize).toBeUndefined()
    expect(Math.max(...large.asked.map((one) => Number(one.split(' ')[1]) || 0))).toBeGreaterThan(64)
  })

  it.each<[string, Nature, Partial<ReadManner>, ReadManner['rootNames'] | undefined]>([
    ['a small tree may be listed at once', {}, {}, 'whole'],
    ['one that cannot is listed by levels', { heavy: ['', 'Device.'] }, { rootNames: 'whole' }, 'levels'],
    ['one without the empty path begins at its root', { noRoot: true }, {}, 'rootRefused'],
    ['one that could not is not tried again', {}, { rootNames: 'levels' }, undefined],
    ['what is known is not learned again', {}, { rootNames: 'whole' }, undefined],
  ])('learns that %s', (_title, nature, manner, expected) => {
    expect(play(tree(2, 10), [''], nature, manner).read.learned().rootNames).toBe(expected)
  })

  it('asks nothing twice after a loss in the middle', () => {
    const names = tree(4, 16)
    const read = new TreeRead([''], { batchSize: 8, rootNames: 'unknown' }, 'Device.')
    const seen = new Map<string, number>()
    let count = 0
    for (let request = read.next(); request; request = read.next()) {
      count += 1
      const reaction = react(names, {}, request)
      if (count % 9 === 0) {
        expect(read.lost()).toBe(true)
        continue
      }
      if (request.name === 'GetParameterValues')
        for (const name of request.names) seen.set(name, (seen.get(name) ?? 0) + 1)
      read.take(reaction as Answer)
    }
    expect([...seen.values()].every((times) => times === 1)).toBe(true)
    expect(seen.size).toBe(names.length)
  })

  it('gives up on a box that refuses everything, and says so of each name', () => {
    const paths = Array.from({ length: 500 }, (_, i) => `Device.P${i}`)
    const { asked, failed } = play(paths, paths, { refuseAll: 9001 })
    expect(failed).toHaveLength(500)
    expect(asked.length).toBeLessThan(60)
  })

  it('gives up when the session breaks again and again', () => {
    const { isGivenUp, asked } = play(tree(2, 10), [''], { deadly: tree(2, 10) })
    expect(isGivenUp).toBe(true)
    expect(asked.length).toBeLessThan(40)
  })

  it('reads a tree of 20,000 in reasonable requests', () => {
    const names = tree(20, 1000)
    const { values, asked } = play(names, [''], {}, { batchSize: 64 })
    expect(values).toHaveLength(20_001)
    expect(asked.length).toBeLessThan(200)
  })
})
