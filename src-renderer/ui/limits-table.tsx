import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MetricLimits } from '#shared/model/diagnose.ts'
import classes from './limits-table.module.css'

interface LimitsTableProps {
  rows: readonly { metric: string; label: string; limits: MetricLimits }[]
  onChange: (metric: string, limits: MetricLimits) => void
}

/** What is good and what is bad for each figure, to be changed. */
export function LimitsTable({ rows, onChange }: LimitsTableProps) {
  const { t } = useTranslation()
  return (
    <table className={classes.limits}>
      <thead>
        <tr>
          <th scope="col">{t('monitor.limits')}</th>
          <th scope="col">{t('monitor.good')}</th>
          <th scope="col">{t('monitor.bad')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metric, label, limits }) => (
          <tr key={metric}>
            <th scope="row">{label}</th>
            {(['good', 'bad'] as const).map((part) => (
              <td key={part}>
                <NumberInput
                  aria-label={`${label}: ${t(`monitor.${part}`)}`}
                  value={limits[part]}
                  onChange={(value) => onChange(metric, { ...limits, [part]: Number(value) })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
