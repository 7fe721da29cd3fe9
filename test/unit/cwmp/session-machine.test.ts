import { describe, expect, it } from 'vitest'
import type { AcsRequest, CpeEnvelope, CpeMessage, Decoded, Inform } from '../../../src-main/cwmp/codec/messages.ts'
import { type SessionInput, type SessionState, transition } from '../../../src-main/cwmp/session-machine.ts'

const inform: Inform = {
  name: 'Inform',
  deviceId: { manufacturer: 'M', oui: '0A0B0C', productClass: 'P', serialNumber: 'S' },
  events: [],
  maxEnvelopes: 1,
  currentTime: '',
  retryCount: 0,
  parameters: [],
}
const fault: Extract<CpeMessage, { name: 'Fault' }> = {
  name: 'Fault',
  faultCode: 'Client',
  faultString: 'CWMP fault',
  code: 9005,
  message: '',
  setParameterValuesFaults: [],
}
const request: AcsRequest = { name: 'GetParameterValues', names: ['Device.X'] }
const reboot: AcsRequest = { name: 'Reboot', commandKey: '' }
const values: CpeMessage = { name: 'GetParameterValuesResponse', parameters: [] }

const post = (message: CpeMessage, id: string | null = 'i'): SessionInput => {
  const envelope: CpeEnvelope = { id, namespace: '', message, warnings: [] } as unknown as CpeEnvelope
  return { type: 'received', decoded: { kind: 'envelope', envelope } }
}
const received = (decoded: Decoded): SessionInput => ({ type: 'received', decoded })
const empty = received({ kind: 'empty', warnings: [] })
const malformed = received({
  kind: 'malformed',
  problem: { code: 'truncated', offset: 7, excerpt: '' },
  warnings: [],
})

const awaitingInform: SessionState = { phase: 'awaitingInform' }
const cpeTurn: SessionState = { phase: 'cpeTurn' }
const acsTurn: SessionState = { phase: 'acsTurn' }
const closing: SessionState = { phase: 'closing' }
const awaiting: SessionState = { phase: 'awaitingAnswer', request, id: 'i', resent: false }
const resent: SessionState = { phase: 'awaitingAnswer', request, id: 'i', resent: true }
const awaitingReboot: SessionState = { phase: 'awaitingAnswer', request: reboot, id: 'i', resent: false }
const ended: SessionState = { phase: 'ended', outcome: 'completed', reason: '' }

/** Effects in short: their type, and what tells them apart. */
function short(state: SessionState, input: SessionInput): [string, string[]] {
  const next = transition(state, input)
  const effects = next.effects.map((effect) => {
    switch (effect.type) {
      case 'reply':
        return `reply ${effect.message.name} ${effect.id}`
      case 'warn':
        return `warn ${effect.code}`
      case 'answer':
        return `answer ${effect.answer.kind === 'none' ? effect.answer.reason : effect.answer.kind}`
      case 'ended':
        return `ended ${effect.outcome} ${effect.reason}`.trim()
      default:
        return effect.type
    }
  })
  return [next.state.phase, effects]
}

const table: [string, SessionState, SessionInput, string, string[]][] = [
  ['Inform', awaitingInform, post(inform), 'cpeTurn', ['informed', 'reply InformResponse i']],
  ['empty before Inform', awaitingInform, empty, 'awaitingInform', ['replyEmpty']],
  ['answer before Inform', awaitingInform, post(values), 'awaitingInform', ['warn noInform', 'replyEmpty']],
  [
    'malformed before Inform',
    awaitingInform,
    malformed,
    'ended',
    ['warn malformedBody', 'replyBad', 'ended failed malformedBody'],
  ],
  ['box is done', cpeTurn, empty, 'acsTurn', ['ask']],
  [
    'request of the box',
    cpeTurn,
    post({ name: 'GetRPCMethods' }),
    'cpeTurn',
    ['cpeRequest', 'reply GetRPCMethodsResponse i'],
  ],
  [
    'unknown request',
    cpeTurn,
    post({ name: 'Unknown', element: 'X_Do' } as CpeMessage),
    'cpeTurn',
    ['warn unknownMethod', 'reply Fault i'],
  ],
  ['answer without a question', cpeTurn, post(values), 'acsTurn', ['warn unexpectedAnswer', 'ask']],
  ['second Inform', cpeTurn, post(inform), 'ended', ['ended replaced newInform']],
  ['next request', acsTurn, { type: 'next', request, id: 'n' }, 'awaitingAnswer', ['reply GetParameterValues n']],
  ['nothing more', acsTurn, { type: 'next', request: null, id: 'n' }, 'closing', ['replyEmpty']],
  ['answer while deciding', acsTurn, post(values), 'acsTurn', ['warn unexpectedAnswer']],
  ['malformed while deciding', acsTurn, malformed, 'acsTurn', ['warn malformedBody']],
  ['late next', cpeTurn, { type: 'next', request, id: 'n' }, 'cpeTurn', []],
  ['answer', awaiting, post(values), 'acsTurn', ['answer response', 'ask']],
  ['fault', awaiting, post(fault), 'acsTurn', ['answer fault', 'ask']],
  ['wrong ID', awaiting, post(values, 'x'), 'acsTurn', ['warn wrongId', 'answer response', 'ask']],
  ['missing ID', awaiting, post(values, null), 'acsTurn', ['answer response', 'ask']],
  ['empty ID', awaiting, post(values, ''), 'acsTurn', ['answer response', 'ask']],
  [
    'another answer, that carries values',
    awaiting,
    post({ name: 'RebootResponse' }),
    'acsTurn',
    ['warn wrongAnswer', 'answer unexpected', 'ask'],
  ],
  [
    'another answer, where the right one is empty',
    awaitingReboot,
    post({ name: 'FactoryResetResponse' }),
    'acsTurn',
    ['warn wrongAnswer', 'answer response', 'ask'],
  ],
  [
    'unknown response',
    awaiting,
    post({ name: 'Unknown', element: 'FooResponse' } as CpeMessage),
    'acsTurn',
    ['warn unknownMethod', 'answer unexpected', 'ask'],
  ],
  [
    'empty for an answer',
    awaiting,
    empty,
    'awaitingAnswer',
    ['warn emptyInsteadOfAnswer', 'reply GetParameterValues i'],
  ],
  [
    'empty for the answer to what must not happen twice',
    awaitingReboot,
    empty,
    'awaitingAnswer',
    ['warn emptyInsteadOfAnswer', 'replyEmpty'],
  ],
  ['empty again', resent, empty, 'acsTurn', ['answer unanswered', 'ask']],
  ['malformed answer', awaiting, malformed, 'acsTurn', ['warn malformedBody', 'answer malformed', 'ask']],
  [
    'request of the box in our turn',
    awaiting,
    post({ name: 'GetRPCMethods' }),
    'awaitingAnswer',
    ['cpeRequest', 'reply GetRPCMethodsResponse i'],
  ],
  ['Inform for an answer', awaiting, post(inform), 'ended', ['ended replaced newInform']],
  ['timeout', awaiting, { type: 'end', outcome: 'timeout', reason: 'noAnswer' }, 'ended', ['ended timeout noAnswer']],
  ['empty after the end', closing, empty, 'closing', ['replyEmpty']],
  [
    'request after the end',
    closing,
    post({ name: 'GetRPCMethods' }),
    'closing',
    ['warn requestAfterEnd', 'cpeRequest', 'reply GetRPCMethodsResponse i'],
  ],
  ['answer after the end', closing, post(values), 'closing', ['warn unexpectedAnswer', 'replyEmpty']],
  [
    'silence after the end',
    closing,
    { type: 'end', outcome: 'timeout', reason: 'silent' },
    'ended',
    ['ended completed'],
  ],
  ['anything in an ended session', ended, post(values), 'ended', ['replyEmpty']],
  ['the end of an ended session', ended, { type: 'end', outcome: 'failed', reason: 'x' }, 'ended', []],
]

describe('session machine (TR-069 3.7, spec/01 section 4)', () => {
  it.each(table)('%s', (_, state, input, phase, effects) => {
    expect(short(state, input)).toEqual([phase, effects])
  })
})
