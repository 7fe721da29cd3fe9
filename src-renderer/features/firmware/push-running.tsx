import { Button } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cancelMeaningOf } from '#shared/model/firmware-push.ts'
import { call } from '../../api.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './firmware.module.css'
import { PushRow } from './push-row.tsx'
import { hasEnded, type LiveRow } from './use-batch.ts'

/** The boxes that are not through yet. */
export function PushRunning({ rows, isFirmware }: { rows: readonly LiveRow[]; isFirmware: boolean }) {
  const { t } = useTranslation()
  const running = rows.filter((row) => !hasEnded(row))
  const stoppable = running.filter(
    ({ job }) => job && ['stop', 'recall', 'withdraw'].includes(cancelMeaningOf(job.step)),
  )
  const stopAll = useAction(async () => {
    for (const { jobId } of stoppable.toReversed()) await call('jobs.cancel', { id: jobId })
  })
  return (
    <Card>
      <div className={classes.runningHead}>
        <p className={classes.warning}>
          <IconBolt size={17} aria-hidden="true" />
          <span>
            {isFirmware && <strong>{t('firmware.push.doNotPowerOff')} </strong>}
            {t('firmware.push.awake')}
          </span>
        </p>
        {running.length > 1 && stoppable.length > 0 && (
          <Button variant="default" loading={stopAll.isRunning} onClick={stopAll.run}>
            {t('firmware.push.cancelAll')}
          </Button>
        )}
      </div>
      {stopAll.error && <ErrorPanel error={stopAll.error} />}
      <ul className={classes.rows}>
        {running.map((row) => (
          <PushRow key={row.jobId} {...row} />
        ))}
      </ul>
    </Card>
  )
}
