import type { Verdict } from '#shared/model/diagnose.ts'
import type { MonitorInput, MonitorSample } from '#shared/model/monitor.ts'
import { metricOf } from '#shared/monitor-metrics.ts'
import { type AlarmReport, reportOf } from '../faults/report.ts'

type Own = MonitorInput['limits']

/** The limits of a figure, and which way it is bad: the monitor's own, else those of the table; null for none. */
function ruleOf(name: string, metric: string, own: Own): { good: number; bad: number; isHighGood: boolean } | null {
  const spec = metricOf(name)
  const limits = own[name] ?? own[metric] ?? spec?.limits
  if (limits === undefined) return null
  const isHighGood = spec?.better === 'high' || (spec?.better === undefined && limits.good > limits.bad)
  return { ...limits, isHighGood }
}

/** Judges one figure: by the monitor's own limits, else by those of the table. */
export function judgeMetric(name: string, metric: string, value: number, own: Own): Verdict {
  const rule = ruleOf(name, metric, own)
  if (rule === null) return 'none'
  const sign = rule.isHighGood ? -1 : 1
  if (sign * value <= sign * rule.good) return 'good'
  return sign * value > sign * rule.bad ? 'bad' : 'warning'
}

/** A sample as alarms: beyond `bad` raises, back at `good` clears, between them what stood stands. */
export function alarmsOfSample({ values }: Pick<MonitorSample, 'values'>, own: Own): AlarmReport[] {
  return values.flatMap(({ name, metric, unit, value }) => {
    const verdict = judgeMetric(name, metric, value, own)
    const rule = ruleOf(name, metric, own)
    if (rule === null || (verdict !== 'good' && verdict !== 'bad')) return []
    const isRaised = verdict === 'bad'
    return [
      reportOf({
        key: `monitor:${name}`,
        source: 'monitor',
        kind: isRaised ? 'raise' : 'clear',
        severity: 'warning',
        type: metric,
        parameter: name,
        text: `${value} ${unit} ${rule.isHighGood === isRaised ? '<' : '>'} ${isRaised ? rule.bad : rule.good}`,
      }),
    ]
  })
}
