import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import { ChooseBox } from '../read/choose-box.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import { showDifferences } from './show-differences.ts'

/** Which box gets kept values back: the differences that come next are a job, and so is the restore itself. */
export function RestorePage({ snapshotId }: { snapshotId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const fetched = useCall('snapshots.get', { id: snapshotId })
  const snapshot = fetched.status === 'ready' ? fetched.value : null
  const own = useApp((app) => (snapshot ? app.devices[snapshot.deviceId] : undefined))
  const compare = useAction(async (deviceId: string) => {
    replaceRoute({ page: 'job', id: await showDifferences(snapshotId, deviceId) })
  })
  return (
    <Page title={t('restore.title')} canGoBack>
      <RestoreSteps
        current="box"
        summaries={snapshot ? { backup: `${snapshot.name} · ${format.dateTime(snapshot.takenAt)}` } : {}}
        onChange={() => navigate({ page: 'backup', ...(own && { deviceId: own.id }) })}
      />
      {fetched.status === 'failed' && <ErrorPanel error={fetched.error} retry={fetched.refetch} />}
      {compare.error && <ErrorPanel error={compare.error} />}
      {snapshot && (
        <>
          <Card title={t('restore.box.same')} hint={own ? undefined : t('restore.box.gone')}>
            {own && (
              <>
                <p>{t('restore.box.sameText', { name: deviceName(own) })}</p>
                <Button mt="sm" loading={compare.isRunning} onClick={() => compare.run(own.id)}>
                  {t('restore.box.start')}
                </Button>
              </>
            )}
          </Card>
          <ChooseBox
            title={t('restore.box.other')}
            hint={t('restore.box.hint')}
            without={snapshot.deviceId}
            onChoose={({ id }) => compare.run(id)}
          />
        </>
      )}
    </Page>
  )
}
