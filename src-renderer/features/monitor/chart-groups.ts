import type { MetricLimits } from '#shared/model/diagnose.ts'
import type { Monitor, Series } from '#shared/model/monitor.ts'
import { metricOf } from '#shared/monitor-metrics.ts'

/** The parts of the page, under `monitor.groups`. */
export const groupIds = ['service', 'iptv', 'optical', 'wifi', 'traffic', 'system', 'other'] as const
export type GroupId = (typeof groupIds)[number]

/** All lines of one metric: they share unit, scale and limits. */
export interface ChartData {
  /** The metric, or the path of a bare parameter. */
  key: string
  unit: string
  lines: Series[]
  limits: MetricLimits | null
}

const systemMetrics: ReadonlySet<string> = new Set(['uptime', 'cpu', 'memory'])

export function groupOf(metric: string): GroupId {
  if (metric === '') return 'other'
  if (systemMetrics.has(metric)) return 'system'
  const [prefix] = metric.split('.')
  return groupIds.find((id) => id === prefix) ?? 'other'
}

/** The drawings of a box by group; groups without any are left out. */
export function chartGroups(
  series: readonly Series[],
  own: Monitor['limits'] = {},
): { id: GroupId; charts: ChartData[] }[] {
  const charts = new Map<string, ChartData>()
  for (const line of series) {
    const key = line.metric || line.name
    const limits = own[line.name] ?? own[key] ?? metricOf(line.name)?.limits ?? null
    const chart = charts.get(key) ?? { key, unit: line.unit, lines: [], limits }
    chart.lines.push(line)
    charts.set(key, chart)
  }
  return groupIds
    .map((id) => ({ id, charts: [...charts.values()].filter((one) => groupOf(one.lines[0]?.metric ?? '') === id) }))
    .filter((group) => group.charts.length > 0)
}

/** Lines on one axis of times, as uPlot wants them: seconds first, then the values of each line. */
export function alignLines(lines: readonly Series[]): [number[], ...(number | null)[][]] {
  const times = [...new Set(lines.flatMap(({ points }) => points.map(([at]) => at)))].sort((a, b) => a - b)
  const columns = lines.map(({ points }) => {
    const values = new Map(points)
    return times.map((at) => values.get(at) ?? null)
  })
  return [times.map((at) => at / 1000), ...columns]
}

/** Where values are bad and where they are borderline; a zone without end goes on for ever. */
export function zonesOf({ good, bad }: MetricLimits): { verdict: 'warning' | 'bad'; from: number; to: number }[] {
  const worst = good <= bad ? { from: bad, to: Number.POSITIVE_INFINITY } : { from: Number.NEGATIVE_INFINITY, to: bad }
  return [
    { verdict: 'warning', from: Math.min(good, bad), to: Math.max(good, bad) },
    { verdict: 'bad', ...worst },
  ]
}
