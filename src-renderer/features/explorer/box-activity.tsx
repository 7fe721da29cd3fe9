import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal, type Job } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import classes from './explorer.module.css'

async function cancel(id: string): Promise<void> {
  await call('jobs.cancel', { id })
}

/** What is being done with the box, and how the last job went wrong, if it did while one was looking. */
export function BoxActivity({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const jobs = useApp((app) => app.jobs)
  const [since] = useState(() => new Date().toISOString())
  const [dismissed, setDismissed] = useState<string | null>(null)
  const ours = Object.values(jobs)
    .filter((job) => job.deviceId === deviceId)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const running = ours.filter(({ state }) => !isFinal(state))
  const last = ours.at(-1)
  const [current] = running
  if (current) return <Running job={current} waiting={running.length - 1} />
  if (!last?.error || last.kind === 'write' || last.createdAt < since || last.id === dismissed) return null
  return (
    <ErrorPanel
      error={last.error}
      retry={() => void startJob(last.kind, deviceId, last.input as object).catch(() => undefined)}
    >
      <Button variant="subtle" size="compact-xs" onClick={() => setDismissed(last.id)}>
        {t('explorer.activity.dismiss')}
      </Button>
    </ErrorPanel>
  )
}

function Running({ job, waiting }: { job: Job; waiting: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const stop = useAction(cancel)
  return (
    <section className={classes.activity} aria-label={t('explorer.activity.label')}>
      <div className={classes.activityText} role="status">
        <strong>{t(`states.jobKind.${job.kind}`)}</strong>
        <span>{words.step(job.step)}</span>
        {job.deadlineAt !== null && <span>{t('read.progress.until', { time: format.time(job.deadlineAt) })}</span>}
        {waiting > 0 && <span>{t('explorer.activity.more', { count: waiting })}</span>}
      </div>
      <Progress value={job.progress * 100} aria-label={words.step(job.step)} className={classes.activityBar} />
      <Button variant="default" size="compact-xs" loading={stop.isRunning} onClick={() => stop.run(job.id)}>
        {t('explorer.activity.cancel')}
      </Button>
      {job.notice && (
        <div className={classes.activityNotice}>
          <ErrorPanel error={job.notice} isNotice />
        </div>
      )}
      {stop.error && <ErrorPanel error={stop.error} />}
    </section>
  )
}
