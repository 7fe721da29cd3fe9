import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../stores/route.ts'
import { useSessionTrace } from '../../stores/trace-store.ts'
import { MessageLine } from '../trace/message-line.tsx'
import classes from './read.module.css'

const shownMessages = 12

/** The latest messages between box and ACS, live. */
export function JobMessages({ sessionId, since }: { sessionId: string; since: string }) {
  const { t } = useTranslation()
  const { messages } = useSessionTrace(sessionId)
  const shown = messages.filter(({ at }) => at >= since).slice(-shownMessages)
  return (
    <section className={classes.messages} aria-label={t('read.progress.messages')}>
      <div className={classes.messagesHead}>
        <h2>{t('read.progress.messages')}</h2>
        <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'trace', sessionId })}>
          {t('devices.page.openTrace')}
        </Button>
      </div>
      {shown.length === 0 && <p className={classes.soft}>{t('read.progress.noMessages')}</p>}
      <div role="grid" aria-label={t('read.progress.messages')}>
        {shown.map((message) => (
          <div key={message.id} role="row">
            <MessageLine message={message} />
          </div>
        ))}
      </div>
    </section>
  )
}
