import { expect, it } from 'vitest'
import type { ConnectionRequestVerdict, WakeStep, WakeVerdict } from '#shared/model/reach.ts'
import { wakeOutcome } from '../../../src-main/sessions/wake-outcome.ts'

const step = (means: WakeStep['means'], verdict: ConnectionRequestVerdict): WakeStep => ({
  means,
  target: means,
  via: 'reported',
  verdict,
})
const accepted: ConnectionRequestVerdict = { kind: 'accepted', status: 200, attempts: 1 }
const sent = (heard: boolean): ConnectionRequestVerdict => ({ kind: 'sent', copies: 3, heard })
const wrong: ConnectionRequestVerdict = { kind: 'wrongPassword', realm: 'x' }

it.each<[string, WakeVerdict, boolean, string]>([
  ['no means', { kind: 'noMeans' }, false, 'CONNECTION_REQUEST_NO_MEANS'],
  ['taken by HTTP', { kind: 'asked', steps: [step('http', accepted)] }, true, 'CONNECTION_REQUEST_NO_INFORM'],
  ['sent by UDP alone', { kind: 'asked', steps: [step('udp', sent(false))] }, true, 'CONNECTION_REQUEST_NO_INFORM'],
  [
    'sent by UDP, heard',
    { kind: 'asked', steps: [step('udp', sent(true)), step('http', wrong)] },
    true,
    'CONNECTION_REQUEST_NO_INFORM',
  ],
  [
    'sent by UDP, refused by HTTP',
    { kind: 'asked', steps: [step('udp', sent(false)), step('http', wrong)] },
    false,
    'CONNECTION_REQUEST_WRONG_PASSWORD',
  ],
  [
    'refused',
    { kind: 'failed', steps: [step('http', wrong)], cause: wrong },
    false,
    'CONNECTION_REQUEST_WRONG_PASSWORD',
  ],
])('%s', (_title, verdict, isTaken, code) => {
  expect(wakeOutcome(verdict)).toMatchObject({ isTaken, error: { code } })
})
