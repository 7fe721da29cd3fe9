import { Button, Checkbox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { type Draft, toggleBox } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { DeviceStatusLabel, StateLabel } from '../../ui/state-label.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { deviceName } from '../device/device-name.ts'
import { freshOrder, matchesFilter, stableRows } from '../devices/device-rows.ts'
import classes from './provision.module.css'
import { ScanField } from './scan-field.tsx'

const filterFrom = 6
const shownBoxes = 100

interface BoxesStepProps {
  draft: Draft
  hasTemplate: boolean
  /** Template and values are there from the box before. */
  canCheck: boolean
  onNext: () => void
}

/** Step 1: boxes by a scanner, from a list, or ticked. */
export function BoxesStep({ draft, hasTemplate, canCheck, onNext }: BoxesStepProps) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const [order] = useState(() => freshOrder(devices))
  const [filter, setFilter] = useState('')
  const rows = useMemo(() => stableRows(devices, order), [devices, order])
  const shown = rows.filter((device) => matchesFilter(device, filter)).slice(0, shownBoxes)
  const chosen = new Set(draft.boxes.map(({ deviceId }) => deviceId))
  const waiting = draft.boxes.filter(({ deviceId }) => deviceId === null)
  const remove = (key: string) =>
    changeDraft((now) => ({ ...now, boxes: now.boxes.filter((box) => box.key !== key), check: null }))
  return (
    <>
      <ScanField draft={draft} onNext={onNext} />
      {waiting.length > 0 && (
        <Card title={t('provision.boxes.waiting', { count: waiting.length })} hint={t('provision.boxes.waitingHint')}>
          <ul className={classes.rows}>
            {waiting.map(({ key }) => (
              <li key={key} className={classes.waiting}>
                <code>{key}</code>
                <StateLabel look={{ shape: 'dots', tone: 'warn' }}>{t('provision.boxes.notSeen')}</StateLabel>
                <span className={classes.space} />
                <Button
                  variant="subtle"
                  size="compact-xs"
                  leftSection={<IconX size={13} />}
                  aria-label={t('provision.boxes.removeKey', { key })}
                  onClick={() => remove(key)}
                >
                  {t('provision.boxes.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title={t('provision.boxes.known')}
        hint={t('provision.boxes.knownHint')}
        actions={
          rows.length >= filterFrom && <FilterInput value={filter} onChange={setFilter} label={t('devices.filter')} />
        }
      >
        {rows.length === 0 ? (
          <EmptyState text={t('provision.boxes.none')} />
        ) : (
          <ul className={classes.rows}>
            {shown.map((device) => (
              <li key={device.id} className={classes.boxRow} data-chosen={chosen.has(device.id)}>
                <Checkbox
                  label={<span className={classes.name}>{deviceName(device)}</span>}
                  checked={chosen.has(device.id)}
                  onChange={() => changeDraft((now) => toggleBox(now, device.serialNumber || device.id, device.id))}
                />
                <DeviceStatusLabel status={device.status} />
                <span className={classes.soft}>{device.address}</span>
                <span className={classes.soft}>
                  <TimeAgo at={device.lastInformAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div className={classes.start}>
        <span className={classes.soft} role="status">
          {draft.boxes.length === 0
            ? t('provision.boxes.nothing')
            : t('provision.boxCount', { count: draft.boxes.length })}
        </span>
        <Button size="sm" disabled={draft.boxes.length === 0} onClick={onNext}>
          {canCheck
            ? t('provision.boxes.toCheck')
            : hasTemplate
              ? t('provision.toValues')
              : t('provision.boxes.toTemplate')}
        </Button>
      </div>
    </>
  )
}
