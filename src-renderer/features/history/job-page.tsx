import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useJob } from '../../ui/use-job.ts'
import { BackupJobView } from '../backup/backup-job-view.tsx'
import { RestoreJobView } from '../backup/restore-job-view.tsx'
import { WriteJobView } from '../changes/write-job-view.tsx'
import { CollectJobView } from '../collect/collect-job-view.tsx'
import { DiagnoseJobView } from '../diagnose/diagnose-job-view.tsx'
import { FirmwareJobView } from '../firmware/firmware-job-view.tsx'
import { ProvisionJobView } from '../provision/provision-job-view.tsx'
import { ReadJobView } from '../read/job-view.tsx'
import { OtherJobView } from './other-job-view.tsx'

/** A job, under way or long ended: live while it runs, with its result once it has one. */
export function JobPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const { job, error, refetch } = useJob(id)
  if (error) {
    return (
      <Page title={t('history.type.job')} canGoBack>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  }
  if (!job) return null
  switch (job.kind) {
    case 'read':
      return <ReadJobView job={job} />
    case 'write':
      return <WriteJobView job={job} />
    case 'provision':
      return <ProvisionJobView job={job} />
    case 'backup':
      return <BackupJobView job={job} />
    case 'restore':
      return <RestoreJobView job={job} />
    case 'firmware':
      return <FirmwareJobView job={job} />
    case 'diagnose':
      return <DiagnoseJobView job={job} />
    case 'collect':
      return <CollectJobView job={job} />
    default:
      return <OtherJobView job={job} />
  }
}
