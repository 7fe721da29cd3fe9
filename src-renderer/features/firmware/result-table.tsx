import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { deviceName } from '../device/device-name.ts'
import classes from './firmware.module.css'
import { type Outcome, outcomeLooks } from './outcomes.ts'
import type { LiveRow } from './use-batch.ts'
import { usePushWords } from './use-push-words.ts'

const columns = ['box', 'versions', 'verdict', 'why', 'bytes', 'duration'] as const

/** A line for each box that is through. */
export function ResultTable({ rows }: { rows: readonly (LiveRow & { outcome: Outcome })[] }) {
  const { t } = useTranslation()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{t(`firmware.push.columns.${column}`)}</th>
            ))}
            <th aria-label={t('firmware.push.job')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ResultRow key={row.deviceId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ResultRow({ row }: { row: LiveRow & { outcome: Outcome } }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePushWords()
  const { error: wordError } = useWords()
  const device = useApp((app) => app.devices[row.deviceId])
  const { outcome, from, to, explanation, error, attempts, endedAt, createdAt } = row
  const why = explanation
    ? words.explanation(explanation)
    : error && outcome !== 'stopped'
      ? wordError(error).title
      : ''
  return (
    <tr>
      <td>
        <strong>{device ? deviceName(device) : t('firmware.push.boxGone')}</strong>
        {attempts > 1 && (
          <div className={classes.soft}>
            {t('firmware.push.columns.attempts')} {attempts}
          </div>
        )}
      </td>
      <td>
        <span className={classes.versions}>
          {from || '–'}
          <IconArrowRight size={13} aria-hidden="true" />
          {to || '–'}
        </span>
      </td>
      <td>
        <span className={classes.outcome} data-tone={outcomeLooks[outcome].tone}>
          <ShapeIcon {...outcomeLooks[outcome]} />
          {outcome === 'stopped' || outcome === 'running'
            ? t(`firmware.push.counts.${outcome}`)
            : t(`firmware.verdicts.${outcome}`)}
        </span>
      </td>
      <td className={classes.why}>
        {why}
        {row.fault !== null && <code> {row.fault}</code>}
        {row.overrideReason !== '' && (
          <div className={classes.soft}>{t('firmware.confirm.override', { reason: row.overrideReason })}</div>
        )}
      </td>
      <td>{row.bytes > 0 ? format.bytes(row.bytes) : '–'}</td>
      <td>{endedAt === null ? '' : format.duration(Date.parse(endedAt) - Date.parse(createdAt))}</td>
      <td>
        <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'firmware', jobId: row.jobId })}>
          {t('firmware.push.job')}
        </Button>
      </td>
    </tr>
  )
}
