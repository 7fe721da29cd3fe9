import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine, OpenLog } from '#shared/model/log-view.ts'
import { type Severity, severities } from '#shared/model/syslog.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { removeLog } from '../../stores/log-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type RowsHandle, VirtualRows } from '../../ui/virtual-rows.tsx'
import { wordsOf } from './highlight.ts'
import { LogLineRow } from './log-line-row.tsx'
import { LogLines } from './log-lines.tsx'
import classes from './logs.module.css'
import { useLogFilter } from './use-log-filter.ts'

const typingPauseMs = 200
const rowHeight = 20
/** Pixels of a character of the log's font, and what stands before a line, in characters. */
const charWidth = 7.3
const gutter = 16

interface LogPaneProps {
  log: OpenLog
  isLive: boolean
  /** The time to be shown, when another log has gone to it. */
  moment: number | null
  onMoment: (at: number | null) => void
}

/** One log: filter, severity, its lines. */
export function LogPane({ log, isLive, moment, onMoment }: LogPaneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  const [severity, setSeverity] = useState<Severity | null>(null)
  const [isFollowing, setFollowing] = useState(isLive)
  const [target, setTarget] = useState<number | null>(null)
  const [picked, setPicked] = useState<LogLine | null>(null)
  const [searched] = useDebouncedValue(text, typingPauseMs)
  const filter = useLogFilter(log.id, searched, severity, log.isIndexed ? log.lineCount : 0)
  const rows = useRef<RowsHandle>(null)
  const { id, name } = log
  // Among filtered lines the target is the last one up to that moment.
  const nearest = filter && target !== null ? filter.lines.findLast(({ number }) => number <= target)?.number : target

  useEffect(() => {
    if (nearest !== undefined && nearest !== null) rows.current?.scrollToKey(String(nearest))
  }, [nearest])

  useEffect(() => {
    if (moment === null) return
    let isLatest = true
    call('logs.seek', { id, at: moment }).then(
      ({ line }) => isLatest && setTarget(line),
      () => undefined,
    )
    return () => {
      isLatest = false
    }
  }, [id, moment])

  function pick(line: LogLine): void {
    setFollowing(false)
    if (line.at !== null) onMoment(line.at)
    setTarget(line.number)
    setPicked(line)
  }

  return (
    <section className={classes.pane} aria-label={name}>
      <div className={classes.paneHead}>
        <code className={classes.name}>{name}</code>
        <span className={classes.soft} role="status">
          {t('logs.lines', { count: log.lineCount })} · {format.bytes(log.sizeBytes)}
          {!log.isIndexed && ` · ${t('logs.indexing')}`}
        </span>
        <ActionIcon
          aria-label={t('logs.close', { name })}
          onClick={() => {
            removeLog(id)
            void call('logs.close', { id }).catch(() => undefined)
          }}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.paneTools}>
        <TextInput
          type="search"
          className={classes.filter}
          aria-label={t('logs.filter')}
          placeholder={t('logs.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label={t('logs.severity')}
          placeholder={t('logs.allSeverities')}
          clearable
          data={severities.slice(0, -1).map((value) => ({
            value,
            label: t('logs.andWorse', { severity: t(`logs.severities.${value}`) }),
          }))}
          value={severity}
          onChange={(value) => setSeverity(value as Severity | null)}
        />
        {isLive && (
          <Checkbox
            label={t('logs.follow')}
            checked={isFollowing}
            onChange={(event) => setFollowing(event.currentTarget.checked)}
          />
        )}
      </div>
      {isLive && log.lineCount === 0 && <p className={classes.soft}>{t('logs.waiting')}</p>}
      {filter ? (
        <>
          <div className={classes.soft} role="status">
            {filter.isDone || filter.isFull
              ? filter.lines.length === 0
                ? t('logs.noMatch')
                : t('logs.found', { count: filter.lines.length })
              : t('logs.searching')}
            {filter.isFull && !filter.isDone && (
              <Button variant="subtle" size="compact-xs" onClick={filter.more}>
                {t('logs.more')}
              </Button>
            )}
          </div>
          {filter.error && <ErrorPanel error={filter.error} />}
          <VirtualRows
            label={name}
            items={filter.lines}
            keyOf={({ number }) => String(number)}
            rowHeight={rowHeight}
            minWidth={charWidth * (gutter + Math.max(0, ...filter.lines.map((line) => line.text.length)))}
            handle={rows}
            onOpen={pick}
            renderRow={(line) => (
              <LogLineRow
                number={line.number}
                line={line}
                words={wordsOf(searched)}
                isTarget={line.number === nearest}
                onPick={pick}
              />
            )}
          />
        </>
      ) : (
        <LogLines log={log} label={name} target={target} isFollowing={isFollowing} onPick={pick} />
      )}
      {picked && (
        <section className={classes.picked} aria-label={t('logs.picked', { number: picked.number + 1 })}>
          {picked.text}
        </section>
      )}
    </section>
  )
}
