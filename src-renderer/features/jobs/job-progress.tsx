import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './inline-job.module.css'

async function cancel(id: string): Promise<void> {
  await call('jobs.cancel', { id })
}

/** A job under way on its own page: its step, how far, why it waits, and the way to stop it. */
export function JobProgress({ job, stopLabel }: { job: Job; stopLabel: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const stop = useAction(cancel)
  const isWaiting = job.state === 'waiting' || job.state === 'queued'
  return (
    <Card>
      <div className={classes.progress}>
        <div className={classes.head}>
          <strong aria-live="polite">{words.step(job.step)}</strong>
          <span className={classes.space} />
          <Button
            variant="default"
            loading={stop.isRunning}
            disabled={job.state === 'cancelling'}
            onClick={() => stop.run(job.id)}
          >
            {stopLabel}
          </Button>
        </div>
        <Progress
          value={isWaiting ? 100 : Math.max(4, job.progress * 100)}
          striped={isWaiting}
          animated={isWaiting}
          color={isWaiting ? 'gray' : 'petrol'}
          aria-label={words.step(job.step)}
        />
        {isWaiting && job.deadlineAt !== null && (
          <p className={classes.soft}>{t('read.progress.until', { time: format.time(job.deadlineAt) })}</p>
        )}
        {job.notice && <ErrorPanel error={job.notice} isNotice deviceId={job.deviceId} />}
        {stop.error && <ErrorPanel error={stop.error} />}
      </div>
    </Card>
  )
}
