import { useTranslation } from 'react-i18next'
import type { DeviceStatus } from '#shared/model/device.ts'
import type { JobState } from '#shared/model/job.ts'
import type { Listener } from '#shared/model/network.ts'
import type { SessionOutcome } from '#shared/model/session.ts'
import { type Shape, ShapeIcon, type Tone } from './shape.tsx'
import classes from './state-label.module.css'

export interface Look {
  shape: Shape
  tone: Tone
}

const deviceLooks: Record<DeviceStatus, Look> = {
  seen: { shape: 'ring', tone: 'muted' },
  informing: { shape: 'half', tone: 'info' },
  managed: { shape: 'disc', tone: 'ok' },
  authFailed: { shape: 'triangle', tone: 'bad' },
  lost: { shape: 'cross', tone: 'muted' },
}

const jobLooks: Record<JobState, Look> = {
  queued: { shape: 'dots', tone: 'muted' },
  running: { shape: 'half', tone: 'info' },
  waiting: { shape: 'dots', tone: 'warn' },
  cancelling: { shape: 'half', tone: 'muted' },
  succeeded: { shape: 'check', tone: 'ok' },
  failed: { shape: 'triangle', tone: 'bad' },
  cancelled: { shape: 'square', tone: 'muted' },
  interrupted: { shape: 'cross', tone: 'warn' },
}

const sessionLooks: Record<SessionOutcome, Look> = {
  open: { shape: 'half', tone: 'info' },
  completed: { shape: 'check', tone: 'ok' },
  replaced: { shape: 'ring', tone: 'warn' },
  timeout: { shape: 'dots', tone: 'warn' },
  failed: { shape: 'triangle', tone: 'bad' },
  refused: { shape: 'cross', tone: 'bad' },
  stopped: { shape: 'square', tone: 'muted' },
}

const listenerLooks: Record<Listener['state'], Look> = {
  starting: { shape: 'dots', tone: 'info' },
  listening: { shape: 'disc', tone: 'ok' },
  failed: { shape: 'triangle', tone: 'bad' },
  stopped: { shape: 'ring', tone: 'muted' },
  off: { shape: 'ring', tone: 'muted' },
}

export type WriteStatus = 'verified' | 'hidden' | 'different' | 'pending' | 'failed' | 'heldBack' | 'unread'

const writeLooks: Record<WriteStatus, Look> = {
  verified: { shape: 'check', tone: 'ok' },
  hidden: { shape: 'disc', tone: 'ok' },
  different: { shape: 'half', tone: 'warn' },
  pending: { shape: 'dots', tone: 'warn' },
  failed: { shape: 'triangle', tone: 'bad' },
  heldBack: { shape: 'square', tone: 'muted' },
  unread: { shape: 'ring', tone: 'warn' },
}

/** A state: shape, colour and word. */
export function StateLabel({ look, children }: { look: Look; children: React.ReactNode }) {
  return (
    <span className={classes.label} data-tone={look.tone}>
      <ShapeIcon {...look} />
      <span>{children}</span>
    </span>
  )
}

/** Where a box is in its life: shape, colour and word. */
export function DeviceStatusLabel({ status }: { status: DeviceStatus }) {
  const { t } = useTranslation()
  return <StateLabel look={deviceLooks[status]}>{t(`states.device.${status}`)}</StateLabel>
}

export function JobStateLabel({ state }: { state: JobState }) {
  const { t } = useTranslation()
  return <StateLabel look={jobLooks[state]}>{t(`states.job.${state}`)}</StateLabel>
}

export function SessionOutcomeLabel({ outcome }: { outcome: SessionOutcome }) {
  const { t } = useTranslation()
  return <StateLabel look={sessionLooks[outcome]}>{t(`states.session.${outcome}`)}</StateLabel>
}

/** The state of a port, with what stands beside it in place of the bare word. */
export function ListenerStateLabel({ state, children }: { state: Listener['state']; children?: React.ReactNode }) {
  const { t } = useTranslation()
  return <StateLabel look={listenerLooks[state]}>{children ?? t(`shell.listenerStates.${state}`)}</StateLabel>
}

/** What became of one written value. */
export function WriteStatusLabel({ status }: { status: WriteStatus }) {
  const { t } = useTranslation()
  return <StateLabel look={writeLooks[status]}>{t(`changes.status.${status}`)}</StateLabel>
}
