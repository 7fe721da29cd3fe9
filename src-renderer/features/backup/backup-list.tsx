import { Button, SegmentedControl } from '@mantine/core'
import { IconFileSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './backup.module.css'
import { RowMenu } from './row-menu.tsx'

/** Backups and snapshots, newest first: those of one box, or of all, because a replacement has none of its own. */
export function BackupList({ device }: { device: Device | undefined }) {
  const { t } = useTranslation()
  const revision = useApp((app) => app.recordsRevision)
  const [scope, setScope] = useState<'thisBox' | 'allBoxes'>('thisBox')
  const isOfOne = device !== undefined && scope === 'thisBox'
  const list = useCall(
    'snapshots.list',
    { kinds: ['backup', 'read'], ...(isOfOne && { deviceId: device.id }) },
    revision,
  )
  return (
    <Card
      title={t('backup.list.title')}
      hint={t('backup.list.hint')}
      actions={
        device && (
          <SegmentedControl
            aria-label={t('backup.list.scope')}
            value={scope}
            onChange={setScope}
            data={(['thisBox', 'allBoxes'] as const).map((value) => ({ value, label: t(`backup.list.${value}`) }))}
          />
        )
      }
    >
      {list.status === 'failed' && <ErrorPanel error={list.error} retry={list.refetch} />}
      {list.status === 'ready' && list.value.length === 0 && (
        <p className={classes.none}>{t(device ? 'backup.list.none' : 'backup.list.noneAnywhere')}</p>
      )}
      {list.status === 'ready' && list.value.length > 0 && (
        <ul className={classes.rows} aria-label={t('backup.list.title')}>
          {list.value.map((snapshot) => (
            <BackupRow key={snapshot.id} snapshot={snapshot} isNamed={!isOfOne} />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** `isNamed`: whether the box is told. */
function BackupRow({ snapshot, isNamed }: { snapshot: Snapshot; isNamed: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, name, kind, takenAt, valueCount, deviceId, configFileId } = snapshot
  const device = useApp((app) => app.devices[deviceId])
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} onClick={() => navigate({ page: 'snapshot', id })}>
        <strong>{name}</strong>
        <span className={classes.facts}>
          <span className={classes.kind} data-kind={kind}>
            {t(`backup.list.kinds.${kind}`)}
          </span>
          <span>{format.dateTime(takenAt)}</span>
          {isNamed && <span>{device ? deviceName(device) : deviceId}</span>}
          <span>{t('read.values.count', { count: valueCount })}</span>
          {configFileId !== null && (
            <span className={classes.file}>
              <IconFileSettings size={14} aria-hidden="true" />
              {t('backup.list.configFile')}
            </span>
          )}
        </span>
      </button>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => navigate({ page: 'restore', snapshotId: id })}>
          {t('backup.list.restore')}
        </Button>
        <RowMenu snapshot={snapshot} device={device} />
      </div>
    </li>
  )
}
