import { useTranslation } from 'react-i18next'
import { isFinal, type Job, jobKinds } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import { JobProgress } from '../jobs/job-progress.tsx'
import { JobSubtitle } from '../jobs/job-subtitle.tsx'
import { BackupSummary } from './backup-summary.tsx'

/** A backup, under way or long done. */
export function BackupJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const device = useApp((app) => app.devices[job.deviceId])
  const result = jobKinds.backup.result.safeParse(job.result).data
  const again = useAction(async () => {
    navigate({ page: 'job', id: await startJob('backup', job.deviceId, jobKinds.backup.input.parse(job.input)) })
  })
  return (
    <Page
      title={t('backup.titleOf', { name: device ? deviceName(device) : job.deviceId })}
      subtitle={<JobSubtitle job={job} />}
      canGoBack
    >
      {!isFinal(job.state) && <JobProgress job={job} stopLabel={t('common.cancel')} />}
      {job.error && <ErrorPanel error={job.error} retry={again.run} deviceId={job.deviceId} />}
      {again.error && <ErrorPanel error={again.error} />}
      {result && (
        <Card>
          <BackupSummary result={result} deviceId={job.deviceId} />
        </Card>
      )}
    </Page>
  )
}
