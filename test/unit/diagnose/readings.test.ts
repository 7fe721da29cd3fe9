import { describe, expect, it } from 'vitest'
import { compareDiagnostics, judge, metricTable, worst } from '#shared/diagnose-limits.ts'
import { en } from '#shared/i18n/en/index.ts'
import { type DiagnoseResult, DiagnosticTest } from '#shared/model/diagnose.ts'
import { diagnosticForms, formsFor, isRunning } from '../../../src-main/diagnose/forms.ts'
import { microseconds, readLookup, readPing, readSpeed, readTrace } from '../../../src-main/diagnose/readings.ts'
import { flatPaths } from '../../support/shared-data.ts'

const ping = DiagnosticTest.parse({ kind: 'ping' })
const values = (object: Record<string, string>) => new Map(Object.entries(object))
const figures = (metrics: { name: string; value: number }[]) =>
  Object.fromEntries(metrics.map((one) => [one.name, one.value]))

describe('what a test says', () => {
  it.each([
    [
      {
        SuccessCount: '9',
        FailureCount: '1',
        AverageResponseTime: '12',
        MinimumResponseTime: '8',
        MaximumResponseTime: '30',
      },
      { lossPercent: 10, averageMs: 12, minimumMs: 8, maximumMs: 30, spreadMs: 22 },
    ],
    [
      { SuccessCount: '4', FailureCount: '0', AverageResponseTime: '1', AverageResponseTimeDetailed: '1234' },
      { lossPercent: 0, averageMs: 1.234 },
    ],
    [
      {
        SuccessCount: '0',
        FailureCount: '4',
        AverageResponseTime: '0',
        MinimumResponseTime: '0',
        MaximumResponseTime: '0',
      },
      { lossPercent: 100 },
    ],
    [{ SuccessCount: '', FailureCount: 'x' }, {}],
    [{}, {}],
  ])('ping %#', (given, expected) => {
    expect(figures(readPing(values(given)).metrics)).toEqual(expected)
  })

  it.each([
    [
      'download',
      { TestBytesReceived: '1000000', BOMTime: '2026-01-02T03:04:05.000000Z', EOMTime: '2026-01-02T03:04:05.800000Z' },
      10,
    ],
    [
      'upload of a newer model',
      {
        TestBytesSent: '500000',
        TotalBytesSent: '600000',
        BOMTime: '2026-01-02T03:04:05.000000',
        EOMTime: '2026-01-02T03:04:06.000000',
      },
      4,
    ],
    [
      'microseconds',
      { TotalBytesSent: '100', BOMTime: '2026-01-02T03:04:05.000100Z', EOMTime: '2026-01-02T03:04:05.000200Z' },
      8,
    ],
    [
      'over two zones',
      { TotalBytesSent: '1000000', BOMTime: '2026-01-02T03:04:05Z', EOMTime: '2026-01-02T11:04:06+08:00' },
      8,
    ],
    [
      'no time at all',
      { TotalBytesSent: '100', BOMTime: '0001-01-01T00:00:00Z', EOMTime: '0001-01-01T00:00:00Z' },
      undefined,
    ],
    [
      'in no time',
      { TotalBytesSent: '100', BOMTime: '2026-01-02T03:04:05Z', EOMTime: '2026-01-02T03:04:05Z' },
      undefined,
    ],
    [
      'backwards',
      { TotalBytesSent: '100', BOMTime: '2026-01-02T03:04:06Z', EOMTime: '2026-01-02T03:04:05Z' },
      undefined,
    ],
  ])('speed: %s', (_, given, mbps) => {
    expect(figures(readSpeed(values(given)).metrics).throughputMbps).toBe(mbps)
  })

  it('hops of either data model', () => {
    const hop = {
      'RouteHops.2.HopHost': 'b',
      'RouteHops.10.HopHost': 'c',
      'RouteHops.1.Host': 'a',
      'RouteHops.1.RTTimes': '1,2',
    }
    expect(readTrace(values(hop)).rows.map(({ host, timesMs }) => [host, timesMs])).toEqual([
      ['a', '1,2'],
      ['b', ''],
      ['c', ''],
    ])
  })

  it('answers of a lookup', () => {
    const lookup = DiagnosticTest.parse({ kind: 'lookup', name: 'x', count: 3 })
    const found = {
      SuccessCount: '2',
      'Result.1.Status': 'Success',
      'Result.1.ResponseTime': '10',
      'Result.2.Status': 'Success',
      'Result.2.ResponseTime': '20',
      'Result.3.Status': 'Error_Timeout',
    }
    expect(figures(readLookup(values(found), lookup).metrics)).toEqual({ failedPercent: 33.333, averageMs: 15 })
  })

  it('microseconds are kept', () => {
    expect((microseconds('2026-01-02T03:04:05.123456Z') ?? 0) - (microseconds('2026-01-02T03:04:05.123Z') ?? 0)).toBe(
      456,
    )
    expect(microseconds(undefined)).toBeNull()
  })
})

describe('forms', () => {
  it.each([
    ['tr181', 'Device.', 'Device.IP.Diagnostics.IPPing.'],
    ['tr106', 'Device.', 'Device.LAN.IPPingDiagnostics.'],
    ['tr098', 'InternetGatewayDevice.', 'InternetGatewayDevice.IPPingDiagnostics.'],
  ] as const)('for %s the likeliest is first, and no other root is asked', (model, root, object) => {
    const found = formsFor('ping', model, root)
    expect(found[0]?.object).toBe(object)
    expect(found.every((form) => form.object.startsWith(root))).toBe(true)
  })

  it.each([
    ['Requested', 'Requested', true],
    ['Requested', 'Complete', false],
    ['Requested', 'Completed', false],
    ['Requested', 'InProgress', true],
    ['Requested', 'Error_Internal', false],
    ['2', '2', true],
    ['2', '3', false],
  ])('requested as %s, a state of %s: running is %s', (request, state, expected) => {
    const form = diagnosticForms.find((one) => one.request === request)
    expect(form && isRunning(form, state)).toBe(expected)
  })

  it('have names of the published data models', () => {
    const known = flatPaths()
    if (known === null) return
    const inputs = diagnosticForms.filter(({ object }) => !/\.X_/.test(object))
    const tests = {
      ping,
      traceRoute: DiagnosticTest.parse({ kind: 'traceRoute' }),
      lookup: DiagnosticTest.parse({ kind: 'lookup', name: 'x' }),
      download: DiagnosticTest.parse({ kind: 'download' }),
      upload: DiagnosticTest.parse({ kind: 'upload' }),
    } as Record<string, DiagnosticTest>
    for (const { kind, object, inputs: inputsOf } of inputs) {
      const test = tests[kind]
      if (test === undefined) continue
      const names = Object.keys(inputsOf(test, { host: 'h', url: 'u' }))
      // Device:1 leaves out NumberOfTries.
      const missing = names.filter((name) => !known.has(object + name) && name !== 'NumberOfTries')
      expect(missing, object).toEqual([])
    }
  })
})

describe('limits', () => {
  it.each([
    ['ping.lossPercent', 0, 'good'],
    ['ping.lossPercent', 0.1, 'good'],
    ['ping.lossPercent', 1, 'warning'],
    ['ping.lossPercent', 2, 'warning'],
    ['ping.lossPercent', 2.1, 'bad'],
    ['download.throughputMbps', 30, 'good'],
    ['download.throughputMbps', 20, 'warning'],
    ['download.throughputMbps', 9.9, 'bad'],
    ['download.bytes', 1, 'none'],
    ['play.isPlaying', 1, 'good'],
    ['play.isPlaying', 0, 'bad'],
  ] as const)('%s of %d is %s', (name, value, verdict) => expect(judge(name, value)).toBe(verdict))

  it("may be the technician's own", () => {
    expect(judge('ping.lossPercent', 5, { 'ping.lossPercent': { good: 5, bad: 10 } })).toBe('good')
    expect(judge('lookup.other', 5, { 'lookup.other': { good: 10, bad: 6 } })).toBe('bad')
    expect(worst([])).toBe('none')
    expect(worst(['good', 'bad', 'warning'])).toBe('bad')
  })

  it('name metrics that have words', () => {
    const words: Record<string, string> = en.diagnose.metrics
    for (const name of Object.keys(metricTable)) expect(words[name.split('.')[1] ?? ''], name).toBeTypeOf('string')
  })

  it('compare two runs test by test', () => {
    const run = (...averages: number[]): DiagnoseResult => ({
      verdict: 'good',
      results: averages.map((value) => ({
        test: ping,
        status: 'done',
        object: '',
        state: '',
        startedAt: null,
        endedAt: null,
        rows: [],
        verdict: 'good',
        error: null,
        metrics: [{ name: 'averageMs', value, verdict: 'good' }],
      })),
    })
    expect(compareDiagnostics(run(10, 20), run(5, 30)).map(({ index, change }) => [index, change])).toEqual([
      [0, 'better'],
      [1, 'worse'],
    ])
    expect(compareDiagnostics(run(), run(5))[0]).toMatchObject({ before: null, change: 'unknown' })
  })
})
