import { Button } from '@mantine/core'
import { IconChevronRight, IconDeviceTv } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { DeviceStatusLabel } from '../../ui/state-label.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { deviceName } from '../device/device-name.ts'
import { freshOrder, matchesFilter, stableRows } from '../devices/device-rows.ts'
import classes from './read.module.css'

const filterFrom = 6
const shownBoxes = 50

interface ChooseBoxProps {
  onChoose: (device: Device) => void
  /** What the box is wanted for. */
  hint?: string
  title?: string
  /** A box that is not to be chosen. */
  without?: string
}

/** Step 1: the boxes, those heard of last first. */
export function ChooseBox({ onChoose, hint, title, without }: ChooseBoxProps) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const [order] = useState(() => freshOrder(devices))
  const [filter, setFilter] = useState('')
  const rows = useMemo(() => stableRows(devices, order).filter(({ id }) => id !== without), [devices, order, without])
  const shown = rows.filter((device) => matchesFilter(device, filter)).slice(0, shownBoxes)
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconDeviceTv}
        text={t('read.box.none')}
        action={<Button onClick={() => navigate({ page: 'home' })}>{t('read.box.connect')}</Button>}
      />
    )
  }
  return (
    <Card
      title={title ?? t('read.box.title')}
      hint={hint ?? t('read.box.hint')}
      actions={
        rows.length >= filterFrom && <FilterInput value={filter} onChange={setFilter} label={t('devices.filter')} />
      }
    >
      <ul className={classes.boxes}>
        {shown.map((device) => (
          <li key={device.id}>
            <button type="button" className={classes.box} onClick={() => onChoose(device)}>
              <span className={classes.boxName}>{deviceName(device)}</span>
              <DeviceStatusLabel status={device.status} />
              <span className={classes.soft}>{device.address}</span>
              <span className={classes.soft}>
                <TimeAgo at={device.lastInformAt} />
              </span>
              <IconChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
