import { useTranslation } from 'react-i18next'
import { metricTable } from '#shared/diagnose-limits.ts'
import type { DiagnosticKind, MetricLimits } from '#shared/model/diagnose.ts'
import { LimitsTable } from '../../ui/limits-table.tsx'
import classes from './diagnose.module.css'
import { useMetricName } from './use-metric-name.ts'

interface DiagnoseLimitsProps {
  kinds: readonly DiagnosticKind[]
  limits: Readonly<Record<string, MetricLimits>>
  onChange: (limits: Record<string, MetricLimits>) => void
}

/** The limits by which the chosen tests are judged; folded away. */
export function DiagnoseLimits({ kinds, limits, onChange }: DiagnoseLimitsProps) {
  const { t } = useTranslation()
  const nameOf = useMetricName()
  const rows = Object.entries(metricTable).flatMap(([metric, rule]) => {
    const kind = kinds.find((one) => metric.startsWith(`${one}.`))
    // Where both are one number there is nothing between good and bad to be set.
    if (kind === undefined || rule.good === rule.bad) return []
    const label = `${t(`diagnose.kinds.${kind}`)} · ${nameOf(metric.slice(kind.length + 1))}`
    return [{ metric, label, limits: limits[metric] ?? { good: rule.good, bad: rule.bad } }]
  })
  if (rows.length === 0) return null
  return (
    <details className={classes.more}>
      <summary>{t('diagnose.choose.limits')}</summary>
      <p className={classes.soft}>{t('diagnose.choose.limitsHint')}</p>
      <LimitsTable rows={rows} onChange={(metric, changed) => onChange({ ...limits, [metric]: changed })} />
    </details>
  )
}
