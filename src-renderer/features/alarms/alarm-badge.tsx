import { useTranslation } from 'react-i18next'
import { useStandingCount } from '../../stores/alarm-store.ts'
import classes from './alarms.module.css'

const mostShown = 99

/** How many alarms stand, beside the name of the section. */
export function AlarmBadge() {
  const { t } = useTranslation()
  const count = useStandingCount()
  if (count === 0) return null
  return (
    <span className={classes.badge} title={t('alarms.badge', { count })}>
      <span aria-hidden="true">{count > mostShown ? `${mostShown}+` : count}</span>
      <span className="visually-hidden">{t('alarms.badge', { count })}</span>
    </span>
  )
}
