import { IconArrowsLeftRight, IconCamera, IconListSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/model/history.ts'
import { JobKind, JobState } from '#shared/model/job.ts'
import { SessionOutcome } from '#shared/model/session.ts'
import { useFormat } from '../../i18n/format.ts'
import { JobStateLabel, SessionOutcomeLabel } from '../../ui/state-label.tsx'
import classes from './history.module.css'

const icons = { job: IconListSearch, snapshot: IconCamera, session: IconArrowsLeftRight }
const columns = ['at', 'type', 'device', 'title', 'state', 'duration'] as const

/** The names of the columns. */
export function HistoryHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.row} role="row" data-header="true">
      {columns.map((column) => (
        <span key={column} role="columnheader">
          {t(`history.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}

/** One thing that was done or seen. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { type, at, deviceLabel, title, durationMs } = entry
  const TypeIcon = icons[type]
  const kind = JobKind.safeParse(title)
  return (
    <div className={classes.row}>
      <span role="gridcell" className={classes.soft}>
        {format.dateTime(at)}
      </span>
      <span role="gridcell" className={classes.type}>
        <TypeIcon size={15} stroke={1.6} aria-hidden="true" />
        {t(`history.type.${type}`)}
      </span>
      <span role="gridcell">{deviceLabel}</span>
      <span role="gridcell" className={classes.title}>
        {type === 'job' && kind.success ? t(`states.jobKind.${kind.data}`) : title || '–'}
      </span>
      <span role="gridcell">
        <Result entry={entry} />
      </span>
      <span role="gridcell" className={classes.soft}>
        {durationMs === null ? '' : format.duration(durationMs)}
      </span>
    </div>
  )
}

function Result({ entry: { type, state } }: { entry: HistoryEntry }) {
  const job = JobState.safeParse(state)
  const outcome = SessionOutcome.safeParse(state)
  if (type === 'job' && job.success) return <JobStateLabel state={job.data} />
  if (type === 'session' && outcome.success) return <SessionOutcomeLabel outcome={outcome.data} />
  return null
}
