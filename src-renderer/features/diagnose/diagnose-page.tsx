import { useTranslation } from 'react-i18next'
import type { DiagnosticTest } from '#shared/model/diagnose.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import { ChooseBox } from '../read/choose-box.tsx'
import { ChooseTests } from './choose-tests.tsx'
import { DiagnoseSteps } from './diagnose-steps.tsx'
import { EarlierRuns } from './earlier-runs.tsx'
import { notOfferedIn, useEarlierRuns } from './use-earlier-runs.ts'

interface DiagnosePageProps {
  deviceId?: string
  tests?: readonly DiagnosticTest[]
}

/** The guided diagnosis up to its start: which box, which tests. The third step is the job itself. */
export function DiagnosePage({ deviceId, tests }: DiagnosePageProps) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  const runs = useEarlierRuns(deviceId ?? '')
  return (
    <Page title={t('diagnose.title')}>
      <DiagnoseSteps
        current={device ? 'tests' : 'box'}
        summaries={device ? { box: deviceName(device) } : {}}
        onChange={() => replaceRoute({ page: 'diagnose' })}
      />
      {device ? (
        <>
          <ChooseTests
            key={device.id}
            device={device}
            initial={tests ?? []}
            notOffered={notOfferedIn(runs ?? [])}
            onStart={async (chosen, limits) =>
              navigate({ page: 'job', id: await startJob('diagnose', device.id, { tests: chosen, limits }) })
            }
          />
          {runs && <EarlierRuns runs={runs} />}
        </>
      ) : (
        <ChooseBox hint={t('diagnose.boxHint')} onChoose={({ id }) => navigate({ page: 'diagnose', deviceId: id })} />
      )}
    </Page>
  )
}
