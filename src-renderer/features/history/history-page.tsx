import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/model/history.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, type Route } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import classes from './history.module.css'
import { HistoryHeader, HistoryRow } from './history-row.tsx'

const shownEntries = 1000
const typingPauseMs = 150
const rowHeight = 40

const types = ['all', 'job', 'snapshot', 'session'] as const
type TypeFilter = (typeof types)[number]

/** All that was done and seen, searchable, also after a restart. */
export function HistoryPage() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [type, setType] = useState<TypeFilter>('all')
  const [searched] = useDebouncedValue(text, typingPauseMs)
  const revision = useApp((app) => app.recordsRevision)
  const found = useCall('history.search', { text: searched, limit: shownEntries }, revision)
  useShortcut('refresh', found.refetch)

  const entries = found.status === 'ready' ? found.value.filter((entry) => type === 'all' || entry.type === type) : []
  return (
    <Page title={t('history.title')} isFixed>
      <div className={classes.tools}>
        <FilterInput value={text} onChange={setText} label={t('history.search')} width={420} />
        <SegmentedControl
          aria-label={t('history.typeLabel')}
          value={type}
          onChange={setType}
          data={types.map((value) => ({ value, label: t(`history.types.${value}`) }))}
        />
        <span className={classes.space} />
        <span className={classes.soft} role="status">
          {t('history.count', { count: entries.length })}
        </span>
      </div>
      {found.status === 'failed' && <ErrorPanel error={found.error} retry={found.refetch} />}
      {found.status === 'ready' && entries.length === 0 && <Empty text={searched} />}
      {entries.length > 0 && (
        <VirtualRows
          label={t('history.title')}
          items={entries}
          keyOf={({ type: kind, id }) => `${kind} ${id}`}
          rowHeight={rowHeight}
          minWidth={760}
          header={<HistoryHeader />}
          renderRow={(entry) => <HistoryRow entry={entry} />}
          onOpen={openEntry}
        />
      )}
    </Page>
  )
}

function openEntry({ type, id }: HistoryEntry): void {
  navigate(routeOf[type](id))
}

const routeOf: Record<HistoryEntry['type'], (id: string) => Route> = {
  job: (id) => ({ page: 'job', id }),
  snapshot: (id) => ({ page: 'snapshot', id }),
  session: (id) => ({ page: 'trace', sessionId: id }),
}

function Empty({ text }: { text: string }) {
  const { t } = useTranslation()
  if (text !== '') return <EmptyState text={t('history.empty.noMatch', { text })} />
  return (
    <EmptyState
      icon={IconHistory}
      title={t('history.empty.title')}
      text={t('history.empty.text')}
      action={<Button onClick={() => navigate({ page: 'read' })}>{t('history.empty.action')}</Button>}
    />
  )
}
