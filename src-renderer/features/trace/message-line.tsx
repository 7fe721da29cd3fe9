import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TraceMessage } from '#shared/model/session.ts'
import { useFormat } from '../../i18n/format.ts'
import { methodName, summaryText } from './message-text.ts'
import classes from './sequence.module.css'

interface MessageLineProps {
  message: TraceMessage
  /** Milliseconds since the message before; absent for the first. */
  deltaMs?: number
  isMarked?: boolean
}

/** One message as an arrow between box and ACS. */
export function MessageLine({ message, deltaMs, isMarked = false }: MessageLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { direction, fault, warnings, httpStatus, sizeBytes } = message
  const isError = fault !== null || message.method === 'malformed' || (httpStatus !== null && httpStatus >= 400)
  return (
    <div className={classes.line} data-error={isError} data-marked={isMarked}>
      <span role="gridcell" className={classes.time}>
        {format.preciseTime(message.at)}
      </span>
      <span role="gridcell" className={classes.delta}>
        {deltaMs === undefined ? '' : `+${format.duration(deltaMs)}`}
      </span>
      <span role="gridcell" className={classes.lane} data-direction={direction} data-empty={message.method === 'empty'}>
        <span className="visually-hidden">{direction === 'in' ? t('trace.fromBox') : t('trace.fromAcs')}</span>
        <span className={classes.arrow} aria-hidden="true" />
        <span className={classes.label}>
          {isError && <IconAlertCircle size={15} className={classes.errorIcon} aria-hidden="true" />}
          <span className={classes.method}>{methodName(message, t)}</span>
          <span className={classes.summary}>{summaryText(message, t)}</span>
        </span>
      </span>
      <span role="gridcell" className={classes.warnings}>
        {warnings.length > 0 && (
          <span title={t('trace.warnings', { count: warnings.length })}>
            <IconAlertTriangle size={14} aria-label={t('trace.warnings', { count: warnings.length })} />
            {warnings.length}
          </span>
        )}
      </span>
      <span role="gridcell" className={classes.size}>
        {sizeBytes === 0 ? '' : format.bytes(sizeBytes)}
      </span>
      <span role="gridcell" className={classes.status}>
        {httpStatus ?? ''}
      </span>
    </div>
  )
}

/** The names of the columns and of the two sides. */
export function SequenceHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.line} data-header="true" role="row">
      <span role="columnheader">{t('trace.columns.time')}</span>
      <span role="columnheader" className={classes.delta}>
        {t('trace.columns.delta')}
      </span>
      <span role="columnheader" className={classes.sides}>
        <span>{t('trace.box')}</span>
        <span>{t('trace.acs')}</span>
      </span>
      <span role="columnheader" />
      <span role="columnheader" className={classes.size}>
        {t('trace.columns.size')}
      </span>
      <span role="columnheader" className={classes.status}>
        {t('trace.columns.status')}
      </span>
    </div>
  )
}
