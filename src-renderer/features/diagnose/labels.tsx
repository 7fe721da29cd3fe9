import { useTranslation } from 'react-i18next'
import type { MetricChange } from '#shared/diagnose-limits.ts'
import type { DiagnosticResult, Verdict } from '#shared/model/diagnose.ts'
import { type Look, StateLabel } from '../../ui/state-label.tsx'

export const verdictLooks: Record<Verdict, Look> = {
  good: { shape: 'check', tone: 'ok' },
  warning: { shape: 'half', tone: 'warn' },
  bad: { shape: 'triangle', tone: 'bad' },
  none: { shape: 'ring', tone: 'muted' },
}

const statusLooks: Record<DiagnosticResult['status'], Look> = {
  waiting: { shape: 'dots', tone: 'muted' },
  requested: { shape: 'half', tone: 'info' },
  done: { shape: 'check', tone: 'ok' },
  failed: { shape: 'triangle', tone: 'bad' },
  unsupported: { shape: 'ring', tone: 'muted' },
  timeout: { shape: 'cross', tone: 'bad' },
}

const changeLooks: Record<MetricChange['change'], Look> = {
  better: { shape: 'check', tone: 'ok' },
  worse: { shape: 'triangle', tone: 'bad' },
  same: { shape: 'square', tone: 'muted' },
  unknown: { shape: 'ring', tone: 'muted' },
}

export function VerdictLabel({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation()
  return <StateLabel look={verdictLooks[verdict]}>{t(`diagnose.verdicts.${verdict}`)}</StateLabel>
}

export function TestStatusLabel({ status }: { status: DiagnosticResult['status'] }) {
  const { t } = useTranslation()
  return <StateLabel look={statusLooks[status]}>{t(`diagnose.statuses.${status}`)}</StateLabel>
}

export function ChangeLabel({ change }: { change: MetricChange['change'] }) {
  const { t } = useTranslation()
  return <StateLabel look={changeLooks[change]}>{t(`diagnose.changes.${change}`)}</StateLabel>
}
