import { DiagnoseResult, type DiagnosticKind } from '#shared/model/diagnose.ts'
import type { Job } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { useCall } from '../../ui/use-call.ts'

/** A diagnosis of the past. */
export interface EarlierRun {
  job: Job
  result: DiagnoseResult
}

const keptRuns = 50

/** The diagnoses of a box that have ended, newest first; null until they are known. */
export function useEarlierRuns(deviceId: string): readonly EarlierRun[] | null {
  const revision = useApp((app) => app.recordsRevision)
  const jobs = useCall('jobs.list', { deviceId, kind: 'diagnose', limit: keptRuns }, revision)
  if (jobs.status !== 'ready') return null
  return jobs.value.flatMap((job) => {
    const result = DiagnoseResult.safeParse(job.result)
    return result.success && job.endedAt !== null ? [{ job, result: result.data }] : []
  })
}

/** The tests that a box lacked when they were last tried. */
export function notOfferedIn(runs: readonly EarlierRun[]): ReadonlySet<DiagnosticKind> {
  const last = new Map<DiagnosticKind, boolean>()
  for (const { result } of runs) {
    for (const { test, status } of result.results)
      if (!last.has(test.kind) && status !== 'waiting') last.set(test.kind, status === 'unsupported')
  }
  return new Set([...last].flatMap(([kind, isMissing]) => (isMissing ? [kind] : [])))
}
