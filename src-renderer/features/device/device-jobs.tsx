import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useCall } from '../../ui/use-call.ts'
import classes from './device.module.css'
import { RecordList } from './record-list.tsx'

const shownJobs = 100

/** What was done with the box. */
export function DeviceJobs({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const revision = useApp((app) => app.recordsRevision)
  const jobs = useCall('jobs.list', { deviceId, limit: shownJobs }, revision)
  const live = useApp((app) => app.jobs)
  if (jobs.status === 'failed') return <ErrorPanel error={jobs.error} retry={jobs.refetch} />
  if (jobs.status === 'loading') return null
  return (
    <RecordList
      label={t('devices.page.tabs.jobs')}
      records={jobs.value.map((job) => live[job.id] ?? job)}
      keyOf={({ id }) => id}
      empty={t('devices.page.noJobs')}
      onOpen={({ id }) => navigate({ page: 'job', id })}
      renderRecord={(job) => (
        <>
          <span className={classes.when}>{format.dateTime(job.createdAt)}</span>
          <strong>{t(`states.jobKind.${job.kind}`)}</strong>
          <JobStateLabel state={job.state} />
          {job.error && <span className={classes.soft}>{words.error(job.error).title}</span>}
        </>
      )}
    />
  )
}
