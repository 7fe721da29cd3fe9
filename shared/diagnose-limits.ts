import type { DiagnoseResult, Metric, MetricLimits, Verdict } from './model/diagnose.ts'

interface MetricRule extends MetricLimits {
  better: 'low' | 'high'
}

/**
 * What is good and what is bad, by `<kind>.<metric>`; metrics that are not here are told and not judged. Loss, jitter and
 * delay follow the field limits of VIAVI testers (loss 0.1 %, jitter 5 ms); rates are what one HD and one UHD stream need.
 */
export const metricTable: Readonly<Record<string, MetricRule>> = {
  'ping.lossPercent': { better: 'low', good: 0.1, bad: 2 },
  'ping.averageMs': { better: 'low', good: 30, bad: 100 },
  'ping.spreadMs': { better: 'low', good: 20, bad: 80 },
  'lookup.failedPercent': { better: 'low', good: 0, bad: 34 },
  'lookup.averageMs': { better: 'low', good: 100, bad: 500 },
  'download.throughputMbps': { better: 'high', good: 30, bad: 10 },
  'upload.throughputMbps': { better: 'high', good: 4, bad: 1 },
  'bandwidth.throughputMbps': { better: 'high', good: 30, bad: 10 },
  'tcpConnect.lossPercent': { better: 'low', good: 0, bad: 10 },
  'tcpConnect.averageMs': { better: 'low', good: 50, bad: 200 },
  'play.isPlaying': { better: 'high', good: 1, bad: 1 },
}

/** Judges one figure of a test; `limits` overrules the table. */
export function judge(name: string, value: number, limits: Readonly<Record<string, MetricLimits>> = {}): Verdict {
  const rule = metricTable[name]
  const { good, bad } = limits[name] ?? rule ?? {}
  if (good === undefined || bad === undefined) return 'none'
  const sign = rule?.better === 'high' || (rule === undefined && good > bad) ? -1 : 1
  if (sign * value <= sign * good) return 'good'
  return sign * value > sign * bad ? 'bad' : 'warning'
}

const order: readonly Verdict[] = ['none', 'good', 'warning', 'bad']

/** The worst of several verdicts; `none` where there are none. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), 'none')
}

/** One figure of two runs of the same test; `change` says whether it became better, as the table sees it. */
export interface MetricChange {
  kind: string
  /** Which of several tests of that kind. */
  index: number
  name: string
  before: Metric | null
  after: Metric | null
  change: 'better' | 'worse' | 'same' | 'unknown'
}

/** Sets two runs side by side, test by test: those of the same kind and place in the list are one. */
export function compareDiagnostics(before: DiagnoseResult, after: DiagnoseResult): MetricChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)]
  return [...new Set([...now.keys(), ...old.keys()])].map((key) => {
    const [kind = '', index = '0', name = ''] = key.split('/')
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null]
    return { kind, index: Number(index), name, before: was, after: is, change: changeOf(`${kind}.${name}`, was, is) }
  })
}

function figuresOf({ results }: DiagnoseResult): Map<string, Metric> {
  const seen = new Map<string, number>()
  const found = new Map<string, Metric>()
  for (const { test, metrics } of results) {
    const index = seen.get(test.kind) ?? 0
    seen.set(test.kind, index + 1)
    for (const metric of metrics) found.set(`${test.kind}/${index}/${metric.name}`, metric)
  }
  return found
}

function changeOf(name: string, before: Metric | null, after: Metric | null): MetricChange['change'] {
  const rule = metricTable[name]
  if (before === null || after === null || rule === undefined) return 'unknown'
  if (before.value === after.value) return 'same'
  return after.value < before.value === (rule.better === 'low') ? 'better' : 'worse'
}
