import { useTranslation } from 'react-i18next'
import { isFinal, type Job, ReadInput, ReadResult } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import { SaveReport } from '../report/save-report.tsx'
import { JobMessages } from './job-messages.tsx'
import classes from './read.module.css'
import { ReadProgress } from './read-progress.tsx'
import { ReadSteps } from './read-steps.tsx'
import { ReadValues } from './read-values.tsx'
import { useJobSession } from './use-job-session.ts'
import { useReadName } from './use-read-name.ts'

/** Step 3: the read under way, then its values; the same view for a read of today and one from the history. */
export function ReadJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => app.devices[job.deviceId])
  const session = useJobSession(job)
  const paths = ReadInput.safeParse(job.input).data?.paths ?? []
  const name = device ? deviceName(device) : job.deviceId
  const readName = useReadName(paths, device?.dataModel ?? 'unknown')
  const result = ReadResult.safeParse(job.result)

  async function runAgain(): Promise<void> {
    const { jobIds } = await call('jobs.start', { kind: 'read', deviceIds: [job.deviceId], input: { paths } })
    const [id] = jobIds
    if (id !== undefined) navigate({ page: 'job', id })
  }
  const again = useAction(runAgain)
  const readOther = () => navigate({ page: 'read', deviceId: job.deviceId, paths })

  return (
    <Page
      title={t(result.success ? 'read.values.title' : isFinal(job.state) ? 'read.title' : 'read.progress.title', {
        name,
      })}
      subtitle={
        <span className={classes.subtitle}>
          <JobStateLabel state={job.state} />
          <span>{t('history.job.created', { time: format.dateTime(job.createdAt) })}</span>
          {job.endedAt !== null && <span>{format.duration(Date.parse(job.endedAt) - Date.parse(job.createdAt))}</span>}
        </span>
      }
      canGoBack
      isFixed
      actions={result.success && isFinal(job.state) && <SaveReport name={name} subject={{ jobId: job.id }} />}
    >
      <ReadSteps
        current="values"
        summaries={{ box: name, what: readName }}
        onChange={(step) => (step === 'box' ? navigate({ page: 'read' }) : readOther())}
      />
      {!isFinal(job.state) && <ReadProgress job={job} session={session} />}
      {job.error && (
        <ErrorPanel
          error={job.error}
          isNotice={job.state === 'cancelled'}
          retry={again.run}
          {...(session && { sessionId: session.id })}
        />
      )}
      {again.error && <ErrorPanel error={again.error} />}
      {result.success && (
        <ReadValues
          job={job}
          result={result.data}
          name={name}
          suggestedName={readName}
          again={again}
          onOther={readOther}
        />
      )}
      {job.error && session && <JobMessages sessionId={session.id} since={job.createdAt} />}
    </Page>
  )
}
