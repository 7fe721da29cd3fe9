import { useTranslation } from 'react-i18next'
import type { Job } from '#shared/model/job.ts'
import { useFormat } from '../../i18n/format.ts'
import { JobStateLabel } from '../../ui/state-label.tsx'
import classes from './inline-job.module.css'

/** Under the title of a job's page: its state, when it began, and how long it took. */
export function JobSubtitle({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className={classes.head}>
      <JobStateLabel state={job.state} />
      <span>{t('history.job.created', { time: format.dateTime(job.createdAt) })}</span>
      {job.endedAt !== null && <span>{format.duration(Date.parse(job.endedAt) - Date.parse(job.createdAt))}</span>}
    </span>
  )
}
