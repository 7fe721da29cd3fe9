import { Button } from '@mantine/core'
import { IconDeviceTv, IconRefresh } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { DeviceHeader, DeviceRow } from './device-row.tsx'
import { freshOrder, matchesFilter, stableRows } from './device-rows.ts'
import classes from './devices.module.css'

const rowHeight = 42

/** All boxes that were ever heard of, live. */
export function DevicesPage() {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const [order, setOrder] = useState(() => freshOrder(devices))
  const [filter, setFilter] = useState('')
  const deferredFilter = useDeferredValue(filter)
  const ordered = useMemo(() => new Set(order), [order])
  const rows = useMemo(() => stableRows(devices, order), [devices, order])
  const shown = useMemo(() => rows.filter((device) => matchesFilter(device, deferredFilter)), [rows, deferredFilter])
  const newCount = rows.length - rows.filter(({ id }) => ordered.has(id)).length

  const refresh = () => setOrder(freshOrder(devices))
  useShortcut('refresh', refresh)

  if (rows.length === 0) {
    return (
      <Page title={t('devices.title')}>
        <EmptyState
          icon={IconDeviceTv}
          title={t('devices.empty.title')}
          text={t('devices.empty.text')}
          action={<Button onClick={() => navigate({ page: 'home' })}>{t('devices.empty.action')}</Button>}
        />
      </Page>
    )
  }
  return (
    <Page title={t('devices.title')} isFixed>
      <div className={classes.tools}>
        <FilterInput value={filter} onChange={setFilter} label={t('devices.filter')} width={420} />
        <span className={classes.count} role="status">
          {t('devices.count', { shown: shown.length, total: rows.length })}
        </span>
        <span className={classes.space} />
        {newCount > 0 && ordered.size > 0 && (
          <span className={classes.count}>{t('devices.newRows', { count: newCount })}</span>
        )}
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} />}
          title={t('devices.sortHint')}
          onClick={refresh}
        >
          {t('common.refresh')}
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          text={t('devices.empty.noMatch', { filter })}
          action={
            <Button variant="default" onClick={() => setFilter('')}>
              {t('devices.empty.clearFilter')}
            </Button>
          }
        />
      ) : (
        <VirtualRows
          label={t('devices.title')}
          items={shown}
          keyOf={({ id }) => id}
          rowHeight={rowHeight}
          minWidth={760}
          header={<DeviceHeader />}
          renderRow={(device) => <DeviceRow device={device} isNew={!ordered.has(device.id)} />}
          onOpen={({ id }) => navigate({ page: 'device', id })}
        />
      )}
    </Page>
  )
}
