import { Button } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { CallOutcome, ConnectionRequestVerdict, WakeStep } from '#shared/model/reach.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useNow } from '../../ui/use-now.ts'
import { callState } from './call-state.ts'
import classes from './device.module.css'

interface Test {
  startedAt: number
  outcome: CallOutcome | null
  cameAt: number | null
}

/** Calls the box and watches whether it comes: each try with its verdict, then the Inform that alone is proof. */
export function CallTest({ device }: { device: Device }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [test, setTest] = useState<Test | null>(null)
  const start = useAction(async () => {
    const startedAt = Date.now()
    setTest({ startedAt, outcome: null, cameAt: null })
    const outcome = await call('reach.call', { id: device.id })
    setTest((before) => before && { ...before, outcome })
  })
  const informedAt = device.lastInformAt === null ? 0 : Date.parse(device.lastInformAt)
  // The first Inform counts: later ones come for reasons of their own.
  if (test?.cameAt === null && informedAt >= test.startedAt) setTest({ ...test, cameAt: informedAt })
  const state = test ? callState({ ...test, now }) : null
  return (
    <div className={classes.call}>
      <div className={classes.next}>
        <Button
          variant="default"
          leftSection={<IconPhoneCall size={15} />}
          loading={start.isRunning}
          onClick={start.run}
        >
          {t('health.call')}
        </Button>
        {state === null ? (
          <span className={classes.soft}>{t('health.callHint')}</span>
        ) : (
          <span className={classes.callState} role="status">
            {state.kind === 'came' && (
              <>
                <ShapeIcon shape="check" tone="ok" />
                {t('health.came', { after: format.duration(state.afterMs) })}
              </>
            )}
            {state.kind === 'calling' && t('health.calling')}
            {state.kind === 'waiting' && t('health.waiting', { left: format.duration(state.leftMs) })}
          </span>
        )}
      </div>
      {start.error && <ErrorPanel error={start.error} />}
      {test?.outcome && <CallSteps steps={test.outcome.steps} />}
      {state?.kind === 'failed' && <ErrorPanel error={state.error} deviceId={device.id} retry={start.run} />}
    </div>
  )
}

/** A datagram that nobody answered is neither good nor bad. */
function verdictLook(verdict: ConnectionRequestVerdict): { shape: Shape; tone: Tone } {
  if (verdict.kind === 'accepted' || (verdict.kind === 'sent' && verdict.heard)) return { shape: 'check', tone: 'ok' }
  return verdict.kind === 'sent' ? { shape: 'dots', tone: 'muted' } : { shape: 'cross', tone: 'warn' }
}

function CallSteps({ steps }: { steps: readonly WakeStep[] }) {
  const { t } = useTranslation()
  return (
    <ol className={classes.callSteps}>
      {steps.map(({ means, target, via, verdict }) => (
        <li key={`${means} ${target}`} className={classes.callStep}>
          <ShapeIcon {...verdictLook(verdict)} />
          <strong>{means.toUpperCase()}</strong>
          <code>{target}</code>
          <span className={classes.soft}>{t(`health.via.${via}`)}</span>
          <span>{t(`health.verdicts.${verdict.kind}`)}</span>
        </li>
      ))}
    </ol>
  )
}
