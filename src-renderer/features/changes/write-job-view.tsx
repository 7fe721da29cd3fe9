import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isFinal, type Job, jobKinds } from '#shared/model/job.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { deviceName } from '../device/device-name.ts'
import { BoxActivity } from '../explorer/box-activity.tsx'
import { useJobSession } from '../read/use-job-session.ts'
import { SaveReport } from '../report/save-report.tsx'
import { useOutcomeText, WriteOutcome } from './write-outcome.tsx'

/** A write, of today or from the history: what was to be, what it became. */
export function WriteJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => app.devices[job.deviceId])
  const name = device ? deviceName(device) : job.deviceId
  const session = useJobSession(job)
  const outcome = useOutcomeText(job)
  const hasResult = jobKinds.write.result.safeParse(job.result).success
  const toExplorer = () => navigate({ page: 'explorer', deviceId: job.deviceId })
  return (
    <Page
      title={t(`states.jobKind.${job.kind}`)}
      subtitle={`${name} · ${t('history.job.created', { time: format.dateTime(job.createdAt) })}`}
      canGoBack
      actions={
        <>
          {session && (
            <Button variant="default" onClick={() => navigate({ page: 'trace', sessionId: session.id })}>
              {t('changes.result.trace')}
            </Button>
          )}
          {isFinal(job.state) && <SaveReport name={name} subject={{ jobId: job.id }} />}
          <JobStateLabel state={job.state} />
        </>
      }
    >
      {!isFinal(job.state) && <BoxActivity deviceId={job.deviceId} />}
      {job.error && !hasResult && <ErrorPanel error={job.error} {...(session && { sessionId: session.id })} />}
      {hasResult && (
        <Card title={outcome}>
          <WriteOutcome
            device={device}
            job={job}
            onStarted={(id) => navigate({ page: 'job', id })}
            onUndo={toExplorer}
          />
        </Card>
      )}
    </Page>
  )
}
