import { AppError, type ErrorCode, type ErrorParams } from '#shared/errors.ts'
import type { ConnectionRequestKind, ConnectionRequestVerdict, WakeVerdict } from '#shared/model/reach.ts'

type Failed = Exclude<ConnectionRequestKind, 'accepted' | 'sent'>

/** How much a failure says about the box, most first: what is shown when several tries failed in different ways. */
const codes: readonly [Failed, ErrorCode][] = [
  ['cancelled', 'CONNECTION_REQUEST_CANCELLED'],
  ['busy', 'CONNECTION_REQUEST_BUSY'],
  ['wrongPassword', 'CONNECTION_REQUEST_WRONG_PASSWORD'],
  ['noCredentials', 'CONNECTION_REQUEST_NO_CREDENTIALS'],
  ['basicOnly', 'CONNECTION_REQUEST_BASIC_ONLY'],
  ['unknownChallenge', 'CONNECTION_REQUEST_UNKNOWN_CHALLENGE'],
  ['notFound', 'CONNECTION_REQUEST_NOT_FOUND'],
  ['rejected', 'CONNECTION_REQUEST_REJECTED'],
  ['protocolError', 'CONNECTION_REQUEST_PROTOCOL_ERROR'],
  ['closed', 'CONNECTION_REQUEST_CLOSED'],
  ['refused', 'CONNECTION_REQUEST_REFUSED'],
  ['blocked', 'CONNECTION_REQUEST_BLOCKED'],
  ['timeout', 'CONNECTION_REQUEST_TIMEOUT_CONNECT'],
  ['noRoute', 'CONNECTION_REQUEST_NO_ROUTE'],
  ['badUrl', 'CONNECTION_REQUEST_BAD_URL'],
]
const rank = new Map<ConnectionRequestKind, number>(codes.map(([kind], at) => [kind, at]))
const codeOf = new Map<ConnectionRequestKind, ErrorCode>(codes)

/** Whether the box took the request, or may have taken it (UDP gives no answer). */
export function isAsked(verdict: ConnectionRequestVerdict): boolean {
  return verdict.kind === 'accepted' || verdict.kind === 'sent'
}

/** The failure that says most; of equals the first. */
export function mostTelling(verdicts: readonly ConnectionRequestVerdict[]): ConnectionRequestVerdict | null {
  const position = ({ kind }: ConnectionRequestVerdict) => rank.get(kind) ?? codes.length
  return verdicts.toSorted((a, b) => position(a) - position(b))[0] ?? null
}

/**
 * The error for a wake after which no Inform came: the failure that says most, unless the box surely took the request or
 * nothing but unanswered UDP was tried.
 */
export function wakeError(verdict: WakeVerdict): AppError {
  if (verdict.kind === 'noMeans') return new AppError('CONNECTION_REQUEST_NO_MEANS')
  const isTaken = verdict.steps.some(({ verdict: facts }) =>
    facts.kind === 'sent' ? facts.heard : facts.kind === 'accepted',
  )
  const failures = verdict.steps.map((step) => step.verdict).filter((facts) => !isAsked(facts))
  const cause = verdict.kind === 'failed' ? verdict.cause : isTaken ? null : mostTelling(failures)
  if (cause === null) {
    const targets = verdict.steps.filter((step) => isAsked(step.verdict)).map((step) => step.target)
    return new AppError('CONNECTION_REQUEST_NO_INFORM', { targets: targets.join(', ') })
  }
  const target = verdict.steps.find((step) => step.verdict === cause)?.target ?? ''
  const code = codeOf.get(cause.kind) ?? 'INTERNAL'
  const isSilent = cause.kind === 'timeout' && cause.phase === 'answer'
  return new AppError(isSilent ? 'CONNECTION_REQUEST_TIMEOUT_ANSWER' : code, { target, ...factsOf(cause) })
}

function factsOf(verdict: ConnectionRequestVerdict): ErrorParams {
  const facts = Object.entries(verdict).filter(([name, value]) => name !== 'kind' && value !== null)
  return Object.fromEntries(facts) as ErrorParams
}
