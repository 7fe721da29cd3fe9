import type { PushVerdict } from '#shared/model/firmware-push.ts'
import type { TransferFinding } from '#shared/model/transfer.ts'
import { compareVersions } from '../../firmware/version-order.ts'

/** All that is known of a push after Download was sent. */
export interface PushFacts {
  /** Whether the file is to change the version. */
  changesVersion: boolean
  from: string
  /** The version that the file brings; empty where unknown. */
  expected: string
  /** The version as read since the last sign of life; null where it was not. */
  read: string | null
  /** The box's answer to Download: its status, or a fault; null where it was lost. */
  answer: { status: 0 | 1 } | { fault: number } | null
  /** Its TransferComplete; code 0 is success. */
  report: { fault: number } | null
  /** Whether it has restarted since it had the whole file. */
  hasRestarted: boolean
  /** What our server saw. */
  finding: TransferFinding
  /** Whether the grace for a box that contradicts itself is over. */
  isGraceOver: boolean
  /** Whether nothing was heard of the box for as long as is waited. */
  isTimeUp: boolean
  /** Whether this model is known never to send TransferComplete. */
  neverReports: boolean
}

/** Settled, or open: then the next sign of life, or the end of the wait, is to be judged again. */
export type Judgement =
  | { kind: 'settled'; verdict: PushVerdict; why: string }
  | { kind: 'open'; awaits: 'fetch' | 'report' | 'restart' | 'grace' }

const settled = (verdict: PushVerdict, why: string): Judgement => ({ kind: 'settled', verdict, why })
const open = (awaits: Extract<Judgement, { kind: 'open' }>['awaits']): Judgement => ({ kind: 'open', awaits })

/** Faults that say no more than "no": seen from boxes that fetched and flashed all the same. */
const vagueFaults: readonly number[] = [9001, 9002]

/** The verdict on a push, from what the box said, what our server saw and what version it reports (field.md pains 14 to 16). */
export function judge(facts: PushFacts): Judgement {
  const fault = faultOf(facts)
  const isReported = facts.report?.fault === 0 || statusOf(facts) === 0
  if (facts.changesVersion && hasNewVersion(facts, isReported)) {
    return settled('proven', fault !== 0 ? 'appliedDespiteFault' : isReported ? 'reportedAndRead' : 'readWithoutReport')
  }
  if (fault !== 0 && !isReported) return afterFault(facts, fault)
  if (!facts.changesVersion) return withoutVersion(facts, isReported)
  return isReported ? afterSuccess(facts) : unreported(facts)
}

/** The fault that counts: the report is later than the answer. */
function faultOf({ answer, report }: PushFacts): number {
  if (report) return report.fault
  return answer && 'fault' in answer ? answer.fault : 0
}

function statusOf({ answer }: PushFacts): 0 | 1 | null {
  return answer && 'status' in answer ? answer.status : null
}

/** A file of the same version as before proves itself only by report or restart. */
function hasNewVersion({ read, expected, from, finding, hasRestarted }: PushFacts, isReported: boolean): boolean {
  if (read === null || read === '') return false
  if (expected === '') return read !== from
  if (!isSameVersion(read, expected)) return false
  return !isSameVersion(read, from) || ((isReported || hasRestarted) && finding.type === 'tookAll')
}

/** `V2.1.0` and `2.1.0` are the same version. */
export function isSameVersion(a: string, b: string): boolean {
  return a === b || compareVersions(a, b) === 0
}

function afterFault(facts: PushFacts, fault: number): Judgement {
  const { finding, hasRestarted, isGraceOver, isTimeUp } = facts
  const isFetching = finding.type === 'inProgress'
  if (facts.report === null && !isTimeUp) {
    if (isFetching) return open('fetch')
    if (finding.type === 'tookAll' && !isGraceOver) return open('report')
  }
  const mayMeanNothing = vagueFaults.includes(fault) && (facts.report === null || finding.type === 'tookAll')
  if (mayMeanNothing && !hasRestarted && !isGraceOver && !isTimeUp) return open('grace')
  return settled('failed', 'fault')
}

function withoutVersion({ finding, isTimeUp }: PushFacts, isReported: boolean): Judgement {
  if (isReported)
    return finding.type === 'neverAsked' ? settled('unknown', 'reportedUnfetched') : settled('proven', 'reported')
  if (!isTimeUp) return open(finding.type === 'tookAll' ? 'report' : 'fetch')
  return finding.type === 'tookAll' ? settled('unknown', 'tookAllSilent') : settled('failed', 'notFetched')
}

function afterSuccess(facts: PushFacts): Judgement {
  const { read, from, finding, hasRestarted, isTimeUp } = facts
  if (read === null) return isTimeUp ? settled('unknown', 'versionUnread') : open('restart')
  if (read !== from) return settled('unknown', 'otherVersion')
  if (hasRestarted) return settled('notApplied', 'restartedUnchanged')
  if (finding.type === 'neverAsked') return settled('notApplied', 'reportedUnfetched')
  return isTimeUp ? settled('appliedLater', 'notRestarted') : open('restart')
}

function unreported(facts: PushFacts): Judgement {
  const { read, from, finding, hasRestarted, isTimeUp, isGraceOver, neverReports } = facts
  if (finding.type === 'tookAll') {
    if (read !== null && read !== from) return settled('unknown', 'otherVersion')
    if (hasRestarted && read === from && (neverReports || isGraceOver))
      return settled('notApplied', 'restartedUnchanged')
    if (!isTimeUp) return open(hasRestarted ? 'grace' : 'report')
    if (hasRestarted && read === from) return settled('notApplied', 'restartedUnchanged')
    return settled('unknown', read === null ? 'versionUnread' : 'tookAllSilent')
  }
  return isTimeUp ? settled('failed', 'notFetched') : open('fetch')
}
