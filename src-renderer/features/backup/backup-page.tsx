import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Page } from '../../ui/page.tsx'
import { deviceName } from '../device/device-name.ts'
import { BackupList } from './backup-list.tsx'
import { BeforeList } from './before-list.tsx'
import { MakeBackup } from './make-backup.tsx'

/** What is kept of a box, or of all of them: made here, and the way back. */
export function BackupPage({ deviceId }: { deviceId?: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  return (
    <Page
      title={device ? t('backup.titleOf', { name: deviceName(device) }) : t('backup.title')}
      subtitle={t('backup.intro')}
      canGoBack
    >
      {device && <MakeBackup key={device.id} device={device} />}
      <BackupList device={device} />
      <BeforeList deviceId={deviceId} />
    </Page>
  )
}
