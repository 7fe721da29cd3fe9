import { describe, expect, it } from 'vitest'
import type { TransferFinding } from '#shared/model/transfer.ts'
import { type Judgement, judge, type PushFacts } from '../../../../src-main/workflows/firmware/judge.ts'

const tookAll: TransferFinding = { type: 'tookAll', total: 9, requests: 1 }
const stopped: TransferFinding = { type: 'stopped', bytes: 3, total: 9 }
const fetching: TransferFinding = { type: 'inProgress', bytes: 3, total: 9 }

const start: PushFacts = {
  changesVersion: true,
  from: '1.0',
  expected: '2.0',
  read: null,
  answer: { status: 1 },
  report: null,
  hasRestarted: false,
  finding: { type: 'neverAsked' },
  isGraceOver: false,
  isTimeUp: false,
  neverReports: false,
}
const done = { report: { fault: 0 }, finding: tookAll }
const late = { isTimeUp: true, isGraceOver: true }

const rows: [string, Partial<PushFacts>, string][] = [
  ['nothing yet', {}, 'open fetch'],
  ['on its way', { finding: fetching }, 'open fetch'],
  ['has it, says nothing yet', { finding: tookAll }, 'open report'],
  ['success, not read yet', done, 'open restart'],
  ['success and new version', { ...done, read: '2.0' }, 'proven reportedAndRead'],
  ['success and new version, written otherwise', { ...done, read: 'V2.0' }, 'proven reportedAndRead'],
  ['success, old version, no restart yet', { ...done, read: '1.0' }, 'open restart'],
  ['success, old version, never restarts', { ...done, read: '1.0', ...late }, 'appliedLater notRestarted'],
  [
    'success, old version after the restart',
    { ...done, read: '1.0', hasRestarted: true },
    'notApplied restartedUnchanged',
  ],
  ['success, another version', { ...done, read: '3.0' }, 'unknown otherVersion'],
  ['success, box does not come back', { ...done, ...late }, 'unknown versionUnread'],
  ['success for what it never fetched', { report: { fault: 0 }, read: '1.0' }, 'notApplied reportedUnfetched'],
  ['status 0 and new version', { answer: { status: 0 }, finding: tookAll, read: '2.0' }, 'proven reportedAndRead'],
  ['status 0, old version', { answer: { status: 0 }, finding: tookAll, read: '1.0' }, 'open restart'],
  [
    'no report, restart, new version',
    { finding: tookAll, hasRestarted: true, read: '2.0' },
    'proven readWithoutReport',
  ],
  ['no report, restart, old version', { finding: tookAll, hasRestarted: true, read: '1.0' }, 'open grace'],
  [
    'no report, restart, old version, grace over',
    { finding: tookAll, hasRestarted: true, read: '1.0', isGraceOver: true },
    'notApplied restartedUnchanged',
  ],
  [
    'no report from a model that never reports',
    { finding: tookAll, hasRestarted: true, read: '1.0', neverReports: true },
    'notApplied restartedUnchanged',
  ],
  ['no report, no restart, silence', { finding: tookAll, read: '1.0', ...late }, 'unknown tookAllSilent'],
  ['no report, box gone', { finding: tookAll, ...late }, 'unknown versionUnread'],
  ['never asked, silence', late, 'failed notFetched'],
  ['broken off, silence', { finding: stopped, ...late }, 'failed notFetched'],
  ['broken off, box may resume', { finding: stopped }, 'open fetch'],
  ['fault in the report', { report: { fault: 9018 }, finding: tookAll, read: '1.0' }, 'failed fault'],
  [
    'fault in the report, new version all the same',
    { report: { fault: 9018 }, read: '2.0' },
    'proven appliedDespiteFault',
  ],
  ['fault at once', { answer: { fault: 9003 } }, 'failed fault'],
  ['vague fault at once', { answer: { fault: 9001 } }, 'open grace'],
  ['vague fault at once, grace over', { answer: { fault: 9001 }, isGraceOver: true }, 'failed fault'],
  ['vague fault, fetches all the same', { answer: { fault: 9001 }, finding: fetching }, 'open fetch'],
  ['vague fault, has it', { answer: { fault: 9001 }, finding: tookAll }, 'open report'],
  [
    'vague fault in the report of what it took',
    { report: { fault: 9001 }, finding: tookAll, read: '1.0' },
    'open grace',
  ],
  ['vague fault in the report of what it did not take', { report: { fault: 9001 }, read: '1.0' }, 'failed fault'],
  ['success after a fault at once', { ...done, answer: { fault: 9001 }, read: '2.0' }, 'proven reportedAndRead'],
  ['lost answer, then success', { ...done, answer: null, read: '2.0' }, 'proven reportedAndRead'],
]

const fileRows: [string, Partial<PushFacts>, string][] = [
  ['success', done, 'proven reported'],
  ['status 0', { answer: { status: 0 }, finding: tookAll }, 'proven reported'],
  ['success for what it never fetched', { report: { fault: 0 } }, 'unknown reportedUnfetched'],
  ['has it, silence', { finding: tookAll, ...late }, 'unknown tookAllSilent'],
  ['has it, says nothing yet', { finding: tookAll }, 'open report'],
  ['fault', { report: { fault: 9010 }, finding: tookAll }, 'failed fault'],
  ['never asked, silence', late, 'failed notFetched'],
]

const sameVersionRows: [string, Partial<PushFacts>, string][] = [
  ['success', { ...done, read: '2.0' }, 'proven reportedAndRead'],
  ['restart without report', { finding: tookAll, hasRestarted: true, read: '2.0' }, 'proven readWithoutReport'],
  ['nothing fetched', { read: '2.0' }, 'open fetch'],
]

const text = (judgement: Judgement): string =>
  judgement.kind === 'open' ? `open ${judgement.awaits}` : `${judgement.verdict} ${judgement.why}`

describe('the verdict on firmware', () => {
  it.each(rows)('%s', (_name, facts, expected) => expect(text(judge({ ...start, ...facts }))).toBe(expected))
})

describe('the verdict on other files', () => {
  it.each(fileRows)('%s', (_name, facts, expected) =>
    expect(text(judge({ ...start, changesVersion: false, ...facts }))).toBe(expected),
  )
})

describe('the verdict on the same version once more', () => {
  it.each(sameVersionRows)('%s', (_name, facts, expected) =>
    expect(text(judge({ ...start, from: '2.0', ...facts }))).toBe(expected),
  )
})

it('without an expected version any change is the proof', () => {
  expect(text(judge({ ...start, ...done, expected: '', read: '1.1' }))).toBe('proven reportedAndRead')
})
