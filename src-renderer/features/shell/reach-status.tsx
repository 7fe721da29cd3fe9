import { useTranslation } from 'react-i18next'
import type { CheckState } from '#shared/model/self-check.ts'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { checkLooks } from '../reach/check-row.tsx'
import { countStates, useCheckStore } from '../reach/check-store.ts'
import classes from './status-bar.module.css'

/** What the last self-check found, and the way to it. */
export function CheckStatus() {
  const { t } = useTranslation()
  const checks = useCheckStore((store) => store.checks)
  const counts = countStates(checks ?? [])
  const state: CheckState =
    checks === null ? 'unknown' : counts.failed > 0 ? 'failed' : counts.warning > 0 ? 'warning' : 'ok'
  return (
    <button type="button" className={classes.port} onClick={() => navigate({ page: 'reach', tab: 'check' })}>
      <ShapeIcon {...checkLooks[state]} /> {t('reach.selfCheck')}
      {checks !== null && <span className="visually-hidden"> {t(`selfCheck.states.${state}`)}</span>}
    </button>
  )
}

/** Boxes that would lose their ACS if the laptop left now. */
export function HandOverStatus() {
  const { t } = useTranslation()
  const count = useField(({ pending }) => pending.length) ?? 0
  if (count === 0) return null
  return (
    <button type="button" className={classes.port} onClick={() => navigate({ page: 'reach', tab: 'handOver' })}>
      <ShapeIcon shape="half" tone="warn" /> {t('reach.stillHere', { count })}
    </button>
  )
}
