import type { AcsRequest } from './codec/messages.ts'
import type { CwmpSession } from './session.ts'

/** Requests after which slow boxes need minutes (spec/01 section 4). */
const slowRequests: ReadonlySet<AcsRequest['name']> = new Set([
  'SetParameterValues',
  'AddObject',
  'DeleteObject',
  'GetParameterNames',
  'GetParameterValues',
  'ChangeDUState',
])

const slowFactor = 3
const closingGraceMs = 10_000

/** How long to wait for the box's next POST in the phase the session is in, in milliseconds. */
export function patienceMs(
  session: Pick<CwmpSession, 'phase' | 'outstanding' | 'sessionTimeoutSeconds'>,
  timeoutSeconds: number,
): number {
  if (session.phase === 'closing' || session.phase === 'ended') return closingGraceMs
  const base = Math.max(timeoutSeconds, session.sessionTimeoutSeconds) * 1000
  const outstanding = session.outstanding
  return outstanding && slowRequests.has(outstanding.name) ? base * slowFactor : base
}
