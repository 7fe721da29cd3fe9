import { useTranslation } from 'react-i18next'
import type { DiagnosticKind, Metric, MetricLimits } from '#shared/model/diagnose.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './diagnose.module.css'
import { VerdictLabel } from './labels.tsx'
import { scaleOf } from './metric-scale.ts'
import { useMetricName } from './use-metric-name.ts'

interface MetricRowsProps {
  kind: DiagnosticKind
  metrics: readonly Metric[]
  limits: Readonly<Record<string, MetricLimits>>
}

/** The figures of a test, each against its limits. */
export function MetricRows({ kind, metrics, limits }: MetricRowsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const metricName = useMetricName()
  return (
    <dl className={classes.metrics}>
      {metrics.map(({ name, value, verdict }) => {
        const scale = scaleOf(`${kind}.${name}`, value, limits)
        return (
          <div key={name} className={classes.metric}>
            <dt>{metricName(name)}</dt>
            <dd className={classes.figure}>{format.number(value)}</dd>
            <dd className={classes.scaleCell}>
              {scale && (
                <span
                  className={classes.scale}
                  title={t('diagnose.result.scale', { good: scale.good, bad: scale.bad })}
                >
                  {scale.zones.map((zone) => (
                    <span
                      key={zone.verdict}
                      className={classes.zone}
                      data-verdict={zone.verdict}
                      style={{ left: `${zone.from}%`, width: `${zone.to - zone.from}%` }}
                    />
                  ))}
                  <span className={classes.mark} style={{ left: `${scale.at}%` }} />
                </span>
              )}
            </dd>
            <dd>{verdict !== 'none' && <VerdictLabel verdict={verdict} />}</dd>
          </div>
        )
      })}
    </dl>
  )
}
