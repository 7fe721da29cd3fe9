import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dictionaries } from '#shared/i18n/index.ts'
import type { Check, CheckState } from '#shared/model/self-check.ts'
import { call } from '../../api.ts'
import { navigate, type Route } from '../../stores/route.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './check.module.css'
import { runSelfCheck } from './check-store.ts'

export const checkLooks: Record<CheckState, { shape: Shape; tone: Tone }> = {
  ok: { shape: 'check', tone: 'ok' },
  warning: { shape: 'half', tone: 'warn' },
  failed: { shape: 'triangle', tone: 'bad' },
  unknown: { shape: 'ring', tone: 'muted' },
}

type AdviceCode = keyof (typeof dictionaries)['en']['selfCheck']['advice']

/** Findings whose cure is a place in the app. */
const cures: Partial<Record<AdviceCode, { label: (t: TFunction) => string; place: Route }>> = {
  adapterDown: { label: (t) => t('remedies.chooseAdapter.action'), place: { page: 'home' } },
  onlyLoopback: { label: (t) => t('remedies.chooseAdapter.action'), place: { page: 'home' } },
  addressGone: { label: (t) => t('remedies.chooseAdapter.action'), place: { page: 'home' } },
  loopbackAddress: { label: (t) => t('remedies.chooseAdapter.action'), place: { page: 'home' } },
  vpnChosen: { label: (t) => t('remedies.chooseAdapter.action'), place: { page: 'home' } },
  portTaken: { label: (t) => t('selfCheck.choosePort'), place: { page: 'home' } },
  portForbidden: { label: (t) => t('selfCheck.choosePort'), place: { page: 'home' } },
  neverInformed: { label: (t) => t('reach.openRadar'), place: { page: 'reach', tab: 'radar' } },
}

function hasAdvice(code: string): code is AdviceCode {
  return Object.hasOwn(dictionaries.en.selfCheck.advice, code)
}

async function reopenPorts(): Promise<void> {
  await call('network.restart', {})
  await runSelfCheck()
}

/** One question: its answer, what to do, and the line to run. */
export function CheckRow({ check: { id, state, code, params, command } }: { check: Check }) {
  const { t } = useTranslation()
  const reopen = useAction(reopenPorts)
  const finding = t as unknown as (key: string, params: Check['params']) => string
  const cure = hasAdvice(code) ? cures[code] : undefined
  const isSettled = state === 'ok'
  return (
    <li className={classes.check} data-state={state}>
      <span className={classes.state}>
        <ShapeIcon {...checkLooks[state]} />
        <span>{t(`selfCheck.states.${state}`)}</span>
      </span>
      <div className={classes.text}>
        <span className={classes.title}>{t(`selfCheck.checks.${id}`)}</span>
        <span>{finding(`selfCheck.findings.${code}`, params)}</span>
        {!isSettled && hasAdvice(code) && <span className={classes.advice}>{t(`selfCheck.advice.${code}`)}</span>}
        {command !== null && (
          <div className={classes.command}>
            <code>{command}</code>
            <CopyButton value={command} what={t('selfCheck.command')} label={t('selfCheck.copyCommand')} />
            <span className={classes.soft}>{t('selfCheck.commandHint')}</span>
          </div>
        )}
        {reopen.error && <ErrorPanel error={reopen.error} />}
      </div>
      {!isSettled && cure && (
        <Button variant="default" onClick={() => navigate(cure.place)}>
          {cure.label(t)}
        </Button>
      )}
      {!isSettled && code === 'notOpen' && (
        <Button variant="default" loading={reopen.isRunning} onClick={reopen.run}>
          {t('selfCheck.reopen')}
        </Button>
      )}
    </li>
  )
}
