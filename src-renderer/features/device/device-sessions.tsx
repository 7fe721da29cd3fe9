import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { SessionOutcomeLabel } from '../../ui/state-label.tsx'
import { useCall } from '../../ui/use-call.ts'
import classes from './device.module.css'
import { RecordList } from './record-list.tsx'

const shownSessions = 100

/** When the box called, and what came of it. */
export function DeviceSessions({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = useApp((app) => app.recordsRevision)
  const sessions = useCall('sessions.list', { deviceId, limit: shownSessions }, revision)
  if (sessions.status === 'failed') return <ErrorPanel error={sessions.error} retry={sessions.refetch} />
  if (sessions.status === 'loading') return null
  return (
    <RecordList
      label={t('devices.page.tabs.sessions')}
      records={sessions.value}
      keyOf={({ id }) => id}
      empty={t('devices.page.noSessions')}
      onOpen={({ id }) => navigate({ page: 'trace', sessionId: id })}
      renderRecord={({ startedAt, events, outcome, messageCount, warnings }) => (
        <>
          <span className={classes.when}>{format.dateTime(startedAt)}</span>
          <strong>{events.join(', ')}</strong>
          <SessionOutcomeLabel outcome={outcome} />
          <span className={classes.soft}>{t('trace.messageCount', { count: messageCount })}</span>
          {warnings.length > 0 && (
            <span className={classes.soft}>{t('trace.warnings', { count: warnings.length })}</span>
          )}
        </>
      )}
    />
  )
}
