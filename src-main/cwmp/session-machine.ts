import type {
  AcsRequest,
  AcsResponse,
  CpeEnvelope,
  CpeRequest,
  CpeResponse,
  CwmpFault,
  Decoded,
  Inform,
  MalformedBody,
} from './codec/messages.ts'

/**
 * One CWMP session seen from the ACS, as a pure machine (TR-069 3.7): `(state, input) -> {state, effects}`.
 * It knows nothing of HTTP, time or jobs; the session class carries its effects out.
 */
export type SessionState =
  | { phase: 'awaitingInform' }
  /** InformResponse was sent; the box may send its own requests. */
  | { phase: 'cpeTurn' }
  /** The box waits for us; the scripts are asked what comes next. */
  | { phase: 'acsTurn' }
  | { phase: 'awaitingAnswer'; request: AcsRequest; id: string; resent: boolean }
  /** Our empty answer was sent; more empty posts get the same. */
  | { phase: 'closing' }
  | { phase: 'ended'; outcome: EndOutcome; reason: string }

export type EndOutcome = 'completed' | 'replaced' | 'timeout' | 'failed' | 'stopped'

/** What came of a request: the box's answer, its fault, or nothing that could be used. */
export type Answer =
  | { kind: 'response'; response: CpeResponse }
  | { kind: 'fault'; fault: CwmpFault }
  | { kind: 'none'; reason: 'unanswered' | 'unexpected' | 'malformed' }

export type SessionInput =
  | { type: 'received'; decoded: Decoded }
  /** What the scripts want next, or null for "done"; only in `acsTurn`. */
  | { type: 'next'; request: AcsRequest | null; id: string }
  | { type: 'end'; outcome: EndOutcome; reason: string }

export type SessionEffect =
  | { type: 'informed'; inform: Inform; envelope: CpeEnvelope }
  | { type: 'cpeRequest'; request: Exclude<CpeRequest, Inform> }
  | { type: 'reply'; id: string | null; message: AcsResponse | AcsRequest | CwmpFault }
  | { type: 'replyEmpty' }
  /** The body could not be understood and no reply makes sense but an HTTP error. */
  | { type: 'replyBad'; problem: MalformedBody | null }
  | { type: 'ask' }
  | { type: 'answer'; request: AcsRequest; answer: Answer }
  | { type: 'warn'; code: string; params: Record<string, string | number> }
  | { type: 'ended'; outcome: EndOutcome; reason: string }

export interface Transition {
  state: SessionState
  effects: SessionEffect[]
}

export const initialState: SessionState = { phase: 'awaitingInform' }

/** The one transition function. Inputs that make no sense in a phase leave the state as it is. */
export function transition(state: SessionState, input: SessionInput): Transition {
  if (state.phase === 'ended') return { state, effects: input.type === 'received' ? [{ type: 'replyEmpty' }] : [] }
  switch (input.type) {
    case 'end':
      return end(state, input.outcome, input.reason)
    case 'next':
      return next(state, input.request, input.id)
    case 'received':
      return received(state, input.decoded)
  }
}

function received(state: SessionState, decoded: Decoded): Transition {
  switch (decoded.kind) {
    case 'empty':
      return receivedEmpty(state)
    case 'malformed':
      return receivedMalformed(state, decoded.problem)
    case 'envelope':
      return receivedEnvelope(state, decoded.envelope)
  }
}

function receivedEmpty(state: SessionState): Transition {
  switch (state.phase) {
    case 'cpeTurn':
      return { state: { phase: 'acsTurn' }, effects: [{ type: 'ask' }] }
    case 'awaitingAnswer':
      // A probe (its answer follows) or "not supported": ask once more, then go on (wire.md 9).
      if (!state.resent) {
        const warn: SessionEffect = {
          type: 'warn',
          code: 'emptyInsteadOfAnswer',
          params: { method: state.request.name },
        }
        // What must not happen twice is not asked twice: the box may have done it, and its answer may still follow.
        const again: SessionEffect = onlyOnce.has(state.request.name)
          ? { type: 'replyEmpty' }
          : { type: 'reply', id: state.id, message: state.request }
        return { state: { ...state, resent: true }, effects: [warn, again] }
      }
      return giveUpAnswer(state, 'unanswered')
    default:
      return { state, effects: [{ type: 'replyEmpty' }] }
  }
}

const onlyOnce: ReadonlySet<AcsRequest['name']> = new Set([
  'AddObject',
  'DeleteObject',
  'Download',
  'ScheduleDownload',
  'Upload',
  'Reboot',
  'FactoryReset',
  'ScheduleInform',
  'ChangeDUState',
  'SetVouchers',
])

function receivedMalformed(state: SessionState, problem: MalformedBody): Transition {
  const warn: SessionEffect = {
    type: 'warn',
    code: 'malformedBody',
    params: { problem: problem.code, offset: problem.offset },
  }
  if (state.phase === 'awaitingAnswer') {
    const given = giveUpAnswer(state, 'malformed')
    return { state: given.state, effects: [warn, ...given.effects] }
  }
  // Nothing was asked of the box yet; it gets what the scripts are about to say.
  if (state.phase === 'acsTurn') return { state, effects: [warn] }
  const ended = end(state, 'failed', 'malformedBody')
  return { state: ended.state, effects: [warn, { type: 'replyBad', problem }, ...ended.effects] }
}

function receivedEnvelope(state: SessionState, envelope: CpeEnvelope): Transition {
  const { message } = envelope
  if (message.name === 'Inform') return receivedInform(state, message, envelope)
  if (state.phase === 'awaitingInform') {
    return {
      state,
      effects: [{ type: 'warn', code: 'noInform', params: { method: message.name } }, { type: 'replyEmpty' }],
    }
  }
  if (message.name === 'Unknown') return receivedUnknown(state, message.element, envelope.id)
  if (message.name === 'Fault') return receivedAnswer(state, { kind: 'fault', fault: message }, envelope.id)
  if (isCpeRequest(message)) return receivedRequest(state, message, envelope.id)
  return receivedAnswer(state, { kind: 'response', response: message as CpeResponse }, envelope.id)
}

function receivedInform(state: SessionState, inform: Inform, envelope: CpeEnvelope): Transition {
  if (state.phase !== 'awaitingInform') return end(state, 'replaced', 'newInform')
  return {
    state: { phase: 'cpeTurn' },
    effects: [
      { type: 'informed', inform, envelope },
      { type: 'reply', id: envelope.id, message: { name: 'InformResponse', maxEnvelopes: 1 } },
    ],
  }
}

function receivedRequest(state: SessionState, request: Exclude<CpeRequest, Inform>, id: string | null): Transition {
  const effects: SessionEffect[] = [
    { type: 'cpeRequest', request },
    { type: 'reply', id, message: responseTo(request) },
  ]
  if (state.phase === 'closing')
    effects.unshift({ type: 'warn', code: 'requestAfterEnd', params: { method: request.name } })
  return { state, effects }
}

function receivedUnknown(state: SessionState, element: string, id: string | null): Transition {
  const warn: SessionEffect = { type: 'warn', code: 'unknownMethod', params: { method: element } }
  if (state.phase === 'awaitingAnswer' && element.endsWith('Response')) {
    const given = giveUpAnswer(state, 'unexpected')
    return { state: given.state, effects: [warn, ...given.effects] }
  }
  const fault: CwmpFault = {
    name: 'Fault',
    faultCode: 'Server',
    faultString: 'CWMP fault',
    code: 8000,
    message: 'Method not supported',
    setParameterValuesFaults: [],
  }
  return { state, effects: [warn, { type: 'reply', id, message: fault }] }
}

function receivedAnswer(state: SessionState, answer: Answer, id: string | null): Transition {
  if (state.phase !== 'awaitingAnswer') {
    const warn: SessionEffect = { type: 'warn', code: 'unexpectedAnswer', params: {} }
    if (state.phase === 'closing') return { state, effects: [warn, { type: 'replyEmpty' }] }
    if (state.phase === 'acsTurn') return { state, effects: [warn] }
    return { state: { phase: 'acsTurn' }, effects: [warn, { type: 'ask' }] }
  }
  const effects: SessionEffect[] = []
  // A missing one is a warning of the codec.
  if (id && id !== state.id) effects.push({ type: 'warn', code: 'wrongId', params: { expected: state.id, got: id } })
  effects.push(...judge(state.request, answer), { type: 'ask' })
  return { state: { phase: 'acsTurn' }, effects }
}

/** An answer of another kind serves where the right one would carry nothing (wire.md 24). */
function judge(request: AcsRequest, answer: Answer): SessionEffect[] {
  const expected = `${request.name}Response`
  if (answer.kind !== 'response' || answer.response.name === expected) return [{ type: 'answer', request, answer }]
  const warn: SessionEffect = { type: 'warn', code: 'wrongAnswer', params: { expected, got: answer.response.name } }
  const settled: Answer = emptyResponses.has(expected)
    ? { kind: 'response', response: { name: expected } as CpeResponse }
    : { kind: 'none', reason: 'unexpected' }
  return [warn, { type: 'answer', request, answer: settled }]
}

const emptyResponses: ReadonlySet<string> = new Set([
  'SetParameterAttributesResponse',
  'RebootResponse',
  'FactoryResetResponse',
  'ScheduleInformResponse',
  'ScheduleDownloadResponse',
  'CancelTransferResponse',
  'ChangeDUStateResponse',
  'SetVouchersResponse',
])

function next(state: SessionState, request: AcsRequest | null, id: string): Transition {
  if (state.phase !== 'acsTurn') return { state, effects: [] }
  if (request === null) return { state: { phase: 'closing' }, effects: [{ type: 'replyEmpty' }] }
  return {
    state: { phase: 'awaitingAnswer', request, id, resent: false },
    effects: [{ type: 'reply', id, message: request }],
  }
}

function giveUpAnswer(
  state: Extract<SessionState, { phase: 'awaitingAnswer' }>,
  reason: 'unanswered' | 'unexpected' | 'malformed',
): Transition {
  return {
    state: { phase: 'acsTurn' },
    effects: [{ type: 'answer', request: state.request, answer: { kind: 'none', reason } }, { type: 'ask' }],
  }
}

/** A session that ends after our empty answer has done its work, whatever ends it. */
function end(state: SessionState, outcome: EndOutcome, reason: string): Transition {
  const settled: Extract<SessionState, { phase: 'ended' }> =
    state.phase === 'closing'
      ? { phase: 'ended', outcome: 'completed', reason: '' }
      : { phase: 'ended', outcome, reason }
  return { state: settled, effects: [{ type: 'ended', outcome: settled.outcome, reason: settled.reason }] }
}

const cpeRequestNames: ReadonlySet<string> = new Set([
  'GetRPCMethods',
  'TransferComplete',
  'AutonomousTransferComplete',
  'RequestDownload',
  'Kicked',
  'DUStateChangeComplete',
  'AutonomousDUStateChangeComplete',
])

function isCpeRequest(message: { name: string }): message is Exclude<CpeRequest, Inform> {
  return cpeRequestNames.has(message.name)
}

/** Methods the ACS serves, as its GetRPCMethods answer lists them (TR-069 A.3.1.1). */
export const acsMethods = [
  'Inform',
  'GetRPCMethods',
  ...[...cpeRequestNames].filter((name) => name !== 'GetRPCMethods'),
]

function responseTo(request: Exclude<CpeRequest, Inform>): AcsResponse {
  switch (request.name) {
    case 'GetRPCMethods':
      return { name: 'GetRPCMethodsResponse', methods: acsMethods }
    case 'Kicked':
      return { name: 'KickedResponse', nextUrl: request.next }
    default:
      return { name: `${request.name}Response` }
  }
}
