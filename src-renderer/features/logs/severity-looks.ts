import type { Severity } from '#shared/model/syslog.ts'
import type { Look } from '../../ui/state-label.tsx'

/** How severities look in a log; those of everyday lines have no mark. */
export const severityLooks: Record<Severity, Look | null> = {
  emergency: { shape: 'triangle', tone: 'bad' },
  alert: { shape: 'triangle', tone: 'bad' },
  critical: { shape: 'triangle', tone: 'bad' },
  error: { shape: 'cross', tone: 'bad' },
  warning: { shape: 'half', tone: 'warn' },
  notice: { shape: 'disc', tone: 'info' },
  info: null,
  debug: null,
}
