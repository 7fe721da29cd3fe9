import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/session.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { SessionOutcomeLabel } from '../../ui/state-label.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { deviceName } from '../device/device-name.ts'
import classes from './trace.module.css'

const rowHeight = 62

interface SessionListProps {
  sessions: readonly Session[]
  selectedId: string
  onChoose: (session: Session) => void
}

/** The latest sessions, the newest first. */
export function SessionList({ sessions, selectedId, onChoose }: SessionListProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.sessions}>
      <VirtualRows
        label={t('trace.sessions')}
        items={sessions}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        selectedKey={selectedId}
        onOpen={onChoose}
        onMove={onChoose}
        renderRow={(session) => <SessionRow session={session} />}
      />
    </div>
  )
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => (session.deviceId === null ? undefined : app.devices[session.deviceId]))
  return (
    <div className={classes.session} role="gridcell">
      <span className={classes.sessionName}>{device ? deviceName(device) : session.address}</span>
      <span className={classes.sessionEvents}>{session.events.join(', ')}</span>
      <span className={classes.sessionFoot}>
        <SessionOutcomeLabel outcome={session.outcome} />
        <span title={format.dateTime(session.startedAt)}>{format.time(session.startedAt)}</span>
        <span>{t('trace.messageCount', { count: session.messageCount })}</span>
      </span>
    </div>
  )
}
