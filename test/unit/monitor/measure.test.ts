import { describe, expect, it } from 'vitest'
import { dictionaries } from '#shared/i18n/index.ts'
import { metricSpecs } from '#shared/monitor-metrics.ts'
import { parseBulkReport } from '../../../src-main/monitor/bulk-report.ts'
import { alarmsOfSample, judgeMetric } from '../../../src-main/monitor/limits.ts'
import { measure, riseOf } from '../../../src-main/monitor/measure.ts'
import { parseCsv } from '../../../src-main/monitor/parse-csv.ts'
import { thin } from '../../../src-main/monitor/thin.ts'
import { flatPaths } from '../../support/shared-data.ts'

const value = (name: string, text: string | number) => ({ name, value: String(text), type: 'string' })
const rtp = 'Device.Services.STBService.1.ServiceMonitoring.MainStream.1.Total.RTPStats.'
const figures = (measured: ReturnType<typeof measure>) =>
  Object.fromEntries(measured.values.map((one) => [one.name, one.value]))

describe('measuring', () => {
  it('rates and ratios need two samples', () => {
    const first = measure([value(`${rtp}PacketsLost`, 10), value(`${rtp}PacketsExpected`, 1000)], 0, new Map())
    expect(figures(first)).toEqual({})
    const second = measure([value(`${rtp}PacketsLost`, 20), value(`${rtp}PacketsExpected`, 3000)], 10_000, first.counts)
    expect(figures(second)).toEqual({ 'iptv.loss 1.1': 0.5, 'iptv.mlr 1.1': 1 })
    expect(second.used).toEqual(expect.arrayContaining([`${rtp}PacketsLost`, `${rtp}PacketsExpected`]))
  })

  it.each([
    ['Device.DeviceInfo.ProcessStatus.CPUUsage', '17', { cpu: 17 }],
    ['Device.Optical.Interface.2.OpticalSignalLevel', '-19400', { 'optical.receive 2': -19.4 }],
    ['Device.DeviceInfo.ProcessStatus.CPUUsage', 'n/a', {}],
    ['Device.DeviceInfo.ProcessStatus.CPUUsage', '', {}],
    ['Device.Unknown.Thing', '17', {}],
  ])('%s = %j', (path, text, expected) => expect(figures(measure([value(path, text)], 0, new Map()))).toEqual(expected))

  it('shares, words and bare parameters', () => {
    const measured = measure(
      [
        value('Device.DeviceInfo.MemoryStatus.Free', 25),
        value('Device.DeviceInfo.MemoryStatus.Total', 100),
        value('Device.PPP.Interface.1.ConnectionStatus', 'Connected'),
        value('Device.X.Own', 5),
      ],
      0,
      new Map(),
      new Set(['Device.X.Own']),
    )
    expect(figures(measured)).toEqual({ memory: 75, 'Device.X.Own': 5 })
    expect(measured.texts).toEqual({ 'service.ppp 1': 'Connected' })
  })

  it.each([
    [10, 30, 20],
    [0xffff_fff0, 0x10, 0x20],
    [1000, 5, null],
    [0xffff_ffff, 0xf000_0000, null],
    [5e12, 10, null],
  ])('from %d to %d rises by %s', (before, now, rise) => expect(riseOf(before, now)).toBe(rise))

  it('metrics have words in both languages, and paths of the published models', () => {
    const word = (language: 'en' | 'zh-CN', metric: string) =>
      metric
        .split('.')
        .reduce<unknown>(
          (node, part) => (node as Record<string, unknown>)?.[part],
          dictionaries[language].monitor.metrics,
        )
    for (const { metric } of metricSpecs)
      for (const language of ['en', 'zh-CN'] as const) expect(word(language, metric), metric).toBeTypeOf('string')
    const known = flatPaths()
    if (known === null) return
    const own = metricSpecs.filter(({ path }) => !/\.X_/.test(path))
    expect(own.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([])
  })
})

describe('limits of monitoring', () => {
  it.each([
    ['cpu', 50, 'good'],
    ['cpu', 90, 'warning'],
    ['cpu', 99, 'bad'],
    ['optical.receive 1', -20, 'good'],
    ['optical.receive 1', -28, 'bad'],
    ['uptime', 1, 'none'],
  ])('%s = %d is %s', (name, figure, verdict) => {
    expect(judgeMetric(name, name.split(' ')[0] ?? '', figure, {})).toBe(verdict)
  })

  it('raise beyond bad, clear at good, and keep between', () => {
    const at = (figure: number) =>
      alarmsOfSample({ values: [{ name: 'cpu', metric: 'cpu', unit: '%', value: figure }] }, {}).map(({ kind }) => kind)
    expect([at(99), at(90), at(10)]).toEqual([['raise'], [], ['clear']])
  })
})

describe('bulk data', () => {
  it.each([
    [
      'pairs',
      '{"Report":[{"CollectionTime":1700000000,"Device.A":1},{"CollectionTime":1700000010,"Device.A":2}]}',
      [
        [1_700_000_000_000, 'Device.A=1'],
        [1_700_000_010_000, 'Device.A=2'],
      ],
    ],
    ['a tree', '{"Report":[{"Device":{"A":{"1":{"B":true}}}}]}', [[null, 'Device.A.1.B=true']]],
    [
      'ISO time',
      '{"Report":[{"CollectionTime":"2023-11-14T22:13:20Z","Device.A":"x"}]}',
      [[1_700_000_000_000, 'Device.A=x']],
    ],
    [
      'rows',
      'ReportTimestamp,ParameterName,ParameterValue,ParameterType\n1700000000,Device.A,1,int\n1700000000,Device.B,"a,b",string',
      [[1_700_000_000_000, 'Device.A=1 Device.B=a,b']],
    ],
    [
      'columns',
      'ReportTimestamp;Device.A;Device.B\r\n1700000000;1;2\r\n',
      [[1_700_000_000_000, 'Device.A=1 Device.B=2']],
    ],
    ['columns without time', 'Device.A,Device.B\n1,2', [[null, 'Device.A=1 Device.B=2']]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    const found = parseBulkReport(Buffer.from(text))
    expect(found?.map(({ at, values }) => [at, values.map((one) => `${one.name}=${one.value}`).join(' ')])).toEqual(
      expected,
    )
  })

  it.each([['{"Report":'], ['hello,world\n1,2'], ['[1,2']])('%s is none', (text) =>
    expect(parseBulkReport(Buffer.from(text))).toBeNull(),
  )

  it('hostile depth and quotes end', () => {
    expect(parseBulkReport(Buffer.from(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`))).not.toBeNull()
    expect(parseCsv('a,"b\n'.repeat(1000), 10)).toBeDefined()
    expect(parseCsv('a,\n,b\n', 10)).toEqual([
      ['a', ''],
      ['', 'b'],
    ])
  })
})

it('thinning keeps ends in place and order', () => {
  const points = Array.from({ length: 1000 }, (_, at): [number, number] => [at, at * 2])
  const thinned = thin(points, 10)
  expect(thinned).toHaveLength(10)
  expect(thinned[0]).toEqual([49.5, 99])
  expect(thin(points.slice(0, 5), 10)).toEqual(points.slice(0, 5))
})
