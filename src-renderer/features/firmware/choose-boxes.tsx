import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Compatibility, Firmware } from '#shared/model/firmware.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { useCall } from '../../ui/use-call.ts'
import { freshOrder, matchesFilter } from '../devices/device-rows.ts'
import { BoxOption } from './box-option.tsx'
import { ConfirmPush } from './confirm-push.tsx'
import classes from './firmware.module.css'
import { OverrideCard } from './override-card.tsx'
import { defaultOptions, PushOptions } from './push-options.tsx'
import { useIsServed } from './transport-field.tsx'

interface ChooseBoxesProps {
  firmware: Firmware
  initialIds: readonly string[]
  onStarted: (batchId: string) => void
}

const filterFrom = 6
const rank: Record<Compatibility['verdict'], number> = { allowed: 0, warning: 1, blocked: 2 }

/** Step 2: the boxes, each with what the check says of it; then how to transfer, and the confirmation. */
export function ChooseBoxes({ firmware, initialIds, onStarted }: ChooseBoxesProps) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const [order] = useState(() => freshOrder(devices))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(initialIds))
  const [filter, setFilter] = useState('')
  const [reason, setReason] = useState('')
  const [options, setOptions] = useState(() => defaultOptions(firmware))
  const newcomers = Object.keys(devices).filter((id) => !order.includes(id))
  const ids = [...order, ...newcomers].filter((id) => devices[id] !== undefined)
  const versions = ids.map((id) => devices[id]?.softwareVersion).join()
  const checks = useCall('firmware.check', { firmwareId: firmware.id, deviceIds: ids }, versions)
  const checkOf = new Map(checks.status === 'ready' ? checks.value.map((check) => [check.deviceId, check]) : [])
  const rankOf = (id: string) => rank[checkOf.get(id)?.verdict ?? 'warning']
  const rows = ids.toSorted((a, b) => rankOf(a) - rankOf(b)).flatMap((id) => devices[id] ?? [])
  const shown = rows.filter((device) => matchesFilter(device, filter))
  const chosenIds = rows.map(({ id }) => id).filter((id) => chosen.has(id))
  const blockedIds = chosenIds.filter((id) => checkOf.get(id)?.verdict === 'blocked')
  const isServed = useIsServed(options.transport)
  const isReady =
    isServed &&
    chosenIds.length > 0 &&
    checks.status === 'ready' &&
    (blockedIds.length === 0 || reason.trim().length >= 3)

  async function start(): Promise<void> {
    const { stopAfterFailures, ...input } = options
    const override = blockedIds.length > 0 ? { override: { reason: reason.trim() } } : {}
    const batch = await call('firmware.push', {
      deviceIds: chosenIds,
      input: { firmwareId: firmware.id, ...input, ...override },
      stopAfterFailures,
    })
    onStarted(batch.id)
  }

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconDeviceTv}
        text={t('firmware.boxes.noBoxes')}
        action={<Button onClick={() => navigate({ page: 'home' })}>{t('firmware.boxes.connect')}</Button>}
      />
    )
  }
  const fitting = shown.filter(({ id }) => rankOf(id) < rank.blocked).map(({ id }) => id)
  return (
    <>
      <Card
        title={t('firmware.boxes.title')}
        hint={t('firmware.boxes.hint')}
        actions={
          <>
            {rows.length >= filterFrom && (
              <FilterInput value={filter} onChange={setFilter} label={t('devices.filter')} />
            )}
            {rows.length > 1 && (
              <Button variant="default" onClick={() => setChosen(new Set(chosenIds.length > 0 ? [] : fitting))}>
                {chosenIds.length > 0 ? t('firmware.boxes.none') : t('firmware.boxes.all')}
              </Button>
            )}
          </>
        }
      >
        {checks.status === 'failed' && <ErrorPanel error={checks.error} retry={checks.refetch} />}
        <ul className={classes.rows}>
          {shown.map((device) => (
            <BoxOption
              key={device.id}
              device={device}
              firmware={firmware}
              check={checkOf.get(device.id)}
              isChosen={chosen.has(device.id)}
              onToggle={() => setChosen(toggled(chosen, device.id))}
            />
          ))}
        </ul>
      </Card>
      {blockedIds.length > 0 && <OverrideCard count={blockedIds.length} reason={reason} onChange={setReason} />}
      <PushOptions options={options} isBatch={chosenIds.length > 1} onChange={setOptions} />
      <div className={classes.start}>
        <span className={classes.soft} role="status">
          {chosenIds.length === 0
            ? t('firmware.boxes.nothingChosen')
            : t('firmware.boxesChosen', { count: chosenIds.length })}
        </span>
        <ConfirmPush
          firmware={firmware}
          fileType={options.fileType}
          devices={rows.filter(({ id }) => chosen.has(id))}
          blockedIds={blockedIds}
          reason={reason}
          isReady={isReady}
          onConfirm={start}
        />
      </div>
    </>
  )
}

function toggled(set: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
