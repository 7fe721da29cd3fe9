import { Button, Switch } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/session.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { SessionList } from './session-list.tsx'
import { SessionView } from './session-view.tsx'
import classes from './trace.module.css'

/** Every session as it is spoken: the list, the messages of one, and what each says. */
export function TracePage({ sessionId }: { sessionId?: string }) {
  const { t } = useTranslation()
  const live = useApp((app) => app.sessions)
  const [chosenId, setChosenId] = useState<string | null>(sessionId ?? null)
  const [isFollowing, setFollowing] = useState(sessionId === undefined)
  const sessions = useMemo(
    () => Object.values(live).sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.id.localeCompare(a.id)),
    [live],
  )
  const newest = sessions[0]
  const shownId = isFollowing ? (newest?.id ?? null) : (chosenId ?? newest?.id ?? null)

  if (shownId === null) {
    return (
      <Page title={t('trace.title')}>
        <EmptyState
          icon={IconArrowsLeftRight}
          title={t('trace.empty.title')}
          text={t('trace.empty.text')}
          action={<Button onClick={() => navigate({ page: 'home' })}>{t('trace.empty.action')}</Button>}
        />
      </Page>
    )
  }
  const choose = (session: Session) => {
    setChosenId(session.id)
    setFollowing(false)
  }
  return (
    <Page
      title={t('trace.title')}
      isFixed
      actions={
        <>
          <Button variant="default" onClick={() => navigate({ page: 'faults' })}>
            {t('trace.faultCodes')}
          </Button>
          <Switch
            label={t('trace.followLive')}
            checked={isFollowing}
            onChange={(event) => {
              setFollowing(event.currentTarget.checked)
              setChosenId(shownId)
            }}
          />
        </>
      }
    >
      <div className={classes.panes}>
        <SessionList sessions={sessions} selectedId={shownId} onChoose={choose} />
        <Chosen key={shownId} sessionId={shownId} known={live[shownId]} />
      </div>
    </Page>
  )
}

/** A session of long ago is not among the latest ones and is fetched. */
function Chosen({ sessionId, known }: { sessionId: string; known: Session | undefined }) {
  const fetched = useCall('sessions.get', { id: sessionId })
  const session = known ?? (fetched.status === 'ready' ? fetched.value : undefined)
  return <SessionView sessionId={sessionId} session={session} />
}
