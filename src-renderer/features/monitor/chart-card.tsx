import { useTranslation } from 'react-i18next'
import { judge } from '#shared/diagnose-limits.ts'
import { useFormat } from '../../i18n/format.ts'
import { VerdictLabel } from '../diagnose/labels.tsx'
import type { ChartData } from './chart-groups.ts'
import classes from './monitor.module.css'
import { Plot } from './plot.tsx'
import { useMetricWords } from './use-metric-words.ts'

const daySeconds = 86_400

interface ChartCardProps {
  chart: ChartData
  from: number | null
  to: number
}

/** One metric: its name, what it is now and whether that is good, and its course. */
export function ChartCard({ chart, from, to }: ChartCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMetricWords()
  const { key, unit, lines, limits } = chart
  const last = lines.length === 1 ? lines[0]?.points.at(-1)?.[1] : undefined
  const round = (value: number) => Math.round(value * 100) / 100
  const value = (number: number) =>
    unit === 's' && number < daySeconds * 36_500
      ? format.duration(number * 1000)
      : `${format.number(round(number))} ${unit}`.trim()
  const now = last === undefined ? '–' : value(last)
  const name = words(key)
  const verdict = limits && last !== undefined ? judge(key, last, { [key]: limits }) : 'none'
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>
        <strong>{name}</strong>
        {unit !== '' && unit !== 's' && <span className={classes.soft}>{unit}</span>}
        <span className={classes.space} />
        {last !== undefined && <span className={classes.now}>{now}</span>}
        {verdict !== 'none' && <VerdictLabel verdict={verdict} />}
      </figcaption>
      <Plot
        chart={chart}
        names={lines.map((line) => words(line.name))}
        from={from}
        to={to}
        label={t('monitor.chart', { name, value: now })}
      />
    </figure>
  )
}
