import { useTranslation } from 'react-i18next'
import { isFinal, type Job, jobKinds } from '#shared/model/job.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import { JobProgress } from '../jobs/job-progress.tsx'
import { JobSubtitle } from '../jobs/job-subtitle.tsx'
import { useJobSession } from '../read/use-job-session.ts'
import { SaveReport } from '../report/save-report.tsx'
import { RestoreOutcome } from './restore-outcome.tsx'
import { RestorePlan } from './restore-plan.tsx'
import { RestoreSteps } from './restore-steps.tsx'

/** A restore: its differences to choose from where it is a dry run, else what became of each value. */
export function RestoreJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => app.devices[job.deviceId])
  const session = useJobSession(job)
  const input = jobKinds.restore.input.safeParse(job.input).data
  const result = jobKinds.restore.result.safeParse(job.result).data
  const snapshotId = input?.snapshotId ?? ''
  const snapshot = useCall('snapshots.get', { id: snapshotId })
  const kept = snapshot.status === 'ready' ? snapshot.value : null
  const name = device ? deviceName(device) : job.deviceId
  const isPlan = input?.dryRun === true
  const again = useAction(async () => {
    if (input) replaceRoute({ page: 'job', id: await startJob('restore', job.deviceId, input) })
  })
  return (
    <Page
      title={t('restore.title')}
      subtitle={<JobSubtitle job={job} />}
      canGoBack
      isFixed={isPlan && result !== undefined}
      actions={isFinal(job.state) && !isPlan && <SaveReport name={name} subject={{ jobId: job.id }} />}
    >
      <RestoreSteps
        current={isPlan ? 'rows' : 'result'}
        summaries={{
          ...(kept && { backup: `${kept.name} · ${format.dateTime(kept.takenAt)}` }),
          box: name,
        }}
        {...(isPlan && {
          onChange: (step) =>
            navigate(step === 'box' ? { page: 'restore', snapshotId } : { page: 'backup', deviceId: job.deviceId }),
        })}
      />
      {!isFinal(job.state) && <JobProgress job={job} stopLabel={t('restore.plan.stop')} />}
      {job.error && (
        <ErrorPanel
          error={job.error}
          retry={again.run}
          deviceId={job.deviceId}
          {...(session && { sessionId: session.id })}
        />
      )}
      {again.error && <ErrorPanel error={again.error} />}
      {isFinal(job.state) && device && result && isPlan && job.state === 'succeeded' && (
        <RestorePlan job={job} device={device} snapshot={kept} result={result} again={again} />
      )}
      {isFinal(job.state) && result && !isPlan && <RestoreOutcome job={job} device={device} result={result} />}
    </Page>
  )
}
