import { Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FirmwareBatch } from '#shared/model/firmware-push.ts'
import { call } from '../../api.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { fileName, saveText } from '../../ui/save-text.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './firmware.module.css'
import { countOutcomes, outcomeLooks, outcomeOf } from './outcomes.ts'
import { ResultTable } from './result-table.tsx'
import { hasEnded, type LiveRow } from './use-batch.ts'
import { useReport } from './use-report.ts'

interface PushResultProps {
  batch: FirmwareBatch
  rows: readonly LiveRow[]
  isOver: boolean
}

/** What became of the boxes: counts, a row for each, and what to do next. */
export function PushResult({ batch, rows, isOver }: PushResultProps) {
  const { t } = useTranslation()
  const report = useReport(batch)
  const retry = useAction(async () => void (await call('firmware.retry', { id: batch.id })))
  const failed = rows.filter((row) => hasEnded(row) && row.state !== 'succeeded').length
  const ended = rows.filter(hasEnded)
  return (
    <Card title={t('firmware.push.table')}>
      <ul className={classes.counts} role="status">
        {countOutcomes(rows.map((row) => ({ ...row, state: hasEnded(row) ? row.state : 'running' }))).map(
          ([outcome, count]) => (
            <li key={outcome} data-tone={outcomeLooks[outcome].tone}>
              <strong>{count}</strong>
              <ShapeIcon {...outcomeLooks[outcome]} />
              {t(`firmware.push.counts.${outcome}`)}
            </li>
          ),
        )}
      </ul>
      <ResultTable rows={ended.map((row) => ({ ...row, outcome: outcomeOf(row) }))} />
      {retry.error && <ErrorPanel error={retry.error} />}
      {isOver && (
        <div className={classes.resultActions}>
          {failed > 0 && (
            <Button leftSection={<IconRefresh size={15} />} loading={retry.isRunning} onClick={retry.run}>
              {t('firmware.push.retry', { count: failed })}
            </Button>
          )}
          <Button
            variant={failed > 0 ? 'default' : 'filled'}
            onClick={() => navigate({ page: 'firmware', firmwareId: batch.firmwareId })}
          >
            {t('firmware.push.another')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={15} />}
            onClick={() => saveText(`${fileName(batch.fileName, batch.createdAt.slice(0, 19))}.csv`, report(rows))}
          >
            {t('firmware.push.report')}
          </Button>
        </div>
      )}
    </Card>
  )
}
