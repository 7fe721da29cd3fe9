import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { navigate } from '../../stores/route.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'

/** What else can be done with kept values. */
export function RowMenu({ snapshot, device }: { snapshot: Snapshot; device: Device | undefined }) {
  const { t } = useTranslation()
  const { id, name, configFileId } = snapshot
  return (
    <ConfirmButton
      title={t('backup.list.deleteTitle', { name })}
      text={t('backup.list.deleteText')}
      confirmLabel={t('common.delete')}
      onConfirm={async () => void (await call('snapshots.delete', { id }))}
      renderButton={(askToDelete) => (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size="lg" aria-label={t('backup.list.more', { name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              disabled={!device}
              onClick={() =>
                device && navigate({ page: 'compare', left: { snapshotId: id }, right: { deviceId: device.id } })
              }
            >
              {t('backup.list.compare')}
            </Menu.Item>
            {configFileId !== null && (
              <Menu.Item
                onClick={() =>
                  navigate({ page: 'firmware', firmwareId: configFileId, ...(device && { deviceIds: [device.id] }) })
                }
              >
                {t('backup.list.sendFile')}
              </Menu.Item>
            )}
            <Menu.Item color="red" onClick={askToDelete}>
              {t('common.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    />
  )
}
