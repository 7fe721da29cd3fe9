import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/model/snapshot.ts'
import type { KeptTemplate } from '#shared/model/template.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import type { CompareSide } from '../../stores/route.ts'
import { deviceName } from '../device/device-name.ts'
import { useLabel } from '../templates/use-templates.ts'

interface SidePickerProps {
  label: string
  side: CompareSide | undefined
  snapshots: readonly Snapshot[]
  templates: readonly KeptTemplate[]
  onChange: (side: CompareSide) => void
}

/** One side: a snapshot of any box, what a box has now, or a template. */
export function SidePicker({ label, side, snapshots, templates, onChange }: SidePickerProps) {
  const { t } = useTranslation()
  const worded = useLabel()
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
        {
          group: t('compare.templateGroup'),
          items: templates.map(({ id, name }) => ({
            value: keyOf({ templateId: id }),
            label: worded(name),
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
  if ('snapshotId' in side) return `s:${side.snapshotId}`
  return 'deviceId' in side ? `d:${side.deviceId}` : `t:${side.templateId}`
}

function sideOf(key: string): CompareSide {
  const id = key.slice(2)
  if (key.startsWith('s:')) return { snapshotId: id }
  return key.startsWith('d:') ? { deviceId: id } : { templateId: id }
}
