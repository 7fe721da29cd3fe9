import { metricTable } from '#shared/diagnose-limits.ts'
import type { MetricLimits, Verdict } from '#shared/model/diagnose.ts'

/** A figure on its scale: zones from left to right and where the figure stands, all in percent of the width. */
export interface MetricScale {
  zones: { verdict: Exclude<Verdict, 'none'>; from: number; to: number }[]
  at: number
  good: number
  bad: number
}

/** Room beyond the last limit, so that a bad figure is seen to be beyond it. */
const headroom = 1.6

/** null for a figure that is not judged. */
export function scaleOf(
  name: string,
  value: number,
  own: Readonly<Record<string, MetricLimits>> = {},
): MetricScale | null {
  const rule = metricTable[name]
  const limits = own[name] ?? rule
  if (!limits || limits.good === limits.bad) return null
  const { good, bad } = limits
  const end = Math.max(good, bad) * headroom
  const percent = (of: number) => Math.min(100, Math.max(0, (100 * of) / end))
  const isLowGood = good < bad
  const [first, second] = [percent(Math.min(good, bad)), percent(Math.max(good, bad))]
  return {
    zones: [
      { verdict: isLowGood ? 'good' : 'bad', from: 0, to: first },
      { verdict: 'warning', from: first, to: second },
      { verdict: isLowGood ? 'bad' : 'good', from: second, to: 100 },
    ],
    at: percent(value),
    good,
    bad,
  }
}

/** Times of a hop as the box lists them; what is no number was not answered. */
export function timesOf(list: string): (number | null)[] {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (Number.isFinite(Number(text)) ? Number(text) : null))
}
