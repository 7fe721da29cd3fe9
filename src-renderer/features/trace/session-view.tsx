import { Button, Switch } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session, TraceMessage } from '#shared/model/session.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { addTraceMessages, useSessionTrace } from '../../stores/trace-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { useCall } from '../../ui/use-call.ts'
import { type RowsHandle, VirtualRows } from '../../ui/virtual-rows.tsx'
import { deviceName } from '../device/device-name.ts'
import { MessageDetail } from './message-detail.tsx'
import { MessageLine, SequenceHeader } from './message-line.tsx'
import classes from './trace.module.css'
import { TraceExport } from './trace-export.tsx'
import { parseTraceFilter } from './trace-filter.ts'

const rowHeight = 34

interface SequenceRow {
  message: TraceMessage
  deltaMs?: number
  isMarked: boolean
}

/** The messages of one session as a sequence, and the chosen one in detail. */
export function SessionView({ sessionId, session }: { sessionId: string; session: Session | undefined }) {
  const { t } = useTranslation()
  const words = useWords()
  const { messages, dropped } = useSessionTrace(sessionId)
  const device = useApp((app) => (session?.deviceId ? app.devices[session.deviceId] : undefined))
  const [filter, setFilter] = useState('')
  const [isHighlightOnly, setHighlightOnly] = useState(false)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const deferredFilter = useDeferredValue(filter)
  // New messages come without their bodies; a filter that looks for words needs them.
  const stored = useCall('trace.list', { sessionId }, deferredFilter === '' ? 0 : messages.length)

  const storedMessages = stored.status === 'ready' ? stored.value : null
  useEffect(() => {
    if (storedMessages) addTraceMessages(storedMessages)
  }, [storedMessages])

  const rows = useMemo(
    () => sequenceRows(messages, deferredFilter, isHighlightOnly),
    [messages, deferredFilter, isHighlightOnly],
  )
  const { handle, unseen, onScroll, jump } = useFollowEnd(rows.length, session?.outcome === 'open')
  const chosen = messages.find(({ id }) => id === chosenId) ?? messages[0]
  const reason = words.sessionReason(session?.reason ?? '')

  return (
    <div className={classes.view}>
      <div className={classes.tools}>
        <FilterInput value={filter} onChange={setFilter} label={t('trace.filter')} width={360} />
        <Switch
          label={t('trace.highlightOnly')}
          checked={isHighlightOnly}
          onChange={(event) => setHighlightOnly(event.currentTarget.checked)}
        />
        <span className={classes.space} />
        <span className={classes.soft} title={t('trace.filterHint')}>
          {t('devices.count', { shown: rows.length, total: messages.length })}
        </span>
        <TraceExport
          sessionId={sessionId}
          deviceId={session?.deviceId ?? null}
          name={device ? deviceName(device) : (session?.address ?? sessionId)}
          at={session?.startedAt ?? ''}
        />
      </div>
      {reason !== '' && <p className={classes.reason}>{reason}</p>}
      {stored.status === 'failed' && <ErrorPanel error={stored.error} retry={stored.refetch} />}
      {dropped > 0 && <p className={classes.soft}>{t('trace.dropped', { count: dropped })}</p>}
      {rows.length === 0 ? (
        stored.status !== 'loading' && (
          <EmptyState text={messages.length === 0 ? t('trace.empty.noMessages') : t('trace.empty.noMatch')} />
        )
      ) : (
        <div className={classes.sequence}>
          <VirtualRows
            label={t('trace.title')}
            handle={handle}
            items={rows}
            keyOf={({ message }) => String(message.id)}
            rowHeight={rowHeight}
            minWidth={500}
            header={<SequenceHeader />}
            selectedKey={chosen ? String(chosen.id) : null}
            onOpen={({ message }) => setChosenId(message.id)}
            onMove={({ message }) => setChosenId(message.id)}
            onScroll={onScroll}
            renderRow={(row) => <MessageLine {...row} />}
          />
          {unseen > 0 && (
            <Button className={classes.jump} size="compact-sm" leftSection={<IconArrowDown size={14} />} onClick={jump}>
              {t('trace.newMessages', { count: unseen })}
            </Button>
          )}
        </div>
      )}
      {chosen && rows.length > 0 && <MessageDetail key={chosen.id} message={chosen} />}
    </div>
  )
}

function sequenceRows(messages: readonly TraceMessage[], filter: string, isHighlightOnly: boolean): SequenceRow[] {
  const test = parseTraceFilter(filter)
  const isFiltering = filter.trim() !== ''
  return messages.flatMap((message, index): SequenceRow[] => {
    const isMatch = test(message)
    if (!isMatch && !isHighlightOnly) return []
    const before = messages[index - 1]
    const delta = before ? { deltaMs: Math.max(0, Date.parse(message.at) - Date.parse(before.at)) } : {}
    return [{ message, ...delta, isMarked: isFiltering && isHighlightOnly && isMatch }]
  })
}

/** Keeps the end of a live session in view as long as the reader is there; counts what comes while he reads further up. */
function useFollowEnd(count: number, isLive: boolean) {
  const handle = useRef<RowsHandle>(null)
  const [seen, setSeen] = useState<number | null>(null)

  useEffect(() => {
    if (isLive && seen === null && count > 0) handle.current?.scrollToEnd()
  }, [count, seen, isLive])

  return {
    handle,
    unseen: !isLive || seen === null ? 0 : Math.max(0, count - seen),
    onScroll: (isAtEnd: boolean) => setSeen((before) => (isAtEnd ? null : (before ?? count))),
    jump: () => setSeen(null),
  }
}
