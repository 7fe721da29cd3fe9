import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/model/job.ts'
import type { Session } from '#shared/model/session.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { JobMessages } from './job-messages.tsx'
import classes from './read.module.css'

async function cancel(id: string): Promise<void> {
  await call('jobs.cancel', { id })
}

/** A read under way: its step, how far, why it waits, and the messages as they pass. */
export function ReadProgress({ job, session }: { job: Job; session: Session | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const stop = useAction(cancel)
  const isWaiting = job.state === 'waiting' || job.state === 'queued'
  return (
    <Card>
      <div className={classes.progressHead}>
        <strong aria-live="polite">{words.step(job.step)}</strong>
        <Button
          variant="default"
          loading={stop.isRunning}
          disabled={job.state === 'cancelling'}
          onClick={() => stop.run(job.id)}
        >
          {t('read.progress.cancel')}
        </Button>
      </div>
      <Progress
        value={isWaiting ? 100 : Math.max(4, job.progress * 100)}
        striped={isWaiting}
        animated={isWaiting}
        color={isWaiting ? 'gray' : 'petrol'}
        aria-label={words.step(job.step)}
      />
      {isWaiting && (
        <p className={classes.waitingHint}>
          {!job.notice && `${t('read.progress.waitingHint')} `}
          {job.deadlineAt !== null && t('read.progress.until', { time: format.time(job.deadlineAt) })}
        </p>
      )}
      {job.notice && <ErrorPanel error={job.notice} isNotice />}
      {stop.error && <ErrorPanel error={stop.error} />}
      {session && <JobMessages sessionId={session.id} since={job.createdAt} />}
    </Card>
  )
}
