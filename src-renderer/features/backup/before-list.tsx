import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './backup.module.css'

const shownAtFirst = 5

/** What stood in boxes before each change; the latest first, older ones on request. */
export function BeforeList({ deviceId }: { deviceId: string | undefined }) {
  const { t } = useTranslation()
  const revision = useApp((app) => app.recordsRevision)
  const list = useCall('snapshots.list', { kinds: ['before'], ...(deviceId !== undefined && { deviceId }) }, revision)
  const [isLong, setLong] = useState(false)
  if (list.status === 'loading') return null
  return (
    <Card title={t('backup.before.title')} hint={t('backup.before.hint')}>
      {list.status === 'failed' && <ErrorPanel error={list.error} retry={list.refetch} />}
      {list.status === 'ready' && list.value.length === 0 && <p className={classes.none}>{t('backup.before.none')}</p>}
      {list.status === 'ready' && list.value.length > 0 && (
        <ul className={classes.rows} aria-label={t('backup.before.title')}>
          {list.value.slice(0, isLong ? undefined : shownAtFirst).map((snapshot) => (
            <BeforeRow key={snapshot.id} snapshot={snapshot} isNamed={deviceId === undefined} />
          ))}
        </ul>
      )}
      {list.status === 'ready' && list.value.length > shownAtFirst && !isLong && (
        <Button variant="subtle" onClick={() => setLong(true)}>
          {t('backup.before.all', { count: list.value.length })}
        </Button>
      )}
    </Card>
  )
}

function BeforeRow({ snapshot, isNamed }: { snapshot: Snapshot; isNamed: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, takenAt, valueCount, deviceId, jobId } = snapshot
  const device = useApp((app) => app.devices[deviceId])
  const kind = useApp((app) => (jobId === null ? undefined : app.jobs[jobId]?.kind))
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} onClick={() => navigate({ page: 'snapshot', id })}>
        <span className={classes.facts}>
          <span>{format.dateTime(takenAt)}</span>
          {kind && <strong>{t(`states.jobKind.${kind}`)}</strong>}
          {isNamed && <span>{device ? deviceName(device) : deviceId}</span>}
          <span>{t('read.values.count', { count: valueCount })}</span>
        </span>
      </button>
      <div className={classes.actions}>
        {jobId !== null && (
          <Button variant="subtle" onClick={() => navigate({ page: 'job', id: jobId })}>
            {t('backup.before.openJob')}
          </Button>
        )}
        <Button variant="default" onClick={() => navigate({ page: 'restore', snapshotId: id })}>
          {t('backup.before.undo')}
        </Button>
      </div>
    </li>
  )
}
