import { Button } from '@mantine/core'
import { IconDeviceTv, IconRefresh } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { useField } from '../../stores/field-store.ts'
import { type DevicesTab, navigate, replaceRoute } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { NeighboursView } from '../neighbours/neighbours-view.tsx'
import { DeviceHeader, DeviceRow } from './device-row.tsx'
import { freshOrder, matchesFilter, stableRows } from './device-rows.ts'
import classes from './devices.module.css'

const rowHeight = 42

const tabs = ['boxes', 'neighbours'] as const

/** The boxes that were ever heard of, and beside them who is on the wire at all. */
export function DevicesPage({ tab = 'boxes' }: { tab?: DevicesTab }) {
  const { t } = useTranslation()
  const counts = {
    boxes: useApp((app) => Object.keys(app.devices).length),
    neighbours: useField(({ discovery }) => discovery.neighbours.length) ?? 0,
  }
  return (
    <Page title={t('devices.title')} isFixed>
      <PageTabs
        label={t('devices.title')}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(`devices.tabs.${value}`), count: counts[value] }))}
        onChange={(value) => replaceRoute({ page: 'devices', tab: value })}
      >
        {tab === 'boxes' ? <Boxes /> : <NeighboursView />}
      </PageTabs>
    </Page>
  )
}

function Boxes() {
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
      <EmptyState
        icon={IconDeviceTv}
        title={t('devices.empty.title')}
        text={t('devices.empty.text')}
        action={<Button onClick={() => navigate({ page: 'home' })}>{t('devices.empty.action')}</Button>}
      />
    )
  }
  return (
    <>
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
    </>
  )
}
