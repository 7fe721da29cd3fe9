import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isFinal, type Job, type JobKind, type JobResult, jobKinds } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useWords } from '../../i18n/words.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useJob } from '../../ui/use-job.ts'
import { useJobSession } from '../read/use-job-session.ts'
import classes from './inline-job.module.css'

async function cancel(id: string): Promise<void> {
  await call('jobs.cancel', { id })
}

interface InlineJobProps<K extends JobKind> {
  id: string
  kind: K
  /** What a result says in words; only the state is shown where it is left out. */
  renderResult?: (result: JobResult<K>) => React.ReactNode
  onAgain?: () => void
}

/** A job beside the button that started it: its step, why it waits, how it ended, and the way to all of it. */
export function InlineJob<K extends JobKind>({ id, kind, renderResult, onAgain }: InlineJobProps<K>) {
  const { job, error, refetch } = useJob(id)
  if (error) return <ErrorPanel error={error} retry={refetch} />
  if (!job) return null
  const result = job.result === null ? null : jobKinds[kind].result.safeParse(job.result)
  return (
    <JobFrame job={job} {...(onAgain && { onAgain })}>
      {result?.success && renderResult?.(result.data as JobResult<K>)}
    </JobFrame>
  )
}

function JobFrame({ job, onAgain, children }: { job: Job; onAgain?: () => void; children: React.ReactNode }) {
  const { t } = useTranslation()
  const words = useWords()
  const stop = useAction(cancel)
  const session = useJobSession(job)
  const isDone = isFinal(job.state)
  const isWaiting = job.state === 'waiting' || job.state === 'queued'
  return (
    <section className={classes.job} aria-label={t(`states.jobKind.${job.kind}`)}>
      <div className={classes.head}>
        <strong>{t(`states.jobKind.${job.kind}`)}</strong>
        <JobStateLabel state={job.state} />
        {!isDone && <span aria-live="polite">{words.step(job.step)}</span>}
        <span className={classes.space} />
        {!isDone && (
          <Button
            variant="default"
            size="compact-xs"
            loading={stop.isRunning}
            disabled={job.state === 'cancelling'}
            onClick={() => stop.run(job.id)}
          >
            {t('common.cancel')}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'job', id: job.id })}>
          {t('actions.openJob')}
        </Button>
      </div>
      {!isDone && (
        <Progress
          value={isWaiting ? 100 : Math.max(4, job.progress * 100)}
          striped={isWaiting}
          animated={isWaiting}
          color={isWaiting ? 'gray' : 'petrol'}
          aria-label={words.step(job.step)}
        />
      )}
      {job.notice && <ErrorPanel error={job.notice} isNotice deviceId={job.deviceId} />}
      {job.error && (
        <ErrorPanel
          error={job.error}
          deviceId={job.deviceId}
          {...(onAgain && { retry: onAgain })}
          {...(session && { sessionId: session.id })}
        />
      )}
      {stop.error && <ErrorPanel error={stop.error} />}
      {children}
    </section>
  )
}
