import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { FirmwareJobView } from '../firmware/firmware-job-view.tsx'
import { ReadJobView } from '../read/job-view.tsx'
import { OtherJobView } from './other-job-view.tsx'

/** A job, under way or long ended: live while it runs, with its result once it has one. */
export function JobPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const live = useApp((app) => app.jobs[id])
  // The live job carries no result: the whole one is fetched when it opens and again when it ends.
  const whole = useCall('jobs.get', { id }, live ? isFinal(live.state) : undefined)
  if (whole.status === 'failed') {
    return (
      <Page title={t('history.type.job')} canGoBack>
        <ErrorPanel error={whole.error} retry={whole.refetch} />
      </Page>
    )
  }
  const stored = whole.status === 'ready' ? whole.value : undefined
  const job = stored && isFinal(stored.state) ? stored : (live ?? stored)
  if (!job) return null
  switch (job.kind) {
    case 'read':
      return <ReadJobView job={job} />
    case 'firmware':
      return <FirmwareJobView job={job} />
    default:
      return <OtherJobView job={job} />
  }
}
