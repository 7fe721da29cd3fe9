import { useTranslation } from 'react-i18next'
import type { Monitor } from '#shared/model/monitor.ts'
import { type Look, StateLabel } from '../../ui/state-label.tsx'

const looks: Record<Monitor['state'], Look> = {
  waiting: { shape: 'dots', tone: 'muted' },
  sampling: { shape: 'half', tone: 'info' },
  running: { shape: 'disc', tone: 'ok' },
  skipped: { shape: 'square', tone: 'warn' },
  silent: { shape: 'triangle', tone: 'bad' },
}

export function MonitorStateLabel({ state }: { state: Monitor['state'] }) {
  const { t } = useTranslation()
  return <StateLabel look={looks[state]}>{t(`monitor.states.${state}`)}</StateLabel>
}
