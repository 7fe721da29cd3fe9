import { describe, expect, it } from 'vitest'
import { PushTally } from '../../../src-main/electron/push-tally.ts'
import { fileTypeIdOf, fileTypes } from '../../../src-renderer/features/firmware/file-types.ts'
import { countOutcomes, outcomeOf } from '../../../src-renderer/features/firmware/outcomes.ts'
import { parseList, suggestedVersion } from '../../../src-renderer/features/firmware/texts.ts'
import { restOf, type Sample, speedOf, withSample } from '../../../src-renderer/stores/samples.ts'

describe('speed and rest', () => {
  const feed = (...samples: [at: number, bytes: number][]) =>
    samples.reduce<Sample[]>((kept, [at, bytes]) => withSample(kept, { at, bytes }), [])
  it.each<[string, [number, number][], number | null]>([
    ['nothing', [], null],
    [
      'too little time',
      [
        [0, 0],
        [1000, 5000],
      ],
      null,
    ],
    [
      'steady',
      [
        [0, 0],
        [1000, 1000],
        [2000, 2000],
      ],
      1000,
    ],
    [
      'the last ten seconds only',
      [
        [0, 0],
        [20_000, 1000],
        [25_000, 11_000],
      ],
      2000,
    ],
    [
      'a transfer that starts over',
      [
        [0, 9000],
        [2000, 0],
        [4000, 2000],
      ],
      1000,
    ],
    [
      'a stalled one',
      [
        [0, 500],
        [5000, 500],
      ],
      0,
    ],
  ])('of %s', (_name, samples, speed) => expect(speedOf(feed(...samples))).toBe(speed))

  it.each([
    [null, 5, 10, null],
    [0, 5, 10, null],
    [1000, 5000, 10_000, 5000],
    [1000, 10_000, 10_000, null],
  ])('at %s with %i of %i', (speed, bytes, size, rest) => expect(restOf(speed, bytes, size)).toBe(rest))
})

describe('outcomes', () => {
  it.each([
    ['succeeded', 'proven', 'proven'],
    ['succeeded', 'appliedLater', 'appliedLater'],
    ['failed', 'notApplied', 'notApplied'],
    ['failed', null, 'failed'],
    ['cancelled', 'failed', 'stopped'],
    ['cancelled', 'unknown', 'unknown'],
    ['waiting', null, 'running'],
  ] as const)('of a job that is %s with verdict %s', (state, verdict, outcome) =>
    expect(outcomeOf({ state, verdict })).toBe(outcome),
  )

  it('are counted in a fixed order', () => {
    const rows = ['failed', 'succeeded', 'queued', 'succeeded'].map((state) => ({ state, verdict: null }))
    expect(countOutcomes(rows)).toEqual([
      ['proven', 2],
      ['failed', 1],
      ['running', 1],
    ])
  })
})

describe('what is typed and what a file claims', () => {
  it('reads lists with any comma', () => {
    expect(parseList(' STB-1，STB-2, STB-1;X*\n')).toEqual(['STB-1', 'STB-2', 'X*'])
  })
  it.each([
    [{ version: '5.15' }, 'x.bin', '5.15'],
    [{}, 'STB-4K200_V2.4.0.bin', 'V2.4.0'],
    [{}, 'EC6108V9-V100R003C10SPC050.zip', 'V100R003C10SPC050'],
    [{}, '固件 2.1.3-rc1.upf', '2.1.3'],
    [{}, 'image.bin', ''],
  ])('finds the version of %o %s', (details, fileName, version) =>
    expect(suggestedVersion({ details, fileName })).toBe(version),
  )
  it('knows the file types of the standard', () => {
    expect(fileTypeIdOf(fileTypes.config)).toBe('config')
    expect(fileTypeIdOf('X CU 4 User-Selective Firmware Upgrade Image')).toBeUndefined()
  })
})

it('tells the desktop how far all pushes are, and once that they are through', () => {
  const tally = new PushTally()
  expect(tally.take({ id: 'a', state: 'running', progress: 0.5 })).toEqual({ underWay: 1, progress: 0.5, ended: null })
  expect(tally.take({ id: 'b', state: 'queued', progress: 0 })).toEqual({ underWay: 2, progress: 0.25, ended: null })
  expect(tally.take({ id: 'a', state: 'failed', progress: 0.5 })).toEqual({ underWay: 1, progress: 0.5, ended: null })
  expect(tally.take({ id: 'b', state: 'succeeded', progress: 1 }).ended).toEqual({ succeeded: 1, failed: 1 })
  expect(tally.take({ id: 'c', state: 'succeeded', progress: 1 }).ended).toEqual({ succeeded: 1, failed: 0 })
})
