import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import classes from './device.module.css'
import { RecordList } from './record-list.tsx'

/** The kept values of the box. */
export function DeviceSnapshots({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = useApp((app) => app.recordsRevision)
  const snapshots = useCall('snapshots.list', { deviceId, kinds: ['read', 'backup'] }, revision)
  if (snapshots.status === 'failed') return <ErrorPanel error={snapshots.error} retry={snapshots.refetch} />
  if (snapshots.status === 'loading') return null
  return (
    <RecordList
      label={t('devices.page.tabs.snapshots')}
      records={snapshots.value}
      keyOf={({ id }) => id}
      empty={t('devices.page.noSnapshots')}
      onOpen={({ id }) => navigate({ page: 'snapshot', id })}
      renderRecord={({ name, takenAt, valueCount }) => (
        <>
          <span className={classes.when}>{format.dateTime(takenAt)}</span>
          <strong>{name}</strong>
          <span className={classes.soft}>{t('read.values.count', { count: valueCount })}</span>
        </>
      )}
    />
  )
}
