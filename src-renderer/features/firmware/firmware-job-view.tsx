import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FirmwareInput, FirmwareResult } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { deviceName } from '../device/device-name.ts'
import { JobMessages } from '../read/job-messages.tsx'
import { useJobSession } from '../read/use-job-session.ts'
import { SaveReport } from '../report/save-report.tsx'
import classes from './firmware.module.css'
import { PushRow } from './push-row.tsx'
import { ResultFacts } from './result-facts.tsx'
import { Timeline } from './timeline.tsx'

/** The push to one box: under way, or what became of it and how. */
export function FirmwareJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => app.devices[job.deviceId])
  const session = useJobSession(job)
  const result = FirmwareResult.safeParse(job.result).data
  const input = FirmwareInput.safeParse(job.input).data
  const name = device ? deviceName(device) : job.deviceId
  const again = () =>
    navigate({ page: 'firmware', deviceIds: [job.deviceId], ...(input && { firmwareId: input.firmwareId }) })
  return (
    <Page
      title={t('firmware.job.title', { name })}
      subtitle={
        <span className={classes.facts}>
          <JobStateLabel state={job.state} />
          <span>{t('history.job.created', { time: format.dateTime(job.createdAt) })}</span>
          {result && (
            <span className={classes.versions}>
              {result.from || '–'}
              <IconArrowRight size={13} aria-hidden="true" />
              {result.to || '–'}
            </span>
          )}
        </span>
      }
      actions={
        <>
          {input?.batchId !== undefined && (
            <Button variant="default" onClick={() => navigate({ page: 'firmware', batchId: input.batchId ?? '' })}>
              {t('firmware.job.batch')}
            </Button>
          )}
          {isFinal(job.state) && <SaveReport name={name} subject={{ jobId: job.id }} />}
          {isFinal(job.state) && (
            <Button variant="default" onClick={again}>
              {t('firmware.job.again')}
            </Button>
          )}
        </>
      }
      canGoBack
    >
      {!isFinal(job.state) && (
        <Card>
          <ul className={classes.rows}>
            <PushRow jobId={job.id} deviceId={job.deviceId} job={job} />
          </ul>
        </Card>
      )}
      {job.error && <ErrorPanel error={job.error} retry={again} {...(session && { sessionId: session.id })} />}
      {result && isFinal(job.state) && <ResultFacts result={result} />}
      {result && result.timeline.length > 0 && <Timeline entries={result.timeline} />}
      {session && <JobMessages sessionId={session.id} since={job.createdAt} />}
    </Page>
  )
}
