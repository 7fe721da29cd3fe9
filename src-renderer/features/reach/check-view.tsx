import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './check.module.css'
import { CheckRow } from './check-row.tsx'
import { countStates, runSelfCheck, useCheckStore } from './check-store.ts'

/** Can a box reach this laptop? Every question, what was found, and the exact line that helps. */
export function CheckView() {
  const { t } = useTranslation()
  const { checks, at, isRunning, error } = useCheckStore()
  const listeners = useApp((app) => app.listeners)
  const run = () => void runSelfCheck()
  useShortcut('refresh', run)
  // Other ports or another adapter are another answer.
  const network = JSON.stringify(listeners.map(({ name, address, port, state }) => [name, address, port, state]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the network is the reason to run again
  useEffect(() => void runSelfCheck(), [network])

  const counts = countStates(checks ?? [])
  return (
    <>
      <div className={classes.top}>
        <div className={classes.verdict}>
          <strong role="status">
            {checks === null
              ? t('selfCheck.running')
              : counts.failed > 0
                ? t('selfCheck.blocked', { count: counts.failed })
                : counts.warning > 0
                  ? t('selfCheck.watch', { count: counts.warning })
                  : t('selfCheck.clear')}
          </strong>
          <span className={classes.soft}>{t('selfCheck.intro')}</span>
        </div>
        {at !== null && (
          <span className={classes.soft}>
            <TimeAgo at={at} />
          </span>
        )}
        <Button variant="default" leftSection={<IconRefresh size={15} />} loading={isRunning} onClick={run}>
          {t('selfCheck.run')}
        </Button>
      </div>
      {error && <ErrorPanel error={error} retry={run} />}
      {checks && (
        <ul className={classes.list} aria-label={t('selfCheck.title')} aria-busy={isRunning}>
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </ul>
      )}
    </>
  )
}
