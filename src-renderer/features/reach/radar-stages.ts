import { type RadarEntry, type RadarProblem, RadarStage } from '#shared/model/self-check.ts'
import type { Route } from '../../stores/route.ts'

/** How an address stands to one stage: `skipped` is TLS where plain HTTP came without it, `stuck` the first that failed. */
export type StageState = 'reached' | 'skipped' | 'stuck' | 'ahead'

export interface ShownStage {
  stage: RadarStage
  state: StageState
  at: string | null
}

/** All stages in order, as one address has or has not reached them. */
export function shownStages({ stage: furthest, problem, reachedAt }: RadarEntry): ShownStage[] {
  const order = RadarStage.options
  const reached = order.indexOf(furthest)
  const wentOnWithoutTls = (stage: RadarStage) => stage === 'tls' && reachedAt.tls === undefined
  const next = order.find((stage, index) => index > reached && !wentOnWithoutTls(stage))
  return order.map((stage, index) => {
    const at = reachedAt[stage] ?? null
    if (index <= reached) return { stage, state: wentOnWithoutTls(stage) ? 'skipped' : 'reached', at }
    return { stage, state: problem !== null && stage === next ? 'stuck' : 'ahead', at: null }
  })
}

/** Who needs help stands first, who got through last; of equals the one who was heard of last. */
export function sortedRadar(entries: readonly RadarEntry[]): RadarEntry[] {
  const rank = ({ problem, stage }: RadarEntry) => {
    if (problem === null) return stage === 'understood' ? 3 : 1
    return problem === 'notTrying' ? 2 : 0
  }
  return [...entries].sort(
    (a, b) => rank(a) - rank(b) || b.lastAt.localeCompare(a.lastAt) || a.address.localeCompare(b.address),
  )
}

/** Where the fix of a problem is; null where the URL is to be copied, or nothing is to be pressed. */
export function placeOfProblem(problem: RadarProblem, neighbourKey: string | null): Route | null {
  switch (problem) {
    case 'notTrying':
      return { page: 'reach', tab: 'pointing', ...(neighbourKey !== null && { neighbourKey }) }
    case 'loginMissing':
    case 'wrongPassword':
    case 'unknownUser':
      return { page: 'settings', focus: 'login' }
    case 'malformed':
      return { page: 'trace' }
    case 'tooManySessions':
      return { page: 'settings', focus: 'sessions' }
    case 'httpsUrl':
    case 'closedSilently':
    case 'notHttp':
    case 'notCwmp':
      return null
  }
}
