import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import type { CompareSide } from '../../stores/route.ts'
import { deviceName } from '../device/device-name.ts'

interface SidePickerProps {
  label: string
  side: CompareSide | undefined
  snapshots: readonly Snapshot[]
  onChange: (side: CompareSide) => void
}

/** One side: a snapshot of any box, or what a box has now. */
export function SidePicker({ label, side, snapshots, onChange }: SidePickerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const devices = useApp((app) => app.devices)
  const nameOf = (id: string) => (devices[id] ? deviceName(devices[id]) : id)
  return (
    <Select
      label={label}
      placeholder={t('compare.choose')}
      searchable
      value={side ? keyOf(side) : null}
      data={[
        {
          group: t('compare.nowGroup'),
          items: Object.values(devices).map((device) => ({
            value: keyOf({ deviceId: device.id }),
            label: t('compare.now', { name: deviceName(device) }),
          })),
        },
        {
          group: t('compare.snapshotGroup'),
          items: snapshots.map(({ id, name, deviceId, takenAt }) => ({
            value: keyOf({ snapshotId: id }),
            label: `${name} · ${nameOf(deviceId)} · ${format.dateTime(takenAt)}`,
          })),
        },
      ]}
      allowDeselect={false}
      onChange={(value) => value !== null && onChange(sideOf(value))}
      style={{ flex: '1 1 300px' }}
    />
  )
}

function keyOf(side: CompareSide): string {
  return 'snapshotId' in side ? `s:${side.snapshotId}` : `d:${side.deviceId}`
}

function sideOf(key: string): CompareSide {
  return key.startsWith('s:') ? { snapshotId: key.slice(2) } : { deviceId: key.slice(2) }
}
