import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconNetwork, IconRefresh } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import { call } from '../../api.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { putField, useField, useFieldStore } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { useAction } from '../../ui/use-action.ts'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { NeighbourDetail } from './neighbour-detail.tsx'
import { NeighbourHeader, NeighbourRow } from './neighbour-row.tsx'
import { freshNeighbourOrder, matchesNeighbour, stableNeighbours } from './neighbour-rows.ts'
import classes from './neighbours.module.css'
import { SourceLine } from './source-line.tsx'

const rowHeight = 56
const nobody: readonly Neighbour[] = []

/** Who is on the wire, live, whether it has ever informed or not. */
export function NeighboursView() {
  const { t } = useTranslation()
  const store = useFieldStore()
  const neighbours = useField(({ discovery }) => discovery.neighbours) ?? nobody
  const scope = useField(({ discovery }) => discovery.scope)
  const [order, setOrder] = useState(() => freshNeighbourOrder(neighbours))
  const [filter, setFilter] = useState('')
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const deferredFilter = useDeferredValue(filter)
  const rows = useMemo(() => stableNeighbours(neighbours, order), [neighbours, order])
  const shown = useMemo(() => rows.filter((one) => matchesNeighbour(one, deferredFilter)), [rows, deferredFilter])
  const ordered = useMemo(() => new Set(order), [order])
  const ask = useAction(async (http: boolean) => {
    const discovery = await call('discovery.refresh', { http })
    putField({ discovery })
    setOrder(freshNeighbourOrder(discovery.neighbours))
  })
  const chosen = rows.find(({ key }) => key === chosenKey)
  useShortcut('refresh', () => ask.run(false))

  if (store.status === 'failed') return <ErrorPanel error={store.error} />
  if (store.status === 'ready' && scope === null) {
    return (
      <EmptyState
        icon={IconNetwork}
        title={t('discovery.title')}
        text={t('discovery.noScope')}
        action={<Button onClick={() => navigate({ page: 'home' })}>{t('remedies.chooseAdapter.action')}</Button>}
      />
    )
  }
  return (
    <>
      <SourceLine />
      <div className={classes.tools}>
        <FilterInput value={filter} onChange={setFilter} label={t('discovery.filter')} width={360} />
        <span className={classes.soft} role="status">
          {t('devices.count', { shown: shown.length, total: rows.length })}
        </span>
        <span className={classes.space} />
        <Button.Group>
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} />}
            loading={ask.isRunning}
            onClick={() => ask.run(false)}
          >
            {t('discovery.refresh')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" px={6} aria-label={t('discovery.more')}>
                <IconChevronDown size={15} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => ask.run(true)}>{t('discovery.refreshHttp')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
      </div>
      {ask.error && <ErrorPanel error={ask.error} retry={() => ask.run(false)} />}
      {shown.length === 0 ? (
        <EmptyState
          {...(rows.length === 0 && { icon: IconNetwork })}
          text={rows.length === 0 ? t('discovery.empty') : t('devices.empty.noMatch', { filter })}
          action={
            rows.length === 0 ? (
              <Button onClick={() => navigate({ page: 'reach', tab: 'check' })}>{t('reach.openCheck')}</Button>
            ) : (
              <Button variant="default" onClick={() => setFilter('')}>
                {t('devices.empty.clearFilter')}
              </Button>
            )
          }
        />
      ) : (
        <VirtualRows
          label={t('discovery.title')}
          items={shown}
          keyOf={({ key }) => key}
          rowHeight={rowHeight}
          minWidth={768}
          header={<NeighbourHeader />}
          selectedKey={chosenKey}
          onOpen={({ key }) => setChosenKey(key)}
          onMove={({ key }) => setChosenKey(key)}
          renderRow={(neighbour) => (
            <NeighbourRow neighbour={neighbour} isNew={!ordered.has(neighbour.key)} onIdentify={() => ask.run(true)} />
          )}
        />
      )}
      {chosen && <NeighbourDetail neighbour={chosen} onIdentify={() => ask.run(true)} />}
    </>
  )
}
