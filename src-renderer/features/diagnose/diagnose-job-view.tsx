import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiagnoseInput, DiagnoseResult } from '#shared/model/diagnose.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { useFormat } from '../../i18n/format.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
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
import { Comparison } from './comparison.tsx'
import classes from './diagnose.module.css'
import { DiagnoseSteps } from './diagnose-steps.tsx'
import { EarlierRuns } from './earlier-runs.tsx'
import { VerdictLabel } from './labels.tsx'
import { TestResult } from './test-result.tsx'
import { useEarlierRuns } from './use-earlier-runs.ts'

/** Step 3: the tests under way, then their results; the same view for one of today and one from the history. */
export function DiagnoseJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => app.devices[job.deviceId])
  const runs = useEarlierRuns(job.deviceId)
  const [comparedId, setComparedId] = useState<string | null>(null)
  const { tests, limits } = DiagnoseInput.safeParse(job.input).data ?? { tests: [], limits: {} }
  const result = DiagnoseResult.safeParse(job.result).data
  const name = device ? deviceName(device) : job.deviceId
  const again = useAction(async () =>
    navigate({ page: 'job', id: await startJob('diagnose', job.deviceId, { tests, limits }) }),
  )
  useShortcut('refresh', again.run)
  const others = runs?.filter(({ job: { id } }) => id !== job.id) ?? []
  const compared = others.find(({ job: { id } }) => id === comparedId)
  const isDone = isFinal(job.state)
  const toTests = () => navigate({ page: 'diagnose', deviceId: job.deviceId, tests })
  return (
    <Page
      title={t('diagnose.result.title', { name })}
      subtitle={<JobSubtitle job={job} />}
      canGoBack
      actions={
        isDone && (
          <>
            <SaveReport name={name} subject={{ jobId: job.id }} />
            <Button variant="default" onClick={toTests}>
              {t('diagnose.result.other')}
            </Button>
            <Button leftSection={<IconRefresh size={15} />} loading={again.isRunning} onClick={again.run}>
              {t('diagnose.result.again')}
            </Button>
          </>
        )
      }
    >
      <DiagnoseSteps
        current="result"
        summaries={{ box: name, tests: format.list(tests.map(({ kind }) => t(`diagnose.kinds.${kind}`))) }}
        onChange={(step) => (step === 'box' ? navigate({ page: 'diagnose' }) : toTests())}
      />
      {!isDone && <JobProgress job={job} stopLabel={t('diagnose.result.stop')} />}
      {job.error && <ErrorPanel error={job.error} isNotice={job.state === 'cancelled'} retry={again.run} />}
      {again.error && <ErrorPanel error={again.error} />}
      {isDone && result && result.results.length > 1 && (
        <div className={classes.overall} role="status">
          <strong>{t('diagnose.result.overall')}</strong> <VerdictLabel verdict={result.verdict} />
        </div>
      )}
      {result && compared && <Comparison one={{ job, result }} other={compared} />}
      {result?.results.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests keep their place in the list
        <TestResult key={index} result={one} limits={limits} />
      ))}
      {isDone && <EarlierRuns runs={others} {...(result && { comparedId, onCompare: setComparedId })} />}
    </Page>
  )
}
