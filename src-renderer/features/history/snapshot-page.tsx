import { Button } from '@mantine/core'
import { IconArrowsDiff, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { goBack, navigate } from '../../stores/route.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { NameButton } from '../../ui/name-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import { ExportButton } from '../values/export-button.tsx'
import { Failures } from '../values/failures.tsx'
import { ValuesTable } from '../values/values-table.tsx'

/** Values that were kept under a name. */
export function SnapshotPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const revision = useApp((app) => app.recordsRevision)
  const fetched = useCall('snapshots.get', { id }, revision)
  if (fetched.status === 'loading') return null
  if (fetched.status === 'failed') {
    return (
      <Page title={t('history.type.snapshot')} canGoBack>
        <ErrorPanel error={fetched.error} retry={fetched.refetch} />
      </Page>
    )
  }
  return <SnapshotView snapshot={fetched.value} />
}

function SnapshotView({ snapshot }: { snapshot: SnapshotDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, name, deviceId, takenAt, values, failed } = snapshot
  const device = useApp((app) => app.devices[deviceId])
  return (
    <Page
      title={name}
      subtitle={`${device ? deviceName(device) : deviceId} · ${t('history.snapshot.taken', { time: format.dateTime(takenAt) })}`}
      canGoBack
      isFixed
      actions={
        <>
          <ConfirmButton
            title={t('history.snapshot.deleteTitle', { name })}
            text={t('history.snapshot.deleteText')}
            confirmLabel={t('common.delete')}
            onConfirm={async () => {
              goBack()
              await call('snapshots.delete', { id })
            }}
            renderButton={(open) => (
              <Button variant="default" leftSection={<IconTrash size={15} />} onClick={open}>
                {t('history.snapshot.delete')}
              </Button>
            )}
          />
          <RenameButton snapshot={snapshot} />
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={15} />}
            onClick={() =>
              navigate({ page: 'compare', left: { snapshotId: id }, ...(device && { right: { deviceId } }) })
            }
          >
            {t('compare.open')}
          </Button>
          <ExportButton subject={name} at={takenAt} values={values} failed={failed} />
          <Button variant="default" onClick={() => navigate({ page: 'restore', snapshotId: id })}>
            {t('backup.list.restore')}
          </Button>
          {device && (
            <Button onClick={() => navigate({ page: 'read', deviceId, paths: values.map((value) => value.name) })}>
              {t('read.values.again')}
            </Button>
          )}
        </>
      }
    >
      <Failures failed={failed} />
      <ValuesTable values={values} />
    </Page>
  )
}

function RenameButton({ snapshot: { id, name } }: { snapshot: SnapshotDetail }) {
  const { t } = useTranslation()
  return (
    <NameButton
      title={t('history.snapshot.renameTitle')}
      label={t('read.save.name')}
      suggest={() => name}
      onName={async (newName) => void (await call('snapshots.rename', { id, name: newName }))}
      renderButton={(open) => (
        <Button variant="default" leftSection={<IconPencil size={15} />} onClick={open}>
          {t('history.snapshot.rename')}
        </Button>
      )}
    />
  )
}
