import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { useAdapterChoice } from '../../stores/use-adapter.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { ListenerStateLabel } from '../../ui/state-label.tsx'
import { CheckStatus, HandOverStatus } from './reach-status.tsx'
import classes from './status-bar.module.css'

/** How the laptop stands towards the boxes, at every moment. */
export function StatusBar() {
  const { t } = useTranslation()
  const listeners = useApp((app) => app.listeners).filter(({ state }) => state !== 'off')
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const openSessions = useApp((app) => Object.values(app.sessions).filter(({ endedAt }) => endedAt === null).length)
  const runningJobs = useApp((app) => Object.values(app.jobs).filter(({ state }) => !isFinal(state)).length)
  const choice = useAdapterChoice()
  const hasAdapter = choice.kind === 'there' || choice.kind === 'moved'
  const isReachable =
    choice.kind !== 'gone' && listeners.some(({ name, state }) => name === 'acs' && state === 'listening')
  return (
    <section className={classes.bar} aria-label={t('shell.status.label')}>
      {choice.kind === 'gone' && (
        <span className={classes.gone}>
          <ShapeIcon shape="cross" tone="bad" /> {choice.name} {t('shell.adapter.gone')}
        </span>
      )}
      {hasAdapter && (
        <span className={classes.item}>
          {choice.adapter.name} <code>{choice.adapter.address}</code>
        </span>
      )}
      {isReachable && (
        <span className={classes.item}>
          {t('shell.status.acsUrl')} <code className={classes.url}>{acsUrl}</code>
          <CopyIcon value={acsUrl} what={t('shell.status.acsUrl')} />
        </span>
      )}
      {listeners
        .filter(({ state }) => state !== 'off')
        .map(({ name, port, state }) => (
          <button key={name} type="button" className={classes.port} onClick={() => navigate({ page: 'home' })}>
            <ListenerStateLabel state={state}>
              {t(`shell.listeners.${name}`)} {port}
              <span className={state === 'listening' ? 'visually-hidden' : undefined}>
                {' '}
                {t(`shell.listenerStates.${state}`)}
              </span>
            </ListenerStateLabel>
          </button>
        ))}
      <CheckStatus />
      <HandOverStatus />
      <span className={classes.space} />
      {runningJobs > 0 && (
        <span className={classes.item}>
          <ShapeIcon shape="dots" tone="info" /> {t('shell.status.runningJobs', { count: runningJobs })}
        </span>
      )}
      <span className={classes.item} role="status">
        <ShapeIcon shape={openSessions > 0 ? 'half' : 'ring'} tone={openSessions > 0 ? 'info' : 'muted'} />
        {t('shell.status.openSessions', { count: openSessions })}
      </span>
    </section>
  )
}
