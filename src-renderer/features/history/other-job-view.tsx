import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isFinal, type Job } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import { SaveReport } from '../report/save-report.tsx'
import { DecodedTree } from '../trace/decoded-tree.tsx'
import classes from './history.module.css'

/** A job of a kind without a view of its own: where it stands, what was asked, what came of it. */
export function OtherJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const device = useApp((app) => app.devices[job.deviceId])

  const name = device ? deviceName(device) : job.deviceId

  async function runAgain(): Promise<void> {
    const { jobIds } = await call('jobs.start', { kind: job.kind, deviceIds: [job.deviceId], input: job.input })
    const [id] = jobIds
    if (id !== undefined) navigate({ page: 'job', id })
  }

  const again = useAction(runAgain)

  return (
    <Page
      title={t(`states.jobKind.${job.kind}`)}
      subtitle={`${name} · ${t('history.job.created', { time: format.dateTime(job.createdAt) })}`}
      actions={
        <>
          <JobStateLabel state={job.state} />
          {isFinal(job.state) && <SaveReport name={name} subject={{ jobId: job.id }} />}
        </>
      }
      canGoBack
    >
      {!isFinal(job.state) && (
        <Card title={words.step(job.step)}>
          <Progress value={job.progress * 100} aria-label={words.step(job.step)} />
        </Card>
      )}
      {job.notice && <ErrorPanel error={job.notice} isNotice />}
      {job.error && <ErrorPanel error={job.error} retry={again.run} />}
      {again.error && <ErrorPanel error={again.error} />}
      {job.result !== null && (
        <Card title={t('history.job.result')}>
          <div className={classes.tree}>
            <DecodedTree value={job.result} />
          </div>
        </Card>
      )}
      <Card title={t('history.job.input')}>
        <div className={classes.tree}>
          <DecodedTree value={job.input} />
        </div>
      </Card>
    </Page>
  )
}
