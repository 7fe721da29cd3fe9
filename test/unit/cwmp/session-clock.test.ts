import { expect, it } from 'vitest'
import type { AcsRequest } from '../../../src-main/cwmp/codec/messages.ts'
import type { CwmpSession } from '../../../src-main/cwmp/session.ts'
import { patienceMs } from '../../../src-main/cwmp/session-clock.ts'

const values: AcsRequest = { name: 'GetParameterValues', names: [''] }
const reboot: AcsRequest = { name: 'Reboot', commandKey: '' }

it.each<[string, Pick<CwmpSession, 'phase' | 'outstanding' | 'sessionTimeoutSeconds'>, number]>([
  ['the box has its turn', { phase: 'cpeTurn', outstanding: null, sessionTimeoutSeconds: 0 }, 60_000],
  ['its own SessionTimeout is longer', { phase: 'cpeTurn', outstanding: null, sessionTimeoutSeconds: 120 }, 120_000],
  ['its own SessionTimeout is shorter', { phase: 'cpeTurn', outstanding: null, sessionTimeoutSeconds: 30 }, 60_000],
  ['a quick answer is due', { phase: 'awaitingAnswer', outstanding: reboot, sessionTimeoutSeconds: 0 }, 60_000],
  ['a slow answer is due', { phase: 'awaitingAnswer', outstanding: values, sessionTimeoutSeconds: 0 }, 180_000],
  ['all is done', { phase: 'closing', outstanding: null, sessionTimeoutSeconds: 600 }, 10_000],
])('waits as long as spec/01 section 4 wants when %s', (_, session, expected) => {
  expect(patienceMs(session, 60)).toBe(expected)
})
