import { useTranslation } from 'react-i18next'
import { compareDiagnostics } from '#shared/diagnose-limits.ts'
import type { DiagnosticKind, Metric } from '#shared/model/diagnose.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import classes from './diagnose.module.css'
import { ChangeLabel } from './labels.tsx'
import type { EarlierRun } from './use-earlier-runs.ts'
import { useMetricName } from './use-metric-name.ts'

/** Two diagnoses of a box side by side, the older one first. */
export function Comparison({ one, other }: { one: EarlierRun; other: EarlierRun }) {
  const { t } = useTranslation()
  const format = useFormat()
  const metricName = useMetricName()
  const [before, after] = one.job.createdAt < other.job.createdAt ? [one, other] : [other, one]
  const changes = compareDiagnostics(before.result, after.result)
  const figure = (metric: Metric | null) =>
    metric === null ? (
      <span className={classes.soft}>{t('diagnose.comparison.missing')}</span>
    ) : (
      format.number(metric.value)
    )
  return (
    <Card
      title={t('diagnose.comparison.title')}
      hint={t('diagnose.comparison.hint', {
        before: format.dateTime(before.job.createdAt),
        after: format.dateTime(after.job.createdAt),
      })}
    >
      {changes.length === 0 ? (
        <p className={classes.soft}>{t('diagnose.comparison.nothing')}</p>
      ) : (
        <table className={classes.table}>
          <caption className="visually-hidden">{t('diagnose.comparison.title')}</caption>
          <thead>
            <tr>
              {(['figure', 'before', 'after', 'change'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`diagnose.comparison.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.kind} ${change.index} ${change.name}`}>
                <td>
                  {t(`diagnose.kinds.${change.kind as DiagnosticKind}`)} · {metricName(change.name)}
                </td>
                <td>{figure(change.before)}</td>
                <td>{figure(change.after)}</td>
                <td>
                  <ChangeLabel change={change.change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
