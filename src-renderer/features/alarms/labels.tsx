import { useTranslation } from 'react-i18next'
import type { Alarm, AlarmSeverity, Subscription } from '#shared/model/alarm.ts'
import { type Look, StateLabel } from '../../ui/state-label.tsx'

const severityLooks: Record<AlarmSeverity, Look> = {
  critical: { shape: 'triangle', tone: 'bad' },
  major: { shape: 'cross', tone: 'bad' },
  minor: { shape: 'half', tone: 'warn' },
  warning: { shape: 'ring', tone: 'warn' },
  indeterminate: { shape: 'dots', tone: 'muted' },
}

const subscriptionLooks: Record<Subscription['status'], Look> = {
  active: { shape: 'check', tone: 'ok' },
  passive: { shape: 'check', tone: 'ok' },
  switchedOn: { shape: 'check', tone: 'ok' },
  refused: { shape: 'ring', tone: 'warn' },
  failed: { shape: 'triangle', tone: 'bad' },
}

export function SeverityLabel({ severity }: { severity: AlarmSeverity }) {
  const { t } = useTranslation()
  return <StateLabel look={severityLooks[severity]}>{t(`alarms.severities.${severity}`)}</StateLabel>
}

export function SubscriptionLabel({ status }: { status: Subscription['status'] }) {
  const { t } = useTranslation()
  return <StateLabel look={subscriptionLooks[status]}>{t(`alarms.subscriptions.${status}`)}</StateLabel>
}

/** Whether an alarm stands, was seen, or is over. */
export function AlarmStateLabel({ alarm: { raisedAt, clearedAt, dismissedAt } }: { alarm: Alarm }) {
  const { t } = useTranslation()
  if (clearedAt === raisedAt)
    return <StateLabel look={{ shape: 'square', tone: 'muted' }}>{t('alarms.momentary')}</StateLabel>
  if (clearedAt !== null) return <StateLabel look={{ shape: 'check', tone: 'ok' }}>{t('alarms.cleared')}</StateLabel>
  if (dismissedAt !== null)
    return <StateLabel look={{ shape: 'ring', tone: 'muted' }}>{t('alarms.dismissed')}</StateLabel>
  return <StateLabel look={{ shape: 'disc', tone: 'bad' }}>{t('alarms.standing')}</StateLabel>
}
