import type { Verdict } from '#shared/model/diagnose.ts'
import type { MonitorInput, MonitorSample } from '#shared/model/monitor.ts'
import { metricOf } from '#shared/monitor-metrics.ts'
import { type AlarmReport, reportOf } from '../faults/report.ts'

/** Judges one figure: by the monitor's own limits, else by those of the table. */
export function judgeMetric(name: string, metric: string, value: number, own: MonitorInput['limits']): Verdict {
  const spec = metricOf(name)
  const limits = own[name] ?? own[metric] ?? spec?.limits
  if (limits === undefined) return 'none'
  const isHighGood = spec?.better === 'high' || (spec?.better === undefined && limits.good > limits.bad)
  const sign = isHighGood ? -1 : 1
  if (sign * value <= sign * limits.good) return 'good'
  return sign * value > sign * limits.bad ? 'bad' : 'warning'
}

/** A sample as alarms: beyond `bad` raises, back at `good` clears, between them what stood stands. */
export function alarmsOfSample({ values }: Pick<MonitorSample, 'values'>, own: MonitorInput['limits']): AlarmReport[] {
  return values.flatMap(({ name, metric, unit, value }) => {
    const verdict = judgeMetric(name, metric, value, own)
    if (verdict !== 'good' && verdict !== 'bad') return []
    const limits = own[name] ?? own[metric] ?? metricOf(name)?.limits
    return [
      reportOf({
        key: `monitor:${name}`,
        source: 'monitor',
        kind: verdict === 'bad' ? 'raise' : 'clear',
        severity: 'warning',
        type: metric,
        parameter: name,
        text: `${value} ${unit} (${limits?.good} / ${limits?.bad})`,
      }),
    ]
  })
}
