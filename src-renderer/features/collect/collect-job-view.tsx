import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CollectInput, CollectResult } from '#shared/model/collect.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import { JobProgress } from '../jobs/job-progress.tsx'
import { JobSubtitle } from '../jobs/job-subtitle.tsx'
import { SaveReport } from '../report/save-report.tsx'
import { ExportEvidence } from './export-evidence.tsx'
import { ItemList } from './item-list.tsx'

/** A collection under way, line by line; then what of it leaves the PC. */
export function CollectJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const device = useApp((app) => app.devices[job.deviceId])
  const name = device ? deviceName(device) : job.deviceId
  const result = CollectResult.safeParse(job.result).data
  const again = useAction(async () =>
    navigate({
      page: 'job',
      id: await startJob('collect', job.deviceId, CollectInput.safeParse(job.input).data ?? {}),
    }),
  )
  const isDone = isFinal(job.state)
  return (
    <Page
      title={t('collect.start.title', { name })}
      subtitle={<JobSubtitle job={job} />}
      canGoBack
      actions={
        isDone && (
          <>
            <SaveReport name={name} subject={{ jobId: job.id }} />
            <Button
              variant="default"
              leftSection={<IconRefresh size={15} />}
              loading={again.isRunning}
              onClick={again.run}
            >
              {t('collect.list.again')}
            </Button>
          </>
        )
      }
    >
      {!isDone && <JobProgress job={job} stopLabel={t('collect.list.stop')} />}
      {job.error && <ErrorPanel error={job.error} isNotice={job.state === 'cancelled'} retry={again.run} />}
      {again.error && <ErrorPanel error={again.error} />}
      {result && isDone && <ExportEvidence job={job} />}
      {result && <ItemList items={result.items} />}
    </Page>
  )
}
