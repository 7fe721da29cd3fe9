import { Button, Tabs } from '@mantine/core'
import { IconArchive, IconListTree } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { SaveReport } from '../report/save-report.tsx'
import { ValuesTable } from '../values/values-table.tsx'
import { ActionsCard } from './actions-card.tsx'
import classes from './device.module.css'
import { DeviceFacts } from './device-facts.tsx'
import { DeviceJobs } from './device-jobs.tsx'
import { deviceName } from './device-name.ts'
import { DeviceSessions } from './device-sessions.tsx'
import { DeviceSnapshots } from './device-snapshots.tsx'
import { DeviceStatusCard } from './device-status-card.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { ForgetButton } from './forget-button.tsx'
import { HealthCard } from './health-card.tsx'
import { NoteCard } from './note-card.tsx'

const tabs = ['inform', 'jobs', 'snapshots', 'sessions'] as const

/** All about one box. */
export function DevicePage({ id }: { id: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => app.devices[id])
  // What the last session taught is asked for when it has ended.
  const detail = useCall('devices.get', { id }, `${device?.lastInformAt} ${device?.inSession}`)
  useShortcut('refresh', detail.refetch)
  if (!device) {
    return (
      <Page title={t('devices.title')} canGoBack>
        <ErrorPanel
          error={{ code: 'DEVICE_NOT_FOUND', params: {}, remedy: 'refresh' }}
          retry={() => navigate({ page: 'devices' })}
        />
      </Page>
    )
  }
  return (
    <Page
      title={deviceName(device)}
      subtitle={`${device.manufacturer} · ${t(`states.dataModel.${device.dataModel}`)}`}
      canGoBack
      actions={
        <>
          <ForgetButton device={device} />
          <SaveReport name={deviceName(device)} subject={{ deviceId: id }} />
          <Button
            variant="default"
            leftSection={<IconListTree size={15} />}
            onClick={() => navigate({ page: 'explorer', deviceId: id })}
          >
            {t('devices.page.explore')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArchive size={15} />}
            onClick={() => navigate({ page: 'backup', deviceId: id })}
          >
            {t('backup.title')}
          </Button>
          <Button variant="default" onClick={() => navigate({ page: 'provision', deviceIds: [id] })}>
            {t('provision.title')}
          </Button>
          <Button variant="default" onClick={() => navigate({ page: 'firmware', deviceIds: [id] })}>
            {t('firmware.title')}
          </Button>
        </>
      }
    >
      <DeviceStatusCard device={device} />
      <EvidenceCard deviceId={id} />
      <HealthCard key={id} device={device} />
      <ActionsCard device={device} methods={detail.status === 'ready' ? detail.value.methods : null} />
      <DeviceFacts device={device} />
      <NoteCard device={device} />
      <Tabs defaultValue="inform" keepMounted={false} className={classes.tabs}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`devices.page.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="inform">
          {detail.status === 'failed' && <ErrorPanel error={detail.error} retry={detail.refetch} />}
          {detail.status === 'ready' &&
            (detail.value.informParameters.length === 0 ? (
              <p className={classes.empty}>{t('devices.page.noInform')}</p>
            ) : (
              <div className={classes.values}>
                <ValuesTable values={detail.value.informParameters} />
              </div>
            ))}
        </Tabs.Panel>
        <Tabs.Panel value="jobs">
          <DeviceJobs deviceId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="snapshots">
          <DeviceSnapshots deviceId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <DeviceSessions deviceId={id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
